import { command, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import type { RecordData } from '../domain/records/entry.ts';

/** What was just logged, in two lines: it is written in passing. */
export function loggedPage({ title, id, fields }: RecordData): Page {
  const day = fields['check-on'];
  return {
    blocks: [
      textBlock(['Logged: ', strong(title), typeof day === 'string' ? `. Its claim is to be checked on ${day}.` : '']),
      textBlock([quiet('more of it: '), command(`fortnight journal show ${id}`)]),
    ],
  };
}
