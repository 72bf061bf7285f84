import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { hostilePage } from '../../test/hostile.ts';
import { withoutStyles } from '../../test/screen.ts';
import { type Block, strong, textBlock } from '../domain/page.ts';
import { terminal } from './terminal.ts';

const plainScreen = { width: 40, colour: false, unicode: true };
const show = (blocks: Block[], screen = plainScreen) => terminal({ blocks }, screen);

describe('terminal', () => {
  test('wraps prose at spaces', () => {
    expect(show([textBlock('one two three four five six seven eight nine ten')])).toBe(
      'one two three four five six seven eight\nnine ten\n',
    );
  });

  test('cuts a word longer than the line', () => {
    expect(show([textBlock('a'.repeat(50))])).toBe(`${'a'.repeat(40)}\n${'a'.repeat(10)}\n`);
  });

  test('sets labels beside their values, which hang under themselves', () => {
    const page: Block = {
      kind: 'facts',
      rows: [
        { label: 'Lead', value: 'Ann Lee: landed most of the changes in these days' },
        { label: 'Releases', value: '3' },
      ],
    };
    expect(show([page])).toBe('Lead      Ann Lee: landed most of the\n          changes in these days\nReleases  3\n');
  });

  test('takes the middle out of a long path, and wraps names', () => {
    const table: Block = {
      kind: 'table',
      columns: [
        { label: 'area', align: 'left', overflow: 'elide' },
        { label: 'changes', align: 'right', overflow: 'elide' },
        { label: 'cover', align: 'left', overflow: 'wrap' },
      ],
      rows: [['packages/engine/internals/scheduler', '12', 'Ann Lee, Bo Ek, Cy Dee']],
    };
    expect(show([table])).toBe(
      [
        'area            changes  cover',
        'package…eduler       12  Ann Lee, Bo Ek,',
        '                         Cy Dee',
        '',
      ].join('\n'),
    );
  });

  test('marks how sure a section is in words and not in colour alone', () => {
    const section: Block = { kind: 'section', title: 'Flow', sure: 'medium', blocks: [textBlock('12')] };
    expect(show([section])).toBe('Flow   ●●○ fairly sure\n12\n');
  });

  test('draws a bar in ASCII where there is no Unicode', () => {
    const table: Block = {
      kind: 'table',
      columns: [
        { label: '', align: 'left', overflow: 'elide' },
        { label: '', align: 'left', overflow: 'elide' },
      ],
      rows: [['half', { bar: 0.5 }]],
    };
    expect(show([table])).toBe(`half  ${'━'.repeat(12)}${'╌'.repeat(12)}\n`);
    expect(show([table], { ...plainScreen, unicode: false })).toBe(`half  ${'='.repeat(12)}${'.'.repeat(12)}\n`);
  });

  test('sets columns side by side only where there is room', () => {
    const columns: Block = { kind: 'columns', left: [textBlock('left')], right: [textBlock('right')] };
    expect(show([columns])).toBe('left\n\nright\n');
    expect(show([columns], { ...plainScreen, width: 200 })).toMatch(/^left +right\n$/);
  });

  test('uses colour only when asked to', () => {
    expect(show([textBlock(strong('x'))])).toBe('x\n');
    expect(show([textBlock(strong('x'))], { ...plainScreen, colour: true })).toBe('\u001b[1mx\u001b[22m\n');
  });

  test('whatever a repository holds: no line over the width, no escape but ours, no direction control', () => {
    const screens = fc.record({
      width: fc.integer({ min: 40, max: 220 }),
      colour: fc.boolean(),
      unicode: fc.boolean(),
    });
    fc.assert(
      fc.property(hostilePage, screens, (page, screen) => {
        const text = terminal(page, screen);
        for (const line of text.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(screen.width);
        const bare = withoutStyles(text);
        expect(bare).not.toMatch(/[^\P{Cc}\n]/u);
        expect(bare).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u2028\u2029]/);
        if (!screen.colour) expect(text).toBe(bare);
        if (!screen.unicode) expect(bare).toMatch(/^[\n -~]*$/);
      }),
      { numRuns: 1500 },
    );
  });
});
