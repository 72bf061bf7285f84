import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../test/processor-time.ts';
import { readDecision, readDecisions } from './read-decision.ts';

const read = (text: string, path = 'docs/adr/0007-use-a-queue.md', near: number | null = null) => {
  const { title, status, date, deciders } = readDecision(path, text, near);
  return { title, status, date, deciders };
};
const statusOf = (text: string) => read(text).status;
const dateOf = (text: string, near: number | null = null) => read(text, undefined, near).date;

describe('a decision record is read', () => {
  it('from YAML front matter, as MADR 3 and 4 write it', () => {
    expect(
      read(
        '---\nstatus: "superseded by [ADR-0009](0009-no-queue.md)"\ndate: 2024-03-01\ndecision-makers: [Ada Byron, "Bo Chen"]\n---\n# Use a queue\n',
      ),
    ).toEqual({ title: 'Use a queue', status: 'superseded', date: '2024-03-01', deciders: ['Ada Byron', 'Bo Chen'] });
    expect(read('---\nstatus: draft\ndeciders:\n  - Ada\n  - Bo\n---\n').deciders).toEqual(['Ada', 'Bo']);
  });

  it('from TOML front matter', () => {
    expect(read('+++\ntitle = "Use a queue"\nstatus = "accepted"\ndate = 2024-03-01\n+++\nText\n')).toEqual({
      title: 'Use a queue',
      status: 'accepted',
      date: '2024-03-01',
      deciders: [],
    });
  });

  it('from the list under the title, as MADR 2 and log4brains write it', () => {
    expect(
      read(
        '# Use a queue\n\n* Status: accepted <!-- draft | rejected | superseded by -->\n* Deciders: @ada, @bo and Cy\n* Date: 2020-10-16\n\n## Context\n\n* Status: rejected\n',
      ),
    ).toEqual({ title: 'Use a queue', status: 'accepted', date: '2020-10-16', deciders: ['@ada', '@bo', 'Cy'] });
  });

  it('from sections, as adr-tools writes them', () => {
    expect(read('# 7. Use a queue\n\nDate: 2015-02-03\n\n## Status\n\nAccepted\n\n## Context\n')).toEqual({
      title: 'Use a queue',
      status: 'accepted',
      date: '2015-02-03',
      deciders: [],
    });
    expect(statusOf('# A\n\n## Status\n\nSuperceded by [9. No queue](0009-no-queue.md)\n')).toBe('superseded');
    expect(statusOf('# A\n\n## Status\n\nAccepted\n\nSuperseded by [9](9.md)\n')).toBe('superseded');
    expect(statusOf('# A\n\n## Status\n\nAccepted\n\nSupersedes [3](3.md)\n')).toBe('accepted');
    expect(statusOf('A\n=\n\nStatus\n------\n\nproposed\n\nDate\n----\n')).toBe('proposed');
  });

  it('from bold lines and tables, quoted or not', () => {
    expect(
      read(
        '# ADR-001b: Linting\n\n> | | |\n> |---|---|\n> | Date | `2026-02-08` at last |\n> | Status | `Accepted` |\n',
      ),
    ).toEqual({
      title: 'Linting',
      status: 'accepted',
      date: '2026-02-08',
      deciders: [],
    });
    expect(statusOf('# A\n\n**Status:** RFC\n\n**Status**: proposed\n')).toBe('proposed');
  });

  it('with the name of the file for a title and a date where nothing else says so', () => {
    expect(read('Text', 'docs/adr/2022-03-28_017-udp.md')).toEqual({
      title: '2022-03-28_017-udp',
      status: null,
      date: '2022-03-28',
      deciders: [],
    });
  });

  it('whatever its line endings, and with a mark before its first byte', () => {
    expect(read('\ufeff---\r\nstatus: accepted\r\n---\r\n# A\r\n').status).toBe('accepted');
  });
});

describe('the status of a record', () => {
  it.each([
    ['Akzeptiert', 'accepted'],
    ['`Rejected` (by design when proposed)', 'rejected'],
    ['Proposal: use alternative A', 'proposed'],
    ['This ADR has been superseded by ADR 9.', 'superseded'],
    ['**outdated** nobody needs it', 'deprecated'],
    ['Pending', 'proposed'],
    ['Not accepted yet', 'proposed'],
    ['Partly superseded by ADR 9', 'accepted'],
    ['✅ Accepted', 'accepted'],
    ['RESOLVED', null],
    ['> Accepted or Rejected', null],
    ['{proposed | rejected | accepted}', null],
    ['', null],
    ['We accepted nothing', null],
  ])('%j is %s', (text, status) => {
    expect(statusOf(`# A\n\n## Status\n\n${text}\n`)).toBe(status);
  });

  it('is what came last when the record says two things', () => {
    expect(statusOf('---\nstatus: proposed\n---\n# A\n\n## Status\n\nDeprecated\n')).toBe('deprecated');
    expect(statusOf('# A\n\n- Status: accepted\n\n## Status\n\nStatus: Superseded, by something else\n')).toBe(
      'superseded',
    );
    expect(statusOf('---\nstatus: rejected\n---\n# A\n\n## Status\n\nProposed\n')).toBe('rejected');
  });

  it('is not what stands in code or in a comment', () => {
    expect(statusOf('# A\n\n<!--\nStatus: accepted\n-->\n\n```\nStatus: accepted\n```\n')).toBeNull();
  });
});

