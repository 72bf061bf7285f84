import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { editMatter, type MatterValue, readMatter } from './edit-front-matter.ts';
import { placeOf } from './matter-place.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { readYaml } from './yaml-entries.ts';

const valuesOf = (text: string) => Object.fromEntries(readMatter(text).fields.map(({ key, value }) => [key, value]));

/** Texts in which YAML sees something else, or breaks; and what anybody writes. */
const TRICKY = [
  ...[
    'yes',
    'No',
    'on',
    'null',
    '~',
    'true',
    '1e3',
    '0x1f',
    '007',
    '1_000',
    '1:30',
    '.inf',
    '.nan',
    '-1',
    '+.5',
    '2026-02-28',
  ],
  ...[
    '2026-02-28 10:00',
    'a: b',
    'a:',
    ': a',
    'a #b',
    '#a',
    '- a',
    '-',
    '--- a',
    '---',
    '...',
    '@ada',
    '`a`',
    '*.ts',
    '**/x',
    '&a',
  ],
  ...[
    '!a',
    '|',
    '>',
    '%a',
    '? a',
    '[a',
    '{a',
    ']',
    ',',
    'a, b',
    "it's",
    '"quoted"',
    "'a'",
    'C:\\x',
    ' a',
    'a ',
    'a\nb',
    'a\tb',
  ],
  ...[
    'a\r\nb',
    '\u0000',
    '\u0085',
    '\u2028',
    '\ufeff',
    'é',
    '日本',
    '🙂',
    'a\u0301',
    '<<',
    '=',
    'y',
    'src/**',
    'https://a.b/c?d=1#e',
  ],
  ...[
    '0007-use-parquet.md',
    '12e4567',
    'autonomy >= 0.6',
    'run: npm test',
    '"',
    '\\',
    '',
    '0',
    '1.5',
    '1.',
    '0o7',
    '08',
    'x:y',
    '.md',
  ],
];
const text = fc.oneof(
  fc.constantFrom(...TRICKY),
  fc.string({ unit: 'binary', maxLength: 20 }).filter((one) => one.isWellFormed()),
  fc.string({ maxLength: 30 }),
);
const key = fc.constantFrom(
  'status',
  'date',
  'owner',
  'affects',
  'assumptions',
  'decision-makers',
  'y',
  'null',
  'über',
  'a b',
);
const item = fc.dictionary(fc.constantFrom('on', 'held', 'note', 'a b'), fc.oneof(text, fc.integer(), fc.boolean()), {
  minKeys: 1,
});
const value: fc.Arbitrary<MatterValue> = fc.oneof(
  text,
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.boolean(),
  fc.array(text, { maxLength: 5 }),
  fc.array(item, { minLength: 1, maxLength: 4 }),
);

/** Blocks of front matter as people and tools write them, each a key of its own, and what it says. */
const BLOCKS = [
  'status: accepted',
  'date:   2024-05-06   # decided late',
  'owner: "Ada \\"the\\" Lead"',
  "team: 'it''s us'",
  'empty:',
  'nothing: ~ # nobody',
  'flow: [ada, "bo, cy",   dora] # in order',
  'flow-long: [ada,\n  bo, # second\n  cy\n  ]',
  'map: { a: 1, b: two }',
  'list:\n  - src/**\n  # why not tests\n  - docs/** # and these\n\n  - "*.md"',
  'tight-list:\n- a\n- b',
  'folded: >-\n  one\n  two\n\n  three',
  'literal: |\n  # not a comment\n    indented\n',
  'kept: |+\n  one\n\n',
  'plain: goes on\n  over lines',
  'quoted: "goes on\n  over lines"',
  'items:\n  - on: 2024-05-06\n    held: 2024-05-07 # late\n    note: fine\n  - on: 2024-06-06',
  'nested:\n  deeper:\n    - a\n  other: b # kept',
  'yes: no',
  '# a comment on its own',
  '',
  '"a key": quoted',
  'tagged: !!str 12',
  'Unicode 日本: 値 🙂',
  'tab:\tvalue',
];
const matter = fc
  .uniqueArray(fc.constantFrom(...BLOCKS), { maxLength: 12 })
  .map((blocks) => blocks.map((block) => (block.endsWith('\n') ? block : `${block}\n`)).join(''));
