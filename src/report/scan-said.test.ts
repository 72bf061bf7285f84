import { expect, it } from 'vitest';
import type { ScanSummary } from '../domain/scan-summary.ts';
import { scanSaid } from './scan-said.ts';

type Mode = ScanSummary['repositories'][number]['mode'];
const summary = (mode: Mode, commits: number): ScanSummary => ({
  dataDirectory: '/data',
  repositories: [{ repository: 'engine', mode, commits, isShallow: false, isPartial: false, warnings: [] }],
});

it.each([
  ['incremental', 1142, 1000, 3.2, '142 new commits, read in 3 s.'],
  ['incremental', 1001, 1000, 0.2, '1 new commit, read in less than a second.'],
  ['incremental', 998, 1000, 1, '2 commits fewer than before: nothing leads to them any more.'],
  ['full', 1142, 0, 12.6, '1,142 commits, all read in 13 s.'],
  ['skipped', 1142, 1142, 0, 'Nothing new: 1,142 commits, looked at in less than a second.'],
] as const)('of a scan that was %s: %i commits after %i', (mode, commits, before, seconds, said) => {
  expect(scanSaid(summary(mode, commits), before, seconds)).toBe(said);
});