describe('the date of a record', () => {
  it.each([
    ['2025-11- 05', '2025-11-05'],
    ['2022-11-1', '2022-11-01'],
    ['2021-04', '2021-04'],
    ['3 March 2021', '2021-03-03'],
    ['March 3rd, 2021', '2021-03-03'],
    ['31.12.2020', '2020-12-31'],
    ['12/31/2020', '2020-12-31'],
    ['31/12/20', '2020-12-31'],
    ['2021-02-30', null],
    ['08/01/24', null],
    ['soon', null],
  ])('%j is %s', (text, date) => {
    expect(dateOf(`# A\n\nDate: ${text}\n`)).toBe(date);
  });

  it('that could be two days is the one near which the record was committed', () => {
    const day = (text: string) => Date.parse(text) / 1000;
    expect(dateOf('# A\n\nDate: 08/01/24\n', day('2024-01-10'))).toBe('2024-01-08');
    expect(dateOf('# A\n\nDate: 08/01/24\n', day('2024-08-02'))).toBe('2024-08-01');
    expect(dateOf('# A\n\nDate: 08/01/24\n', day('2022-01-01'))).toBeNull();
  });

  it('is when it was decided rather than when the text was last touched', () => {
    expect(dateOf('# A\n\n* Last updated: 2024-05-05\n* Date: 2020-01-01\n')).toBe('2020-01-01');
  });
});

describe('deciders', () => {
  it('may be listed below their name', () => {
    expect(
      read('# A\n\n* Deciders:\n  * Ada Byron\n  * [Bo](https://example.org/bo)\n* Date: 2020-01-01\n').deciders,
    ).toEqual(['Ada Byron', 'Bo']);
  });

  it('are not the words of the template', () => {
    expect(read('# A\n\n* Deciders: [list everyone involved in the decision]\n').deciders).toEqual([]);
  });
});

describe('any text at all', () => {
  it('is read, and the same each time', () => {
    const piece = fc.constantFrom(
      ...[
        '---\n',
        '+++\n',
        '# ',
        '## Status\n',
        '\n',
        'Status: ',
        'accepted',
        '| ',
        '|\n',
        '> ',
        '<!--',
        '-->',
        '```\n',
        '* ',
        '&a ',
        '*a',
        '[',
        '{',
        ': ',
        '- ',
        '=',
        '\u202e',
        '\u0000',
        '\ud800',
        '2024-01-',
      ],
    );
    const text = fc.array(fc.oneof(piece, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 40 });
    fc.assert(
      fc.property(text, (pieces) => {
        const one = readDecision('adr/a.md', pieces.join(''), null);
        expect(readDecision('adr/a.md', pieces.join(''), null)).toEqual(one);
        expect(one.title.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      'aliases that unfold',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'.replace(/./g, (c, i) => `${c}: &${c} [${`*${'abcdefg'[i]},`.repeat(9)}]\n`)}status: *h\n---\n`,
    ],
    ['brackets within brackets', `---\nstatus: ${'['.repeat(16_000)}\n---\n`],
    ['lists within lists', `---\n${'- '.repeat(8000)}\n---\n`],
    ['blocks within blocks', `---\n${Array.from({ length: 170 }, (_, i) => `${' '.repeat(i)}a:\n`).join('')}---\n`],
    ['front matter without an end', `---\n${'a: b\n'.repeat(50_000)}`],
    ['headings alone', '# Status\n'.repeat(28_000)],
    ['fields alone', '* Status: x\n'.repeat(20_000)],
    ['one long word', 'a'.repeat(1 << 18)],
    ['one long line of a field', `Status ${' '.repeat(1 << 17)}:`],
    ['brackets of links', '['.repeat(1 << 18)],
    ['long lines of links', `# ${'[a]('.repeat(490)}\n`.repeat(130)],
    ['long lines of punctuation', `${`# a${'!'.repeat(1900)}a\n`.repeat(130)}`],
    ['comments without an end', '<!--'.repeat(1 << 16)],
    ['slashes', 'a/'.repeat(1 << 17)],
  ])('costs no more than a moment when it is made of %s', (_, text) => {
    const started = processorTime();
    readDecision('docs/adr/a.md', text.slice(0, 1 << 18), null);
    expect(processorTime() - started).toBeLessThan(500);
  });

  it('costs moments also in thousands of records made of the dearest YAML, and the last are read line by line', () => {
    const dear = `---\na: ${'!a '.repeat(5000)}\nstatus: accepted\ndeciders:\n  - Ada\n---\n# A\n`;
    const near = null;
    const files = Array.from({ length: 1000 }, (_, i) => ({ path: `adr/${i}.md`, content: dear, near }));
    const started = processorTime();
    const decisions = readDecisions([
      { path: 'adr/first.md', content: dear.replace(/^a: .*$/m, 'a: b'), near },
      ...files,
    ]);
    expect(processorTime() - started).toBeLessThan(12_000);
    expect(decisions[0]).toMatchObject({ status: 'accepted', deciders: ['Ada'] });
    expect(decisions.at(-1)).toMatchObject({ status: 'accepted', deciders: [] });
  });
});
