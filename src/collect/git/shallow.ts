import { join } from 'node:path';
import { readSmallFile } from './small-file.ts';

/** Where a shallow clone ends. */
export interface Shallow {
  readonly commits: ReadonlySet<string>;
  readonly warnings: readonly string[];
}

/** Reads the `shallow` file itself, keeping nothing but object ids: git dies on a line that is none. */
export function readShallow(commonDir: string, hexLength: number): Shallow {
  const text = readSmallFile(join(commonDir, 'shallow'), 1 << 24, [commonDir])?.toString('latin1') ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  const isId = new RegExp(`^[0-9a-f]{${hexLength}}$`);
  const commits = new Set(lines.filter((line) => isId.test(line)));
  const warnings = lines.every((line) => isId.test(line))
    ? []
    : ['The list of where this shallow clone ends has lines that are no object ids; they were left out.'];
  return { commits, warnings };
}
