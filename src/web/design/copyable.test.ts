import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Copyable, csvCell, toCsv, toMarkdown } from './copyable.ts';

const table = (...cells: string[]): Copyable => ({
  title: 'Areas',
  columns: [
    { label: 'Area', align: 'left' },
    { label: 'Share', align: 'right' },
  ],
  rows: [cells],
});

/** As a spreadsheet reads it: RFC 4180, by position. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (isQuoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += c;
        i += 1;
      } else isQuoted = false;
    } else if (c === '"' && cell === '') isQuoted = true;
    else if (c === ',') {
      row.push(cell);
      cell = '';
    } else if (c === '\r' && text[i + 1] === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
      i += 1;
    } else cell += c;
  }
  return rows;
}

/** What Excel, LibreOffice and Google Sheets compute instead of showing; leading blanks and quotes are passed over. */
const isFormula = (cell: string): boolean =>
  /^[\s"\u00a0]*[=+\-@\t\r]/.test(cell) && !/^[-+]?[\d,]+(\.\d+)?%?$/.test(cell);

const NASTY = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '"',
        "'",
        ' ',
        '\u00a0',
        '＝',
        '|',
        ',',
        ';',
        '\u202e',
        '\ufeff',
      ),
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '"', '', ' ', '\u200b'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
  fc.constantFrom('=HYPERLINK("http://x")', ' =1+1', '"=1+1"', '-1+1', "+cmd|' /C calc'!A0", '@SUM(A1)', '\u200b=1+1'),
);

describe('a figure as CSV', () => {
  test('is quoted as RFC 4180 says, one line a row', () => {
    expect(toCsv(table('src, "core"', '43%'))).toBe('Area,Share\r\n"src, ""core""",43%\r\n');
  });

  test('leaves numbers numbers', () => {
    for (const number of ['12', '-3', '+3', '4.3', '43%', '-0.5', '0']) expect(csvCell(number)).toBe(number);
    expect(csvCell('12,345')).toBe('"12,345"');
  });

  test('shows what a spreadsheet would compute', () => {
    expect(csvCell('=1+1')).toBe("'=1+1");
    expect(csvCell('-1+1')).toBe("'-1+1");
    expect(csvCell('  @SUM(A1)')).toBe("'  @SUM(A1)");
    expect(csvCell('"=1+1"')).toBe(`"'""=1+1"""`);
    expect(csvCell('\u200b=1+1').startsWith("'") || !isFormula(csvCell('\u200b=1+1'))).toBe(true);
  });

  test('holds for any cell: as many cells as went in, none a formula, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(NASTY, NASTY), { maxLength: 5 }), (rows) => {
        const read = readCsv(toCsv({ ...table(), rows }));
        expect(read.length).toBe(rows.length + 1);
        for (const row of read) {
          expect(row.length).toBe(2);
          for (const cell of row) expect(isFormula(cell), JSON.stringify(cell)).toBe(false);
        }
      }),
    );
  });
});

describe('a figure as Markdown', () => {
  test('is a table under its title, numbers to the right', () => {
    expect(toMarkdown({ ...table('src', '43%'), note: 'Of 118 changes.' })).toBe(
      '**Areas**\n\n| Area | Share |\n| --- | ---: |\n| src | 43% |\n\nOf 118 changes.\n',
    );
  });

  test('holds for any cell: no bar, HTML, link or line end of a stranger', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          NASTY,
          fc.constantFrom('a|b', '<script>x</script>', '[x](http://y)', '![x](y)', '`|`', '\\|', 'http://evil'),
        ),
        (cell) => {
          const lines = toMarkdown(table(cell, '1')).split('\n');
          expect(lines.length).toBe(6);
          const row = lines[4] as string;
          expect(row.match(/(?<!\\)\|/g)?.length, row).toBe(3);
          const outside = row.replace(/(`+) ?.*? ?\1(?!`)/g, '');
          expect(outside).not.toMatch(/[<>[\]]|:\/\//);
        },
      ),
    );
  });
});
