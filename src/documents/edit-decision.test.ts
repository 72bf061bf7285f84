import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecisionEdit, editDecision } from './edit-decision.ts';
import { readDecision } from './read-decision.ts';

const path = 'docs/adr/0007-use-a-queue.md';
const by = { target: '0009-no-queue.md', title: 'No queue' };
const edit = (text: string, change: DecisionEdit) => editDecision(path, text, change);
const supersede: DecisionEdit = { status: 'superseded', supersededBy: by };

describe('a status is set where it stands', () => {
  it.each([
    [
      'MADR 4',
      '---\nstatus: "proposed"\ndecision-makers: [ada]\n---\n\n# A\n',
      '---\nstatus: accepted\ndecision-makers: [ada]\n---\n\n# A\n',
    ],
    [
      'MADR 3',
      '---\nstatus: {proposed | rejected}\ndeciders: ada\n---\n# A\n',
      '---\nstatus: accepted\ndeciders: ada\n---\n# A\n',
    ],
    [
      'TOML',
      '+++\ntitle = "A"\nstatus = "proposed" # for now\n+++\nText\n',
      '+++\ntitle = "A"\nstatus = "accepted" # for now\n+++\nText\n',
    ],
    [
      'MADR 2',
      '# A\n\n* Status: proposed <!-- draft | accepted -->\n* Deciders: ada\n',
      '# A\n\n* Status: accepted <!-- draft | accepted -->\n* Deciders: ada\n',
    ],
    [
      'adr-tools',
      '# 7. A\n\nDate: 2024-01-02\n\n## Status\n\nProposed\n\n## Context\n',
      '# 7. A\n\nDate: 2024-01-02\n\n## Status\n\nAccepted\n\n## Context\n',
    ],
    [
      'a mark and CRLF',
      '\ufeff# A\r\n\r\n## Status\r\n\r\nPROPOSED\r\n',
      '\ufeff# A\r\n\r\n## Status\r\n\r\nACCEPTED\r\n',
    ],
    ['a bold line', '# A\n\n**Status**: _Proposed_ since long\n', '# A\n\n**Status**: _Accepted_ since long\n'],
    [
      'a table in a quote',
      '# A\n\n> | Date | `2024` |\n> | Status | `Proposed` |\n',
      '# A\n\n> | Date | `2024` |\n> | Status | `Accepted` |\n',
    ],
    ['a heading', '# A\n\n## Status: proposed\n\nText\n', '# A\n\n## Status: accepted\n\nText\n'],
    ['an empty section', '# A\n\n## Status\n\n## Context\n', '# A\n\n## Status\n\nAccepted\n\n## Context\n'],
    [
      'two places',
      '---\nstatus: proposed\n---\n# A\n\n## Status\n\nProposed\n',
      '---\nstatus: accepted\n---\n# A\n\n## Status\n\nAccepted\n',
    ],
    ['a list without one', '# A\n\n- Date: 2024-01-02\n', '# A\n\n- Status: accepted\n- Date: 2024-01-02\n'],
    ['none at all', '# A\n\nText\n', '---\nstatus: accepted\n---\n\n# A\n\nText\n'],
    ['German', '# A\n\n## Status\n\nVorgeschlagen\n', '# A\n\n## Status\n\nAccepted\n'],
    ['Chinese', '# A\n\n## 状态\n\n提议\n', '# A\n\n## 状态\n\nAccepted\n'],
  ])('in %s', (_, before, after) => {
    expect(edit(before, { status: 'accepted' })).toBe(after);
    expect(readDecision(path, after, null).status).toBe('accepted');
  });

  it('with its successor, which takes the place of an earlier one', () => {
    expect(edit('# A\n\n## Status\n\nSuperceded by [B](0008-b.md) and [C](0010-c.md)\n\n## Context\n', supersede)).toBe(
      '# A\n\n## Status\n\nSuperseded by [No queue](0009-no-queue.md)\n\n## Context\n',
    );
    expect(
      edit('# A\n\n## Status\n\nAccepted\n\nSuperseded by [B](0008-b.md)\n\n## Context\n', { status: 'accepted' }),
    ).toBe('# A\n\n## Status\n\nAccepted\n\n## Context\n');
  });

  it('and what it takes the place of beside it', () => {
    const supersedes = { supersedes: [{ target: '0003-old one.md', title: 'Old | [one]' }] };
    const section = edit('# A\n\n## Status\n\nAccepted\n\n## Context\n', supersedes);
    expect(section).toBe('# A\n\n## Status\n\nAccepted\n\nSupersedes [Old one](0003-old%20one.md)\n\n## Context\n');
    expect(readDecision(path, section, null)).toMatchObject({ status: 'accepted', supersedes: [{ text: 'Old one' }] });
    expect(edit('# A\n\n- Status: accepted\n', supersedes)).toContain('- Status: accepted\n- Supersedes: [Old');
    expect(edit('---\nstatus: accepted\nsupersedes: 0001-a.md\n---\n# A\n', supersedes)).toContain(
      'supersedes: ["0001-a.md", 0003-old one.md]',
    );
  });
});

describe('a date is set where it stands', () => {
  it.each([
    ['---\ndate: 2024-01-02 # when decided\n---\n# A\n', '---\ndate: 2026-02-28 # when decided\n---\n# A\n'],
    ['# A\n\nDate: 08/01/24\n', '# A\n\nDate: 2026-02-28\n'],
    ['# A\n\n* Datum: 3. März 2021 (Mittwoch)\n', '# A\n\n* Datum: 2026-02-28 (Mittwoch)\n'],
    ['# A\n\n## Date\n\n2024-01-02\n', '# A\n\n## Date\n\n2026-02-28\n'],
    ['# A\n\n* Status: accepted\n', '# A\n\n* Status: accepted\n* Date: 2026-02-28\n'],
    ['# A\n\n* Last updated: 2024\n', '# A\n\n* Last updated: 2024\n* Date: 2026-02-28\n'],
  ])('%j', (before, after) => {
    expect(edit(before, { date: '2026-02-28' })).toBe(after);
  });

  it('and is not written where the name of the file says it', () => {
    expect(editDecision('adr/20260228-a.md', '# A\n', { date: '2026-02-28' })).toBe('# A\n');
  });
});

describe('any text at all', () => {
  const pieces = [
    '---\n',
    '+++\n',
    '# A\n',
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
    '**',
    '\r\n',
    '- Date: 2024-01-02\n',
    'Superseded by [A](a.md)\n',
    ': ',
    'Date',
    '\ufeff',
    '状态',
    'x',
  ];
  const edits: readonly DecisionEdit[] = [
    { status: 'accepted' },
    { status: 'proposed' },
    supersede,
    { date: '2026-02-28' },
    { supersedes: [by] },
  ];

  it('says after an edit what was set, or is left alone with an error', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 24 }),
        fc.constantFrom(...edits),
        (text, change) => {
          const edited = attempt(() => edit(text.join(''), change));
          if (edited === null) return;
          const { status, date, supersededBy, supersedes } = readDecision(path, edited, null);
          if (change.status !== undefined) expect(status).toBe(change.status);
          if (change.supersededBy !== undefined) expect(supersededBy.map(({ target }) => target)).toContain(by.target);
          if (change.date !== undefined) expect(date).toBe(change.date);
          if (change.supersedes !== undefined)
            expect(supersedes.map(({ target, text: shown }) => target ?? shown)).toContain(by.target);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

function attempt(make: () => string): string | null {
  try {
    return make();
  } catch (error) {
    expect(error).toMatchObject({ name: 'FortnightError', code: 'not-editable' });
    return null;
  }
}
