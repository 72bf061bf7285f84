import { plain } from '../../domain/plain.ts';

/** Records refuse longer ones. */
const MOST_CHARACTERS = 200;

/** A stranger's text as the title of a record, which becomes a heading: one line without tricks, and not endless. */
export function recordTitle(text: string): string {
  const words = [...plain(text)];
  return words.length <= MOST_CHARACTERS ? words.join('') : `${words.slice(0, MOST_CHARACTERS - 1).join('')}…`;
}
