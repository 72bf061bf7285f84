import type { Effects } from '../domain/effects.ts';
import { absence } from './absence.ts';
import { answer } from './answer.ts';
import { holdWholePast } from './held-history.ts';
import { measures } from './measures.ts';
import type { Opened } from './open.ts';

/**
 * Asks what is asked first, so that held facts remember it: the absence of the lead, then every measure, one after the other
 * so that whoever comes meanwhile waits for one query at most. Between them the tables are taken into memory.
 * What cannot be answered is left to whoever asks for it.
 */
export async function warmUp(opened: Opened, effects: Effects, isOver: () => boolean): Promise<void> {
  const quietly = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);
  await quietly(holdWholePast(opened.facts.query));
  await quietly(absence(opened, effects, FIRST));
  if (isOver()) return;
  await quietly(opened.facts.keepAtHand());
  for (const measure of measures) {
    if (isOver()) return;
    await quietly(answer(opened.facts, opened.setting, measure));
  }
  if (!isOver()) await quietly(opened.facts.compact());
}

const FIRST = { persons: [], from: null, days: 14, target: 0.2, load: 2, assumptions: {}, calibration: null };
