import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import { type ChecklistLine, markOf } from './checklist.ts';
import { readChecklist } from './checklist-file.ts';
import { itemText } from './checklist-item.ts';
import { mergeChecklist } from './checklist-merge.ts';
import { fingerprint } from './fingerprint.ts';

const item = (id: string, text = `Do ${id}`): ChecklistLine => ({ id, lead: '- [ ] ', text });
const LIST: readonly ChecklistLine[] = [
  { id: 'title', lead: '# ', text: 'Plan' },
  { id: 'first', lead: '## ', text: 'Before' },
  item('a'),
  item('b'),
  { id: 'then', lead: '## ', text: 'After' },
  item('c'),
];
const merge = (text: string, lines: readonly ChecklistLine[] = LIST, restore = false) =>
  mergeChecklist(text, lines, { owner: '0badcafe', restore });
const fresh = merge('').text;
/** The file as a person reads it: without comments. */
const seen = (text: string) => text.replace(/ *<!-- .*? -->/g, '').trim();

describe('a checklist that is written again', () => {
  it('is written fresh with headings between empty lines, and again changes nothing', () => {
    expect(seen(fresh)).toBe('# Plan\n\n## Before\n\n- [ ] Do a\n- [ ] Do b\n\n## After\n\n- [ ] Do c');
    expect(merge(fresh)).toMatchObject({ text: fresh, added: 0, refreshed: 0, dropped: 0, kept: 0, removed: 0 });
  });

  it('keeps ticks, words and notes, and refreshes what nobody touched', () => {
    const edited = fresh
      .replace('- [ ] Do a', '- [x] Do a')
      .replace('Do b', 'Do b with Bea')
      .replace('## After', 'Call mother.\n\n## After');
    const again = merge(
      edited,
      LIST.map((line) => (line.id === 'c' ? item('c', 'Do c soon') : line)),
    );
    expect(seen(again.text)).toBe(
      '# Plan\n\n## Before\n\n- [x] Do a\n- [ ] Do b with Bea\n\nCall mother.\n\n## After\n\n- [ ] Do c soon',
    );
    expect(again).toMatchObject({ kept: 2, refreshed: 1 });
  });

  it('says below a line somebody touched that its grounds have changed, and takes it back when they have not', () => {
    const ticked = fresh.replace('- [ ] Do a', '- [x] Do a');
    const changed = merge(
      ticked,
      LIST.map((line) => (line.id === 'a' ? item('a', 'Do a twice') : line)),
    );
    expect(seen(changed.text)).toContain('- [x] Do a\n  - It would now say: Do a twice\n- [ ] Do b');
    expect(merge(changed.text).text).toBe(ticked);
    const gone = merge(
      ticked,
      LIST.filter(({ id }) => id !== 'a'),
    );
    expect(seen(gone.text)).toContain('- [x] Do a\n  - Nothing in the evidence speaks of this any more.\n- [ ] Do b');
  });

  it('drops what nothing supports any more unless somebody touched it or wrote under it', () => {
    const without = LIST.filter(({ id }) => id !== 'a' && id !== 'b');
    const noted = fresh.replace(/(- \[ \] Do b.*\n)/, '$1  asked Bea\n');
    expect(seen(merge(noted, without).text)).toBe(
      '# Plan\n\n## Before\n\n- [ ] Do b\n  asked Bea\n  - Nothing in the evidence speaks of this any more.\n\n## After\n\n- [ ] Do c',
    );
  });

  it('leaves out what somebody took out, until told to restore it', () => {
    const shorter = fresh.replace(/- \[ \] Do a.*\n/, '');
    const again = merge(shorter);
    expect(again).toMatchObject({ text: shorter, removed: 1 });
    expect(merge(shorter, LIST, true).text).toBe(fresh);
  });

  it('puts a new line where it stands in a fresh list, below what a person wrote there', () => {
    const noted = fresh.replace(/(- \[ \] Do a.*\n)/, '$1and tell Bea\n  1. first\n');
    const more = [...LIST.slice(0, 3), item('new'), ...LIST.slice(3)];
    expect(seen(merge(noted, more).text)).toContain('- [ ] Do a\nand tell Bea\n  1. first\n- [ ] Do new\n- [ ] Do b');
  });

  it('keeps the line ends, the byte order mark and the missing end of the last line', () => {
    const windows = `\u{FEFF}${fresh.replaceAll('\n', '\r\n').trimEnd()}`;
    const again = merge(windows, [...LIST, item('d')]);
    expect(again.text.startsWith('\u{FEFF}# Plan')).toBe(true);
    expect(again.text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(seen(again.text)).toContain('- [ ] Do c\r\n- [ ] Do d');
    expect(again.text.endsWith('-->')).toBe(true);
  });

  it('takes what stands in a code fence, and a copy of a line, for the own words of a person', () => {
    const fenced = fresh.replace(/(- \[ \] Do a.*\n)/, '\n```\n$1```\n');
    expect(merge(fenced).text).toBe(fenced);
    const copied = fresh.replace(/(- \[ \] Do a.*\n)/, '$1$1');
    expect(
      merge(
        copied,
        LIST.filter(({ id }) => id !== 'a'),
      ).text,
    ).toContain(copied.match(/(- \[ \] Do a.*\n)\1/)?.[0]);
  });

  it('marks lines so that no branch or path ends the comment', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (id) => {
        expect(markOf(id)).toMatch(/^(?!.*--)[A-Za-z0-9_.%/+-]{0,120}$/);
      }),
    );
    expect(markOf('open-work/--> <script>')).toBe('open-work/-%2D%3E%20%3Cscript%3E');
    expect(markOf(`area/${'x'.repeat(300)}a`)).not.toBe(markOf(`area/${'x'.repeat(300)}b`));
  });
});

