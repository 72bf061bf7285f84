import { run } from '../src/cli/run.ts';
import type { Effects } from '../src/domain/effects.ts';

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface World {
  readonly cwd: string;
  readonly now: number;
  readonly dataDir: string;
  readonly env?: Effects['env'];
  /** Columns; without them it is no terminal. */
  readonly terminal?: number;
  readonly signal?: AbortSignal;
}

/** A folder, a clock, an environment and a terminal of its own; what is written goes to `written`. */
export function quietEffects(world: World, written = { stdout: '', stderr: '' }): Effects {
  const output = (name: 'stdout' | 'stderr'): Effects['stdout'] => ({
    write(text) {
      written[name] += text;
    },
    isTerminal: world.terminal !== undefined,
    columns: world.terminal ?? 80,
  });
  return {
    now: () => world.now,
    env: { LANG: 'C.UTF-8', FORTNIGHT_DATA_DIR: world.dataDir, ...world.env },
    cwd: world.cwd,
    stdout: output('stdout'),
    stderr: output('stderr'),
  };
}

/** Runs a command line in this process. */
export async function runLine(argv: readonly string[], world: World): Promise<Ran> {
  const written = { stdout: '', stderr: '' };
  const effects = quietEffects(world, written);
  const exitCode = await run(argv, effects, world.signal === undefined ? {} : { signal: world.signal });
  return { exitCode, ...written };
}