const document = fc
  .record({
    mark: fc.constantFrom('', '\u{FEFF}'),
    matter: fc.oneof(
      { weight: 5, arbitrary: matter.map((inside) => `---\n${inside}---\n`) },
      { weight: 1, arbitrary: fc.constant('') },
    ),
    body: fc.constantFrom(
      '',
      '# Title\n',
      '\n# Title\n\n---\n\nText without an end',
      'status: not this one\n',
      '---\nno matter',
    ),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map((parts) => parts.mark + (parts.matter + parts.body).replaceAll('\n', parts.eol));

describe('front matter', () => {
  it('says after an edit what was asked for, and everything else as before', () => {
    fc.assert(
      fc.property(document, key, value, (before, name, wanted) => {
        const after = editMatter(before, { [name]: wanted });
        const [old, now] = [valuesOf(before), valuesOf(after)];
        expect(now[name]).toEqual(wanted);
        expect({ ...now, [name]: null }).toEqual({ ...old, [name]: null });
        expect(after.endsWith(before.slice(placeOf(before).body))).toBe(true);
        expect(after.startsWith('\u{FEFF}')).toBe(before.startsWith('\u{FEFF}'));
        if (before.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every line that does not belong to the key', () => {
    fc.assert(
      fc.property(document, key, value, (before, name, wanted) => {
        const [start, end] = [before, editMatter(before, { [name]: wanted })].map((one) =>
          one.replace('\u{FEFF}', '').split('\n'),
        );
        const others = (start ?? []).filter((line) => !linesOf(before, name).includes(line));
        let at = 0;
        for (const line of end ?? []) if (line === others[at]) at += 1;
        expect(others.slice(at)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same text again when an added key is taken away', () => {
    fc.assert(
      fc.property(document, value, (before, wanted) => {
        fc.pre(placeOf(before).notation !== 'none');
        expect(editMatter(editMatter(before, { fresh: wanted }), { fresh: null })).toBe(before);
      }),
    );
  });

  it('is left alone, byte for byte, when it already says so', () => {
    fc.assert(
      fc.property(document, (before) => {
        const same = Object.fromEntries(Object.entries(valuesOf(before)).filter(([, one]) => one !== null));
        expect(editMatter(before, same as Record<string, MatterValue>)).toBe(before);
      }),
    );
  });

  it('reads the same whether by the quick way or by the parser', () => {
    let quick = 0;
    const soup = fc
      .array(
        fc.constantFrom(
          ...'ab1é ',
          ': ',
          ':',
          ' #',
          '#',
          '- ',
          '"',
          "'",
          '[',
          ']',
          ', ',
          '0',
          '2024-05-06',
          'true',
          'key: ',
          '\n',
        ),
        {
          maxLength: 12,
        },
      )
      .map((parts) => `key: ${parts.join('')}\n`);
    const listed = fc
      .array(
        fc.oneof(fc.constantFrom('a', 'src/**', 'a b', '"x, y"', '""', '"é"', 'null', '"\\n"', 'a:', 'b '), text),
        { maxLength: 4 },
      )
      .map((items) => `key: [${items.join(', ').replaceAll('\n', ' ')}]\n`);
    const line = text.map((one) => `key: ${one.replaceAll('\n', ' ')}\n`);
    fc.assert(
      fc.property(fc.oneof(matter, soup, line, listed), (inside) => {
        const read = readPlainYaml(inside);
        if (read === null) return;
        quick += 1;
        expect(read).toEqual(only(readYaml(inside)));
      }),
      { numRuns: 3000 },
    );
    expect(quick).toBeGreaterThan(300);
  });

  it('writes texts that YAML 1.1 and 1.2 both read as they were', () => {
    fc.assert(
      fc.property(text, (one) => {
        const written = editMatter('', { key: one, list: [one], items: [{ a: one }] });
        for (const version of ['1.1', '1.2'] as const) {
          // A day is a day in YAML 1.1, as MADR writes it.
          if (version === '1.1' && /^\d{4}-\d{2}-\d{2}$/.test(one)) continue;
          const { start, end } = placeOf(written);
          expect(parse(written.slice(start, end), { version })).toEqual({ key: one, list: [one], items: [{ a: one }] });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('an edit of YAML', () => {
  const edited = (before: string, changes: Parameters<typeof editMatter>[1]) => editMatter(before, changes);

  it('leaves quotes, comments and odd spaces where they are', () => {
    const before = '---\nstatus:   "proposed"  # since spring\n# above date\ndate: 2024-05-06\n---\n# T\n';
    expect(edited(before, { status: 'accepted', date: '2024-06-07' })).toBe(
      '---\nstatus:   accepted  # since spring\n# above date\ndate: 2024-06-07\n---\n# T\n',
    );
  });

  it('changes one item of a list, and one key of an item, and nothing beside it', () => {
    const before =
      '---\naffects: # paths\n  - src/** # all\n  - docs/**\ncheck-ins:\n  - on: 2024-05-06 # a Monday\n    note: "fine"\n  - on: 2024-06-06\n---\n';
    const affects = ['src/**', 'docs/*.md', 'test/**'];
    expect(edited(before, { affects })).toBe(before.replace('  - docs/**\n', '  - docs/*.md\n  - test/**\n'));
    const items = [{ on: '2024-05-06', note: 'fine', held: '2024-05-07' }, { on: '2024-06-06' }];
    expect(edited(before, { 'check-ins': items })).toBe(
      before.replace('    note: "fine"\n', '    note: "fine"\n    held: 2024-05-07\n'),
    );
    expect(edited(before, { 'check-ins': [{ on: '2024-06-06' }] })).toBe(
      before.replace('  - on: 2024-05-06 # a Monday\n    note: "fine"\n', ''),
    );
  });

  it('puts front matter before a text that has none, and after a byte order mark', () => {
    expect(edited('# T\r\n', { status: 'open' })).toBe('---\r\nstatus: open\r\n---\r\n\r\n# T\r\n');
    expect(edited('\u{FEFF}# T', { status: 'open' })).toBe('\u{FEFF}---\nstatus: open\n---\n\n# T');
    expect(edited('', { status: 'open' })).toBe('---\nstatus: open\n---\n');
    expect(edited('---\n---\n', { status: 'open' })).toBe('---\nstatus: open\n---\n');
    expect(edited('---\nstatus: a\n---', { status: 'open' })).toBe('---\nstatus: open\n---');
  });

  it('changes the last of two keys, which is the one that counts, and takes both away', () => {
    const before = '---\nstatus: a\nowner: ada\nstatus: b\n---\n';
    expect(readMatter(before).problems).toEqual([{ line: 4, message: 'says status twice; the last one counts' }]);
    expect(edited(before, { status: 'c' })).toBe('---\nstatus: a\nowner: ada\nstatus: c\n---\n');
    expect(edited(before, { status: null })).toBe('---\nowner: ada\n---\n');
  });

  it('works line by line where there is no YAML, and is refused where that would not be safe', () => {
    const before = '---\ntitle: why: because\nstatus: a\nlist:\n  - x: [\n---\n';
    expect(readMatter(before)).toMatchObject({
      fields: [{ key: 'title', value: 'why: because' }, { key: 'status' }, { key: 'list' }],
    });
    expect(readMatter(before).problems).toHaveLength(1);
    expect(edited(before, { status: 'b' })).toBe(before.replace('status: a', 'status: b'));
    expect(() => edited(before, { list: ['y'] })).toThrow('cannot be changed safely');
    expect(() => edited('---\n{a: 1}\n---\n', { b: 2 })).toThrow('cannot be changed safely');
    // The other key means the first one's value.
    expect(() => edited('---\na: &x 1\nb: *x\n---\n', { a: 2 })).toThrow('cannot be changed safely');
    expect(edited('---\na: &x 1\nb: *x\n---\n', { c: 2 })).toBe('---\na: &x 1\nb: *x\nc: 2\n---\n');
  });

  it('is made in no time, whatever a stranger wrote', () => {
    const hostile = [
      `a: ${'['.repeat(9000)}`,
      `a: ${'{b: '.repeat(5000)}`,
      `${'- '.repeat(20000)}a`,
      `a: &a [x]\n${Array.from({ length: 300 }, (_, at) => `b${at}: [*a, *a]`).join('\n')}`,
      `a: "${'\\'.repeat(30001)}`,
      `${'a: b\n'.repeat(6000)}`,
      `a:\n${' '.repeat(30_000)}b`,
      `? ${'? '.repeat(10_000)}`,
      `a: |\n${'  x\n'.repeat(12_000)}`,
    ];
    for (const inside of hostile) {
      const before = performance.now();
      try {
        editMatter(`---\n${inside}\n---\n`, { status: 'open' });
      } catch (error) {
        expect(error).toMatchObject({ code: 'not-editable' });
      }
      expect(performance.now() - before, inside.slice(0, 20)).toBeLessThan(5000);
    }
  });
});

describe('an edit of TOML', () => {
  const before =
    '+++\r\ntitle = "A \\"b\\"" # as is\r\ndate = 2024-05-06\r\ntags = [\r\n  "x", # why\r\n  "y",\r\n]\r\nlong = \'\'\'\r\n[no table]\r\n\'\'\'\r\n\r\n[extra]\r\nkept = 1_000\r\n+++\r\nText';

  it('changes the value alone; a new key stands before the first table', () => {
    expect(editMatter(before, { date: '2024-06-07' })).toBe(before.replace('2024-05-06', '2024-06-07'));
    expect(editMatter(before, { title: 'B' })).toBe(before.replace('"A \\"b\\""', '"B"'));
    expect(editMatter(before, { items: [{ on: '2024-05-06', 'a b': true }] })).toBe(
      before.replace('[extra]', 'items = [{ on = 2024-05-06, "a b" = true }]\r\n[extra]'),
    );
    expect(editMatter(before, { tags: null })).toBe(before.replace(/tags[^\]]*\]\r\n/, ''));
  });

  it('says after an edit what was asked for, and everything else as before', () => {
    fc.assert(
      fc.property(fc.constantFrom('title', 'tags', 'long', 'fresh', 'a b'), value, (name, wanted) => {
        const after = editMatter(before, { [name]: wanted });
        expect(valuesOf(after)).toEqual({ ...valuesOf(before), [name]: wanted });
        expect(after).toContain(
          '\r\n\r\n[extra]\r\nkept = 1_000\r\n+++\r\nText'.slice(name in valuesOf(before) ? 0 : 4),
        );
      }),
    );
  });
});

const only = ({ entries, problems }: ReturnType<typeof readYaml>) => ({ entries, problems });
/** The lines that the key's own value stands on. */
function linesOf(document: string, name: string): string[] {
  const { start, end } = placeOf(document);
  const inside = document.slice(start, end);
  return readYaml(inside)
    .entries.filter((entry) => entry.key === name)
    .flatMap((entry) => inside.slice(entry.start, entry.stop).split('\n'));
}
