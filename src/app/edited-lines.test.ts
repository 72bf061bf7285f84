import { describe, expect, it } from 'vitest';
import { editedLines } from './edited-lines.ts';

const MARKS = { kept: ' ', added: '+', removed: '-', skipped: '~' } as const;
const told = (before: string | null, after: string) =>
  editedLines(before, after).map(({ kind, text }) => `${MARKS[kind]}${text}`);

describe('the lines of an edit', () => {
  it('are all new where there was no file', () => expect(told(null, 'a\nb\n')).toEqual(['+a', '+b']));
  it('are none where nothing changes', () => expect(told('a\n', 'a\n')).toEqual(['~']));
  it('stay where they are common, wherever they stand', () => {
    expect(told('a\nb\nc\nd\n', 'a\nx\nc\ny\nd\n')).toEqual([' a', '-b', '+x', ' c', '+y', ' d']);
  });
  it('far from a change are left out', () => {
    expect(told('1\n2\n3\n4\n5\n6\n', '1\n2\n3\n4\n5\n6\n7\n')).toEqual(['~', ' 5', ' 6', '+7']);
  });
  it('take no time that grows with the square of a long file', () => {
    const long = Array.from({ length: 20_000 }, (_, i) => `line ${i}`);
    const started = process.cpuUsage();
    expect(editedLines(long.join('\n'), ['new', ...long, 'end'].join('\n')).length).toBe(40_002);
    expect(process.cpuUsage(started).user).toBeLessThan(2_000_000);
  });
});
