import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editSection, editTitle, sectionsOf, titleOf } from './edit-sections.ts';

const told = (text: string) =>
  sectionsOf(text).map(({ level, heading, text: below, line }) => ({ level, heading, below, line }));

const PIECES = [
  ...[
    '# Title\n',
    '## Context\n',
    '## Status ##\n',
    '### Part\n',
    'Under\n=====\n',
    'Below\n---\n',
    'Text\n',
    '\n',
    '  - item\n',
  ],
  ...[
    '```\n# code\n```\n',
    '~~~md\n## code\n~~~\n',
    '<!-- ## hidden\n# hidden\n-->\n',
    '| a | b |\n|---|---|\n',
    '---\n',
    '> # quoted\n',
  ],
  ...[
    '    # indented\n',
    '#tag\n',
    '#\n',
    '## \n',
    '####### seven\n',
    '## Context\n',
    'ünïcode 🙂\n',
    '\t# tab\n',
    '```\nnever closed\n',
  ],
];
const document = fc
  .record({
    matter: fc.constantFrom('', '---\nstatus: a\n# no heading\n---\n', '\u{FEFF}', '+++\na = 1\n+++\n'),
    pieces: fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }),
    end: fc.constantFrom('', 'no newline at the end', '\n\n\n'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ matter, pieces, end, eol }) => (matter + pieces.join('') + end).replaceAll('\n', eol));
const heading = fc.constantFrom('Context', 'Status', 'Part', 'Below', 'Decision Outcome', 'Fresh');
const content = fc
  .array(fc.constantFrom('words', '- item', '', '```\n# code\n```', '日本', '> quote'), { minLength: 1, maxLength: 4 })
  .map((lines) => lines.join('\n').trim())
  .filter((text) => text !== '');
const isWhole = (text: string) => !/never closed/.test(text);

describe('sections', () => {
  it('are found under both kinds of headings, not within code, comments or front matter', () => {
    const text =
      '---\n# no\n---\n# T #\n\nintro\n\n```\n# code\n```\n<!--\n## hidden\n-->\nOne\n---\n\na\n\n## Two\nb\n### Three\n';
    expect(told(text)).toEqual([
      { level: 1, heading: 'T', below: 'intro\n\n```\n# code\n```\n<!--\n## hidden\n-->', line: 4 },
      { level: 2, heading: 'One', below: 'a', line: 14 },
      { level: 2, heading: 'Two', below: 'b', line: 19 },
      { level: 3, heading: 'Three', below: '', line: 21 },
    ]);
  });

  it('tile the text from the first heading to its end', () => {
    fc.assert(
      fc.property(document, (text) => {
        const sections = sectionsOf(text);
        const whole = sections.map(({ start, end }) => text.slice(start, end)).join('');
        expect(text.endsWith(whole)).toBe(true);
        for (const { headingFrom, headingTo, body } of sections)
          expect(headingFrom <= headingTo && headingTo <= body).toBe(true);
      }),
    );
  });
});

describe('an edit of a section', () => {
  it('puts the text there, and leaves every other section and what stands before as it was', () => {
    fc.assert(
      fc.property(document.filter(isWhole), heading, content, (before, name, words) => {
        const after = editSection(before, name, words);
        const same = (section: { heading: string; level: number }) => section.heading === name && section.level > 1;
        const [old, now] = [sectionsOf(before), sectionsOf(after)];
        expect(now.find(same)?.text.replaceAll('\r\n', '\n')).toBe(words);
        const others = (sections: typeof old) => {
          const at = sections.findIndex(same);
          return sections.filter((_, index) => index !== at).map(({ heading: one, text }) => [one, text]);
        };
        expect(others(now)).toEqual(others(old));
        const start = old.find(same)?.body ?? before.length;
        expect(after.startsWith(before.slice(0, start))).toBe(true);
        const end = old.find(same)?.end ?? before.length;
        expect(after.endsWith(before.slice(end))).toBe(true);
        expect(editSection(after, name, words)).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  it('takes heading and text away when it is empty, unless headings below belong to it', () => {
    const text = '# T\n\n## One\n\na\n\n## Two\n\nb\n\n### Part\n\nc\n';
    expect(editSection(text, 'one', '')).toBe('# T\n\n## Two\n\nb\n\n### Part\n\nc\n');
    expect(editSection(text, 'Two', '')).toBe('# T\n\n## One\n\na\n\n## Two\n\n### Part\n\nc\n');
    expect(editSection(text, 'None', ' \n')).toBe(text);
  });

  it('adds a heading where its kind says it belongs', () => {
    const order = ['Context', 'Outcome', 'Consequences'];
    expect(editSection('# T\n\n## Consequences\n\nc\n', 'Outcome', 'o', { order })).toBe(
      '# T\n\n## Outcome\n\no\n\n## Consequences\n\nc\n',
    );
    expect(editSection('# T', 'Consequences', 'c', { order, level: 3 })).toBe('# T\n\n### Consequences\n\nc\n');
  });

  it('refuses a text that would swallow what follows', () => {
    for (const words of ['```\ncode', 'a <!-- b', '~~~~\nx\n~~~']) {
      expect(() => editSection('# T\n\n## A\n\n## B\n', 'A', words), words).toThrow('never ends');
    }
  });
});

describe('an edit of the title', () => {
  it('changes the words of the first heading alone, or adds one after the front matter', () => {
    fc.assert(
      fc.property(document.filter(isWhole), fc.constantFrom('New', 'a # b', '# odd', 'trailing #'), (before, title) => {
        const after = editTitle(before, title);
        expect(
          sectionsOf(after)
            .filter(({ level }) => level > 1)
            .map(({ text }) => text),
        ).toEqual(
          sectionsOf(before)
            .filter(({ level }) => level > 1)
            .map(({ text }) => text),
        );
        if (title === 'New') expect(titleOf(after)).toBe(title);
      }),
    );
    expect(editTitle('---\na: b\n---\n\ntext\n', 'T')).toBe('---\na: b\n---\n\n# T\n\ntext\n');
    expect(editTitle('Old\n===\ntext', 'New')).toBe('New\n===\ntext');
    expect(editTitle('# Old #\r\ntext', 'New')).toBe('# New #\r\ntext');
  });
});
