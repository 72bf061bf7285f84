import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** What one run of a program took. */
export interface Run {
  readonly seconds: number;
  /** High-water mark of the program's own resident memory, in MB. */
  readonly peak: number;
  /** The same of the largest program it started (git), in MB; 0 when it started none. */
  readonly childPeak: number;
  readonly exitCode: number | null;
}

export interface TimedOptions {
  readonly env: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Look at memory, which costs a little time; Linux only. */
  readonly memory?: boolean;
}

/** How often memory is looked at, in milliseconds. The marks are the kernel's, so only the last look of each counts. */
const EVERY = 20;

/** Runs a program to its end, throwing its output away through a pipe, as a reader would take it. */
export async function timed(program: string, args: readonly string[], options: TimedOptions): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, {
    env: { ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
  });
  child.stdout.resume();
  let complaint = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-2000);
  });
  const own = child.pid ?? 0;
  const marks = new Map<number, number>();
  const look = () => {
    for (const pid of family(own)) marks.set(pid, Math.max(marks.get(pid) ?? 0, highWater(pid)));
  };
  const timer = options.memory ? setInterval(look, EVERY) : null;
  const [exitCode] = (await once(child, 'close')) as [number | null];
  const seconds = (performance.now() - start) / 1000;
  if (timer) clearInterval(timer);
  // 3 is an answer from partial evidence.
  if (exitCode !== 0 && exitCode !== 3)
    throw new Error(`${program} ${args.join(' ')} ended with ${exitCode}: ${complaint}`);
  const peak = marks.get(own) ?? 0;
  marks.delete(own);
  return { seconds, peak, childPeak: Math.max(0, ...marks.values()), exitCode };
}

/** A process and everything it started. */
function family(pid: number): number[] {
  const found = [pid];
  for (const member of found) {
    try {
      for (const task of readdirSync(`/proc/${member}/task`)) {
        const children = readFileSync(`/proc/${member}/task/${task}/children`, 'utf8');
        found.push(...children.split(' ').filter(Boolean).map(Number));
      }
    } catch {
      // It ended while we looked.
    }
  }
  return found;
}

function highWater(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.floor((sorted.length - 1) / 2)] ?? Number.NaN;
  return (upper + lower) / 2;
}
