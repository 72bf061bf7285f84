import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostilePage, hostileText } from '../../test/hostile.ts';
import { command, strong, textBlock } from '../domain/page.ts';
import { prose } from '../domain/prose.ts';
import { markdown } from './markdown.ts';

/** What is left of a line when its code spans are taken out, as CommonMark finds them: equal runs of backticks. */
function outsideCode(line: string): string {
  let out = '';
  let i = 0;
  while (i < line.length) {
    if (line[i] !== '`') {
      out += line[i];
      i += 1;
      continue;
    }
    const run = /^`+/.exec(line.slice(i))?.[0] ?? '';
    const close = new RegExp(`(?<!\`)\`{${run.length}}(?!\`)`).exec(line.slice(i + run.length));
    if (close === null) return `${out}UNCLOSED\``;
    i += run.length + close.index + run.length;
    out += 'code';
  }
  return out;
}

describe('markdown', () => {
  test('leaves ordinary prose alone', () => {
    const text = "61 of 142 changes (43%, 35–51%) landed without Zoë O'Neil-Smith; lib/core is known to one.";
    expect(prose(text)).toBe(text);
  });

  test('sets what means something to Markdown or a forge as code', () => {
    expect(prose('[x](http://evil) @team #12 a_b <b> www.evil.example')).toBe(
      '`[x](http://evil)` `@team` `#12` `a_b` `<b>` `www.evil.example`',
    );
    expect(prose('1. not a list')).toBe('`1.` not a list');
    expect(prose('a `b` ``')).toBe('a `` `b` `` ``` `` ```');
  });

  test('a bar cannot end a cell', () => {
    const page = markdown({
      blocks: [
        {
          kind: 'table',
          columns: [{ label: 'area', align: 'left', overflow: 'elide' }],
          rows: [['a|b \\| c']],
        },
      ],
    });
    expect(page).toBe('| area |\n| --- |\n| `a¦b` `\\¦` c |\n');
  });

  test('keeps our own emphasis and commands', () => {
    const page = markdown({ blocks: [textBlock(['Run ', command('fortnight scan'), ' as ', strong('Ann Lee')])] });
    expect(page).toBe('Run `fortnight scan` as **Ann Lee**\n');
  });

  test('no text of a stranger becomes a link, HTML, a picture, a mention, a reference, emphasis or a line', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const out = prose(text);
        expect(out).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        const rest = outsideCode(out);
        expect(rest).not.toMatch(/[`[\]<>@#&*_~\\|^$]/);
        expect(rest).not.toMatch(/www\.|:\/\/|:[\w+-]+:|[!%]\w|\bGH-\d/i);
        expect(rest).not.toMatch(/^(?:[-+=] |[-+=]+$|\d+[.)](?: |$))/);
      }),
      { numRuns: 3000 },
    );
  });

  test('a whole page holds as little', () => {
    fc.assert(
      fc.property(hostilePage, (page) => {
        for (const line of markdown(page).split('\n')) {
          const rest = outsideCode(line);
          expect(rest.replace(/^#{2,5} /, '')).not.toMatch(/[`[\]<>@#&_~\\^$]/);
          expect(rest).not.toMatch(/www\.|:\/\//i);
        }
      }),
      { numRuns: 500 },
    );
  });
});
