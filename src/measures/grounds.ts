import type { MeasureContext } from '../domain/measure.ts';
import type { Confidence, Evidence } from '../domain/report.ts';
import { counted, numeral } from '../domain/words.ts';

/** What every query says of the history it read; see `HISTORY` in fragments.ts. */
export interface History {
  readonly repositories: number;
  readonly shallow: number;
  readonly partial: number;
}

/** Changes below which a share says nothing. */
export const ENOUGH = 20;
/** Share of changes with a known lander below which nothing is concluded from landing. */
export const VISIBLE_ENOUGH = 0.6;

type Level = Confidence['level'];
const LEVELS: readonly Level[] = ['none', 'low', 'medium', 'high'];

/** The less sure of two. */
export const atMost = (level: Level, limit: Level): Level =>
  LEVELS.indexOf(level) <= LEVELS.indexOf(limit) ? level : limit;

/** By how many cases a share rests on: none below 20, low below 50, medium below 200. */
export function levelByCount(count: number): Level {
  if (count < ENOUGH) return 'none';
  return count < 50 ? 'low' : count < 200 ? 'medium' : 'high';
}

/** No verdict below 60 % of changes with a known lander; medium below 90 %. */
export function levelByVisibility(visible: number, of: number): Level {
  const share = of === 0 ? 0 : visible / of;
  if (share < VISIBLE_ENOUGH) return 'none';
  return share < 0.9 ? 'medium' : 'high';
}

/**
 * The confidence of a conclusion that rests on the history as a whole or on the window alone. A shallow clone makes
 * everything about the past a lower bound: it blocks what needs the whole past, and leaves the rest unsure. Missing
 * objects leave renames unknown: unsure.
 */
export function confidence(
  level: Level,
  because: string,
  history: History,
  needs: 'whole past' | 'window',
): Confidence {
  const parts = [because];
  let result = level;
  if (history.shallow > 0) {
    result = atMost(result, needs === 'whole past' ? 'none' : 'low');
    parts.push(`the past of ${ofRepositories(history.shallow, history)} is cut off (a shallow clone)`);
  }
  if (history.partial > 0) {
    result = atMost(result, 'low');
    parts.push(`objects of ${ofRepositories(history.partial, history)} are missing (a partial clone)`);
  }
  const sentence = parts.join('; ');
  return { level: result, because: `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.` };
}

function ofRepositories(some: number, history: History): string {
  return history.repositories === 1 ? 'this repository' : `${some} of ${history.repositories} repositories`;
}

/** `the lander of 54 of 58 changes is known`. */
export const visibilityWords = (visible: number, of: number): string =>
  `the lander of ${numeral(visible)} of ${counted(of, 'change')} is known`;

/** How the lead is called in a sentence. */
export const leadName = (context: MeasureContext): string => context.leadName ?? 'the lead';

/** What the SQL function `newest` of fragments.ts returns. */
export type NewestRows = readonly { readonly repository: string; readonly id: string }[] | null;

export function evidenceOf(rows: NewestRows, kind: Evidence['kind']): readonly Evidence[] {
  return (rows ?? []).map(({ repository, id }) => ({ kind, repository, id }));
}

/** How an area is called: with its repository where there are several. Null stands for no area at all. */
export function areaName(row: { repository: string | null; area: string | null }, history: History): string {
  const name = row.area ?? '(no area)';
  return history.repositories > 1 && row.repository !== null ? `${row.repository}: ${name}` : name;
}