/** What a person may do to a file between two runs. */
type Edit =
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  | { readonly kind: 'tick' | 'reword' | 'delete' | 'copy' | 'move' | 'indent'; readonly at: number }
  | { readonly kind: 'windows' | 'mark' | 'end' }
  | { readonly kind: 'run'; readonly list: number };

/** Evidence changes too: lines come, go and say something else. */
const LISTS: readonly (readonly ChecklistLine[])[] = [
  LIST,
  LIST.map((line) => (line.lead === '- [ ] ' ? { ...line, text: `${line.text} at once` } : line)),
  LIST.filter(({ id }) => id !== 'a' && id !== 'then'),
  [...LIST.slice(0, 3), item('new'), ...LIST.slice(3), { id: 'last', lead: '### ', text: 'Last' }, item('d')],
  [],
];

const NASTY = [
  'a note',
  '  - nested',
  '```',
  '~~~ts',
  '',
  '   ',
  '# heading',
  '- [ ] mine',
  '<!--',
  '-->',
  '<!-- fortnight:a 00000000 -->',
  '- [ ] Do a <!-- fortnight:a 00000000 -->',
  '<!-- fortnight:list 0badcafe 00000000 -->',
  '\u2028odd\u0085',
];
const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.nat(40),
    text: fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: 'binary' }).map((text) => text.replace(/[\r\n]/g, '')),
    ),
  }),
  fc.record({
    kind: fc.constantFrom(
      'tick' as const,
      'reword' as const,
      'delete' as const,
      'copy' as const,
      'move' as const,
      'indent' as const,
    ),
    at: fc.nat(40),
  }),
  fc.record({ kind: fc.constantFrom('windows' as const, 'mark' as const, 'end' as const) }),
  fc.record({ kind: fc.constant('run' as const), list: fc.nat(LISTS.length - 1) }),
);

function apply(text: string, edit: Edit): string {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  switch (edit.kind) {
    case 'run':
      return merge(text, LISTS[edit.list] ?? []).text;
    case 'windows':
      return text.replace(/\r\n|\n|\r/g, '\r\n');
    case 'mark':
      return text.startsWith('\u{FEFF}') ? text.slice(1) : `\u{FEFF}${text}`;
    case 'end':
      return text.replace(/(\r\n|\n|\r)$/, '');
    default:
  }
  const at = edit.at % Math.max(1, lines.length);
  const line = lines[at] ?? '';
  const put = (...instead: string[]) => [...lines.slice(0, at), ...instead, ...lines.slice(at + 1)].join('');
  switch (edit.kind) {
    case 'insert':
      return put(`${edit.text}\n`, line);
    case 'tick':
      return put(line.replace('[ ]', '[x]'));
    case 'reword':
      return put(line.replace('Do', 'Really do'));
    case 'indent':
      return put(`  ${line}`);
    case 'delete':
      return put();
    case 'copy':
      return put(line, line);
    case 'move':
      return put() + line;
  }
}

