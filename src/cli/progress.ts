import type { Place } from '../app/open.ts';
import type { Effects } from '../domain/effects.ts';
import { counted, numeral } from '../domain/words.ts';

type OnProgress = NonNullable<Place['onProgress']>;

const CLEAR = '\r\u001b[K';
const BAR = 20;
/** Redrawing more often only costs time. */
const EVERY_MS = 100;

/**
 * One line on a terminal that says how far a scan is, how fast it goes and, only when the end is known and the pace has
 * settled, how long it will take. Where stderr is no terminal it says nothing.
 */
export function progressLine({ stderr }: Effects, clock: () => number = () => performance.now()): OnProgress {
  if (!stderr.isTerminal) return () => undefined;
  const began = clock();
  let drawn = Number.NEGATIVE_INFINITY;
  return (repository, progress) => {
    if (progress === 'done') {
      stderr.write(CLEAR);
      return;
    }
    const now = clock();
    if (now - drawn < EVERY_MS) return;
    drawn = now;
    const text = progressText(repository, progress, (now - began) / 1000);
    stderr.write(`${CLEAR}${text.slice(0, Math.max(20, stderr.columns - 1))}`);
  };
}

type Progress = Exclude<Parameters<OnProgress>[1], 'done'>;

/** `Reading engine  ━━━━━━━━╌╌╌╌  12,345 of 20,000 commits, 8,000/s, 1 s left`, in plain ASCII for the bar. */
export function progressText(repository: string, { phase, commits, total }: Progress, seconds: number): string {
  const name = repository.replace(/[^ -~]/g, '?');
  if (phase === 'files') return `Reading ${name}: looking at the files at the head`;
  const rate = seconds > 0 ? commits / seconds : 0;
  const pace = seconds >= 0.5 && commits > 0 ? `, ${numeral(Math.round(rate))}/s` : '';
  if (total === null) return `Reading ${name}: ${counted(commits, 'commit')}${pace}`;
  const full = total === 0 ? BAR : Math.min(BAR, Math.floor((commits / total) * BAR));
  const bar = `[${'='.repeat(full)}${' '.repeat(BAR - full)}]`;
  const left = seconds >= 1 && rate > 0 ? `, ${Math.max(1, Math.round((total - commits) / rate))} s left` : '';
  return `Reading ${name} ${bar} ${numeral(commits)} of ${counted(total, 'commit')}${pace}${left}`;
}
