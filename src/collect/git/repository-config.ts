import { join } from 'node:path';
import { readSmallFile } from './small-file.ts';

/** The few settings that decide how a repository's objects are read, taken from its configuration as text. */
export interface RepositoryConfig {
  readonly objectFormat: 'sha1' | 'sha256';
  readonly refStorage: 'files' | 'reftable';
  /** A remote promises to send objects later: some were left out. */
  readonly isPromisor: boolean;
  readonly originUrl: string | null;
}

const LIMIT = 1 << 20;

/** Reads `config` of the common directory. Git never loads it, so nothing in it can run; files it includes are left aside. */
export function readRepositoryConfig(commonDir: string): RepositoryConfig {
  const file = readSmallFile(join(commonDir, 'config'), LIMIT);
  const values = file === null ? [] : parseGitConfig(file.toString('utf8'));
  const last = (key: string) => values.findLast((entry) => entry.key === key)?.value ?? null;
  return {
    objectFormat: last('extensions.objectformat')?.toLowerCase() === 'sha256' ? 'sha256' : 'sha1',
    refStorage: last('extensions.refstorage')?.toLowerCase().startsWith('reftable') ? 'reftable' : 'files',
    isPromisor:
      last('extensions.partialclone') !== null ||
      values.some(({ key, value }) => /^remote\..+\.promisor$/s.test(key) && /^(|true|yes|on|[1-9]\d*)$/i.test(value)),
    originUrl: last('remote.origin.url'),
  };
}

interface ConfigEntry {
  /** `section.subsection.key`; section and key in lower case. */
  readonly key: string;
  readonly value: string;
}

/** Parses git's configuration format. A line it cannot read is skipped: this never decides anything dangerous. */
export function parseGitConfig(text: string): ConfigEntry[] {
  const entries: ConfigEntry[] = [];
  let section = '';
  for (const line of logicalLines(text)) {
    let rest = line.trim();
    const header = /^\[\s*([A-Za-z0-9.-]+)\s*(?:"((?:[^"\\]|\\.)*)")?\s*\]/.exec(rest);
    if (header) {
      const name = (header[1] ?? '').toLowerCase();
      section = header[2] === undefined ? name : `${name}.${header[2].replace(/\\(.)/g, '$1')}`;
      rest = rest.slice(header[0].length).trim();
    }
    const setting = /^([A-Za-z][A-Za-z0-9-]*)\s*(?:=\s*(.*))?$/s.exec(rest);
    if (setting && section !== '') {
      // A name without a value is true, which the empty text stands for here.
      entries.push({ key: `${section}.${(setting[1] ?? '').toLowerCase()}`, value: bareValue(setting[2] ?? '') });
    }
  }
  return entries;
}

function logicalLines(text: string): string[] {
  const lines: string[] = [];
  let open = '';
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    const backslashes = /\\*$/.exec(line)?.[0].length ?? 0;
    if (backslashes % 2 === 1) {
      open += line.slice(0, -1);
      continue;
    }
    lines.push(open + line);
    open = '';
  }
  if (open !== '') lines.push(open);
  return lines;
}

const UNESCAPED: Readonly<Record<string, string>> = { n: '\n', t: '\t', b: '\b' };

/** Takes quotes, escapes and a trailing comment off a value. */
function bareValue(raw: string): string {
  let out = '';
  let kept = 0;
  let quoted = false;
  for (let i = 0; i < raw.length; i++) {
    const char = raw[i] ?? '';
    if (char === '"') quoted = !quoted;
    else if (!quoted && (char === '#' || char === ';')) break;
    else if (char === '\\') {
      i++;
      out += UNESCAPED[raw[i] ?? ''] ?? raw[i] ?? '';
    } else out += char;
    if (quoted || !/\s/.test(char)) kept = out.length;
  }
  return out.slice(0, kept);
}