/** A person's own lines, in order: all but the empty ones, and those of ours that nobody touched. */
const ownLines = (text: string): string[] =>
  readChecklist(text).lines.flatMap(({ content, mark, isLedger }) =>
    isLedger || content.trim() === '' || (mark !== null && !mark.isTouched) ? [] : [content],
  );

const RUNS = 400 * Number(process.env.FORTNIGHT_SOAK ?? 1);

describe('whatever a person does to the file', () => {
  it('no run loses or moves a line of theirs, and a second run changes nothing', () => {
    fc.assert(
      fc.property(fc.array(editArbitrary, { maxLength: 12 }), fc.nat(LISTS.length - 1), (edits, list) => {
        const before = edits.reduce(apply, fresh);
        const lines = LISTS[list] ?? [];
        const once = merge(before, lines).text;
        expect(ownLines(once)).toEqual(ownLines(before));
        expect(merge(once, lines).text).toBe(once);
        expect(once.startsWith('\u{FEFF}')).toBe(before.startsWith('\u{FEFF}'));
      }),
      { numRuns: RUNS },
    );
  });

  it('what they took out stays out while the list at the end of the file says so', () => {
    fc.assert(
      fc.property(fc.subarray(['a', 'b', 'c']), fc.array(fc.nat(LISTS.length - 1), { maxLength: 4 }), (out, runs) => {
        const without = out.reduce((text, id) => text.replace(new RegExp(`- \\[ \\] Do ${id}\\b.*\n`), ''), fresh);
        const after = runs.reduce((text, list) => merge(text, LISTS[list]).text, without);
        for (const id of out) expect(after).not.toContain(`Do ${id} `);
      }),
      { numRuns: 100 },
    );
  });

  it('words of theirs survive byte for byte in any place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(40), fc.string({ unit: 'binary' })), { maxLength: 6 }), (notes) => {
        const words = notes.map(([at, text], i) => ({ at, text: `§${i} ${text.replace(/[\r\n]/g, ' ')}` }));
        const before = words.reduce((text, { at, text: own }) => apply(text, { kind: 'insert', at, text: own }), fresh);
        for (const list of LISTS) {
          const after = merge(before, list).text;
          for (const { text } of words) expect(after.split(/\r\n|\n|\r/)).toContain(text);
        }
      }),
      { numRuns: RUNS / 4 },
    );
  });

  it.each([
    ['a line of spaces', `${' '.repeat(500_000)}x\n`],
    ['a tick and a line of tabs', `- [ ] a${'\t'.repeat(500_000)}<!-- fortnight: -->\n`],
    ['marks that nothing wants', entries(8000, (i) => `- [ ] Do ${i}`)],
    ['marks that somebody reworded', entries(8000, () => 'reworded')],
    [
      'fences that are opened and never closed',
      `# x <!-- fortnight:title 00000000 -->\n${'```\n~~~\n'.repeat(50_000)}`,
    ],
    ['a long memory', `<!-- fortnight:list 00000000 ${'01234567 '.repeat(90_000)}-->\n`],
  ])('costs no more than moments where there is %s', (_, text) => {
    const started = processorTime();
    const { text: after } = merge(text);
    for (const { content } of readChecklist(after).lines) itemText(content);
    expect(processorTime() - started).toBeLessThan(6000);
  });
});

/** Entries as if an earlier list had held them. */
function entries(count: number, textOf: (i: number) => string): string {
  const line = (i: number) => `${textOf(i)} <!-- fortnight:x${i} ${fingerprint(`- [ ] Do ${i}`)} -->\n`;
  return Array.from({ length: count }, (_, i) => line(i)).join('');
}
