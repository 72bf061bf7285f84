import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { editMatter, readMatter } from '../src/documents/edit-front-matter.ts';
import { editSection, editTitle, sectionsOf } from '../src/documents/edit-sections.ts';
import { placeOf } from '../src/documents/matter-place.ts';

/** Decision records of public projects; they lie beside the project where they are shared. */
const directory = join(
  process.env.FORTNIGHT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url)),
  'decisions',
);
const index = join(directory, 'index.json');
const isThere = existsSync(index);

describe.skipIf(!isThere)(
  `edits of decision records of public projects (${isThere ? directory : 'FORTNIGHT_SHARED or ../shared, absent: skipped'})`,
  () => {
    const labelled: readonly { readonly file: string }[] = isThere ? JSON.parse(readFileSync(index, 'utf8')) : [];
    const texts = labelled.map(({ file }) => {
      const bytes = readFileSync(join(directory, file));
      return { file, text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), bytes };
    });

    it('are of all that there are, and reading them loses no byte', () => {
      expect(texts.length).toBeGreaterThan(250);
      for (const { file, text, bytes } of texts) expect(Buffer.from(text).equals(bytes), file).toBe(true);
    });

    it('of a key of the front matter change the line of the key, or add it', () => {
      for (const { file, text } of texts) {
        const after = editMatter(text, { 'decide-by': '2026-12-01' });
        const added = `decide-by: 2026-12-01${placeOf(text).eol}`;
        const { notation, start, end, eol } = placeOf(text);
        const gap = /^\r?\n/.test(text.slice(start)) ? '' : eol;
        const expected =
          notation === 'none'
            ? `${text.slice(0, start)}---${eol}${added}---${eol}${gap}${text.slice(start)}`
            : text.slice(0, end) + (notation === 'toml' ? added.replace(': ', ' = ') : added) + text.slice(end);
        expect(after, file).toBe(expected);
        if (notation !== 'none') expect(editMatter(after, { 'decide-by': null }), file).toBe(text);
      }
    });

    it('of each key that is there leave every line of the others', () => {
      let edits = 0;
      for (const { file, text } of texts) {
        for (const { key } of readMatter(text).fields) {
          edits += 1;
          const [lines, after] = [text, editMatter(text, { [key]: 'changed' })].map((one) => one.split('\n'));
          const [whole, now] = [lines ?? [], after ?? []];
          const head = whole.findIndex((line, at) => line !== now[at]);
          const removed = whole.length - now.length;
          expect(removed, `${file} ${key}`).toBeGreaterThanOrEqual(0);
          expect(now[head], `${file} ${key}`).toContain(`${key}: changed`.slice(-7));
          expect(now.slice(head + 1), `${file} ${key}`).toEqual(whole.slice(head + 1 + removed));
        }
      }
      expect(edits).toBeGreaterThan(100);
    });

    it('of a section or a title to what it says already change nothing; to something else, only that', () => {
      let edits = 0;
      for (const { file, text } of texts) {
        const sections = sectionsOf(text);
        for (const { heading, level, body, end, text: below } of sections) {
          const isFirst = sections.find((one) => one.level > 1 && one.heading.toLowerCase() === heading.toLowerCase());
          if (level === 1 || isFirst?.body !== body) continue;
          edits += 1;
          if (/^(?:```|~~~|<!--)/m.test(below)) continue;
          expect(editSection(text, heading, below), `${file} ${heading}`).toBe(text);
          const after = editSection(text, heading, 'changed');
          expect(after.startsWith(text.slice(0, body)), `${file} ${heading}`).toBe(true);
          expect(after.endsWith(text.slice(end)), `${file} ${heading}`).toBe(true);
        }
        const title = sections.find(({ level }) => level === 1);
        if (title === undefined) continue;
        expect(editTitle(text, title.heading), file).toBe(text);
        const changed = text.slice(0, title.headingFrom) + 'changed' + text.slice(title.headingTo);
        expect(editTitle(text, 'changed'), file).toBe(changed);
      }
      expect(edits).toBeGreaterThan(800);
    });
  },
);
