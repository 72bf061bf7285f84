import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { editDecision } from '../src/documents/edit-decision.ts';
import { readDecision } from '../src/documents/read-decision.ts';

/** Decision records of public projects; they lie beside the project where they are shared. */
const directory = join(
  process.env.FORTNIGHT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url)),
  'decisions',
);
const index = join(directory, 'index.json');
const isThere = existsSync(index);
const by = { target: '0099-another-way.md', title: 'Another way' };
const EDITS = [
  ['accepted', { status: 'accepted' }],
  ['proposed', { status: 'proposed' }],
  ['rejected', { status: 'rejected' }],
  ['abandoned', { status: 'abandoned' }],
  ['deprecated', { status: 'deprecated' }],
  ['superseded', { status: 'superseded', supersededBy: by }],
  ['dated', { date: '2031-07-09' }],
  ['superseding', { supersedes: [by] }],
] as const;

/** Lines that are not in both, as `-line` and `+line`; an edit in the middle of a text moves none of the others. */
function changedLines(before: string, after: string): string[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  const changed: string[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      i += 1;
      j += 1;
      continue;
    }
    const next = b.indexOf(a[i] ?? '\0', j);
    const isAdded = i < a.length && next !== -1 && next - j <= 6 && a[i] !== '';
    if (isAdded || i >= a.length) changed.push(`+${b[j++]}`);
    else if (j < b.length && a[i + 1] !== b[j]) {
      changed.push(`-${a[i++]}`, `+${b[j++]}`);
    } else changed.push(`-${a[i++]}`);
  }
  return changed;
}

describe.skipIf(!isThere)(
  `decision records of public projects are edited (${isThere ? directory : 'FORTNIGHT_SHARED or ../shared, absent: skipped'})`,
  () => {
    const files: readonly { file: string; path: string }[] = isThere ? JSON.parse(readFileSync(index, 'utf8')) : [];
    const records = files.map(({ file, path }) => ({ file, path, text: readFileSync(join(directory, file), 'utf8') }));

    it.each(EDITS)('%s, each in its own dialect: it says so, and says everything else as before', (_, edit) => {
      expect(records).toHaveLength(270);
      for (const { file, path, text } of records) {
        const before = readDecision(path, text, null);
        const edited = editDecision(path, text, edit);
        const after = readDecision(path, edited, null);
        const said = (decision: typeof before) => ({
          title: decision.title,
          deciders: decision.deciders,
          affects: decision.affects,
          ...('status' in edit ? {} : { status: decision.status }),
          ...('date' in edit || before.date === null ? {} : { date: decision.date }),
        });
        expect(said(after), file).toEqual(said(before));
        if ('status' in edit) expect(after.status, file).toBe(edit.status === 'abandoned' ? 'rejected' : edit.status);
        if ('date' in edit) expect(after.date, file).toBe(edit.date);
        if ('supersedes' in edit)
          expect(
            after.supersedes.map(({ target }) => target),
            file,
          ).toContain(by.target);
        if ('supersededBy' in edit)
          expect(
            after.supersededBy.map(({ target }) => target),
            file,
          ).toContain(by.target);
        // A second time changes nothing.
        expect(editDecision(path, edited, edit), file).toBe(edited);
        const changed = changedLines(text, edited);
        expect(changed.length, `${file}\n${changed.join('\n')}`).toBeLessThanOrEqual(8);
        for (const line of changed) expect(line, file).toMatch(MEANT);
      }
    });
  },
);

/** A line about status, date or links, an empty one beside it, or the fences of front matter. */
const MEANT =
  /^[-+]\s*$|^[-+]---\s*$|status|date|datum|supersed|superced|accepted|propos|rejected|deprecated|draft|pending|outdated|decided|approved|abandoned|akzeptiert|angenommen|resolved|active|valid adr|\d{4}/i;
