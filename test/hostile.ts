import fc from 'fast-check';
import type { Block, Inline, Page, PageCell } from '../src/domain/page.ts';

/** Text as a stranger might put it into a name, a path or a subject to do more than be read. */
export const hostileText: fc.Arbitrary<string> = fc.string({
  maxLength: 40,
  unit: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'abcXYZ 09-_./ ') },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...[
          '[x](http://evil)',
          '![p](//e)',
          '<img src=x>',
          '<!--',
          '@team',
          '#12',
          '`',
          '``',
          '|',
          '\\|',
          '*',
          '__',
          '~~',
        ],
        ...[
          'www.evil.example',
          'https://evil',
          'a@b.example',
          'GH-7',
          '!5',
          ':tada:',
          '&amp;',
          '$x$',
          '---',
          '# ',
          '1. ',
          '+ ',
        ],
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        ...['\u001b[31m', '\u001b]8;;http://evil\u0007', '\u009b2J', '\r', '\n', '\t', '\b', '\u0000', '\u007f'],
        ...['\u202e', '\u2066', '\u200b', '\u200d', '\ufeff', '\u061c', '\u2028', '\ud800', '\u{e0041}', '\u0301'],
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...['山', '한', '👩‍👩‍👧', '🏳️‍🌈', 'é', 'ß', 'ﷺ', 'ع']) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
  ),
});

const tone = fc.constantFrom('strong', 'quiet', 'good', 'warn', 'accent', 'command' as const);
const hostileSpan = fc.record({ text: hostileText, tone });
const inline: fc.Arbitrary<Inline> = fc.oneof(
  hostileText,
  hostileSpan,
  fc.array(fc.oneof(hostileText, hostileSpan), { maxLength: 4 }),
);
const cell: fc.Arbitrary<PageCell> = inline;
const column = fc.record({
  label: hostileText,
  align: fc.constantFrom('left', 'right' as const),
  overflow: fc.constantFrom('wrap', 'elide' as const),
});
const table: fc.Arbitrary<Block> = fc.integer({ min: 1, max: 7 }).chain((width) =>
  fc.record({
    kind: fc.constant('table' as const),
    columns: fc.array(column, { minLength: width, maxLength: width }),
    rows: fc.array(
      fc
        .tuple(fc.array(cell, { minLength: width, maxLength: width }), fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([cells, bar]) => (width > 2 ? [...cells.slice(0, -1), { bar }] : cells)),
      { maxLength: 4 },
    ),
  }),
);
const leaf: fc.Arbitrary<Block> = fc.oneof(
  table,
  fc.record({ kind: fc.constant('headline' as const), left: inline, right: inline }),
  fc.record({ kind: fc.constant('text' as const), text: inline }),
  fc.record({
    kind: fc.constant('facts' as const),
    rows: fc.array(fc.record({ label: hostileText, value: inline }), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('list' as const), items: fc.array(inline, { maxLength: 3 }) }),
);
const section: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('section' as const),
  title: hostileText,
  sure: fc.constantFrom('high', 'medium', 'low', 'none', null),
  blocks: fc.array(leaf, { maxLength: 3 }),
});
const columns: fc.Arbitrary<Block> = fc.record({
  kind: fc.constant('columns' as const),
  left: fc.array(fc.oneof(leaf, section), { maxLength: 3 }),
  right: fc.array(fc.oneof(leaf, section), { maxLength: 3 }),
});

/** Any page, its every text hostile. */
export const hostilePage: fc.Arbitrary<Page> = fc.record({
  blocks: fc.array(fc.oneof(leaf, section, columns), { maxLength: 4 }),
});
