import { oneLine } from '../app/show.ts';
import type { SpareChange } from '../domain/coding-log.ts';
import type { Effects } from '../domain/effects.ts';
import type { CodingReason } from '../domain/records/coding.ts';

/** One key each. */
const KEYS: Readonly<Record<string, CodingReason>> = {
  s: 'strategic',
  l: 'leverage',
  h: 'hiding',
  i: 'self-indulgence',
};
const SKIPS = ['\r', '\n'];
/** q, Esc, Ctrl-C, Ctrl-D. */
const ENDS = ['q', '\u001b', '\u0003', '\u0004'];

/**
 * Asks why each of these changes was written, one key each: a reason, Enter to skip, q to end. Other keys are passed over. Whatever was
 * answered before the end is kept.
 */
export async function askCoding(
  { readKey, stderr, ...effects }: Effects,
  asked: readonly SpareChange[],
  answer: (change: SpareChange, why: CodingReason) => Promise<void>,
): Promise<void> {
  if (readKey === undefined) return;
  const say = (text: string) => stderr.write(`${oneLine(text, { ...effects, stderr })}\n`);
  for (const [i, change] of asked.entries()) {
    say(`${i + 1}/${asked.length} ${change.landed} ${change.title}`);
    say(`    ${change.areas.join(', ')}; known to ${change.others.people.join(', ')}`);
    say(
      `    Why? ${Object.entries(KEYS)
        .map(([key, why]) => `${key} ${why}`)
        .join(', ')}; Enter skips, q ends`,
    );
    const why = await keyOf(readKey);
    if (why === 'end') return;
    if (why === 'skip') continue;
    await answer(change, why);
    say(`    ${why}`);
  }
}

async function keyOf(readKey: () => Promise<string>): Promise<CodingReason | 'skip' | 'end'> {
  for (;;) {
    const key = (await readKey()).toLowerCase();
    if (ENDS.includes(key)) return 'end';
    if (SKIPS.includes(key)) return 'skip';
    const why = KEYS[key];
    if (why !== undefined) return why;
  }
}
