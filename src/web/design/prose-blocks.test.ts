import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proseBlocks } from './prose-blocks.ts';
import { proseSpans, webAddress } from './prose-spans.ts';

describe('a text in Markdown', () => {
  it('has headings, paragraphs, lists, quotes and code', () => {
    const blocks = proseBlocks(
      '## Why\nOne line\nand another.\n\n- a\n  - b\n- c\n\n> said\n\n```sh\n# no heading\n```\n',
    );
    expect(blocks).toEqual([
      { kind: 'heading', text: 'Why' },
      { kind: 'paragraph', text: 'One line and another.' },
      {
        kind: 'list',
        isOrdered: false,
        start: 1,
        items: [
          [
            { kind: 'paragraph', text: 'a' },
            { kind: 'list', isOrdered: false, start: 1, items: [[{ kind: 'paragraph', text: 'b' }]] },
          ],
          [{ kind: 'paragraph', text: 'c' }],
        ],
      },
      { kind: 'quote', blocks: [{ kind: 'paragraph', text: 'said' }] },
      { kind: 'code', lines: ['# no heading'] },
    ]);
  });

  it('shows what its author left for whoever edits it, apart from the rest', () => {
    expect(proseBlocks('<!-- What is\nthe problem? --> It waits.\nand so on')).toEqual([
      { kind: 'comment', text: 'What is the problem?   It waits.' },
      { kind: 'paragraph', text: 'and so on' },
    ]);
  });

  it('counts on from where a list begins', () => {
    expect(proseBlocks('3. c\n4. d')).toMatchObject([{ kind: 'list', isOrdered: true, start: 3 }]);
  });

  it('loses no word, whatever stands in it', () => {
    const word = fc.stringMatching(/^[a-z]{3,8}$/);
    const line = fc
      .tuple(fc.constantFrom('', '# ', '- ', '  - ', '1. ', '> ', '>> ', '```', '| ', '    '), word)
      .map(([before, after]) => before + after);
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.constant(''), fc.constant('```')), { maxLength: 30 }), (lines) => {
        const told = JSON.stringify(proseBlocks(lines.join('\n')));
        // The word after a fence names a language, and is not shown.
        for (const one of lines) {
          const said = /^(?!```).*?([a-z]{3,8})$/.exec(one)?.[1];
          if (said !== undefined) expect(told).toContain(said);
        }
      }),
    );
  });

  it('is read in time that grows with its length, however deep it pretends to be', () => {
    const started = process.cpuUsage();
    proseBlocks(`${'>'.repeat(20_000)} x\n${'- '.repeat(20_000)}\n${'  '.repeat(5000)}- x`);
    for (const trick of ['[', '*', '_', '`', '**a', '[a](', 'https://']) proseSpans(trick.repeat(5000));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(2000);
  });
});

describe('a line of it', () => {
  it('sets apart code, what is strong, what is stressed and links of the web', () => {
    expect(proseSpans('see `a*b*` and **now** or _then_, [here](https://example.org/x).')).toEqual([
      { kind: 'text', text: 'see ' },
      { kind: 'code', text: 'a*b*' },
      { kind: 'text', text: ' and ' },
      { kind: 'strong', text: 'now' },
      { kind: 'text', text: ' or ' },
      { kind: 'emphasis', text: 'then' },
      { kind: 'text', text: ', ' },
      { kind: 'link', text: 'here', url: 'https://example.org/x' },
      { kind: 'text', text: '.' },
    ]);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    '/records/decision',
    'https://ada@evil.example',
    'https://',
  ])('makes no link of %s', (target) => {
    expect(webAddress(target)).toBeNull();
    expect(proseSpans(`[x](${target})`).filter(({ kind }) => kind === 'link')).toEqual([]);
  });

  it('leaves names of files and snake_case alone', () => {
    expect(proseSpans('snake_case_name and a * b * c')).toEqual([
      { kind: 'text', text: 'snake_case_name and a * b * c' },
    ]);
  });

  it('loses nothing that stands in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', ' ', '*', '_', '`', '[', ']', '(', ')', '<', '\\') }),
        (line) => {
          const letters = (text: string) => text.replace(/[^a]/g, '');
          expect(
            letters(
              proseSpans(line)
                .map(({ text }) => text)
                .join(''),
            ),
          ).toBe(letters(line));
        },
      ),
    );
  });
});
