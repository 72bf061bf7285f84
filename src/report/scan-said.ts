import type { ScanSummary } from '../domain/scan-summary.ts';
import { counted } from '../domain/words.ts';

/**
 * What a scan did, as one sentence: `142 new commits, read in 3 s.` `before` is how many commits the facts held when it
 * began, 0 without any; `seconds` is how long it took. Commits that nothing leads to any more can outweigh the new ones.
 */
export function scanSaid({ repositories }: ScanSummary, before: number, seconds: number): string {
  const took = seconds < 1 ? 'in less than a second' : `in ${Math.round(seconds)} s`;
  const commits = repositories.reduce((sum, one) => sum + one.commits, 0);
  if (repositories.every(({ mode }) => mode === 'skipped' || mode === 'unchanged')) {
    return `Nothing new: ${counted(commits, 'commit')}, looked at ${took}.`;
  }
  if (repositories.every(({ mode }) => mode === 'full')) return `${counted(commits, 'commit')}, all read ${took}.`;
  const added = commits - before;
  if (added === 0) return `As many commits as before, ${took}.`;
  return added > 0
    ? `${counted(added, 'new commit')}, read ${took}.`
    : `${counted(-added, 'commit')} fewer than before: nothing leads to them any more.`;
}
