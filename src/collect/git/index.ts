export { quickFingerprint } from './fingerprint.ts';
export { importStream } from './import-stream.ts';
export { locateRepository } from './locate.ts';
export { type ScanProgress, scanGit } from './scan.ts';
