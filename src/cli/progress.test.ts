import { describe, expect, test } from 'vitest';
import type { Effects } from '../domain/effects.ts';
import { progressLine, progressText } from './progress.ts';

describe('progressText', () => {
  test('tells commits alone while nobody knows how many there are', () => {
    expect(progressText('engine', { phase: 'commits', commits: 12_000, total: null }, 0.1)).toBe(
      'Reading engine: 12,000 commits',
    );
    expect(progressText('engine', { phase: 'commits', commits: 12_000, total: null }, 2)).toBe(
      'Reading engine: 12,000 commits, 6,000/s',
    );
  });

  test('tells how much is left once the end is known and the pace has settled', () => {
    const half = { phase: 'commits', commits: 500, total: 1000 } as const;
    expect(progressText('engine', half, 0.2)).toBe('Reading engine [==========          ] 500 of 1,000 commits');
    expect(progressText('engine', half, 5)).toBe(
      'Reading engine [==========          ] 500 of 1,000 commits, 100/s, 5 s left',
    );
  });

  test('never shows a stranger’s folder name as anything but letters', () => {
    expect(progressText('e\u001b[2Jn', { phase: 'files', commits: 1, total: 1 }, 1)).toBe(
      'Reading e?[2Jn: looking at the files at the head',
    );
  });
});

describe('progressLine', () => {
  function drawn(isTerminal: boolean): string {
    let text = '';
    const output = { write: (more: string) => (text += more), isTerminal, columns: 40 } as unknown as Effects['stderr'];
    let now = 0;
    const tell = progressLine({ stderr: output } as Effects, () => now);
    for (const commits of [0, 100, 200]) {
      tell('engine', { phase: 'commits', commits, total: null });
      now += 60;
    }
    tell('engine', 'done');
    return text;
  }

  test('redraws one line at most ten times a second, and clears it', () => {
    expect(drawn(true)).toBe('\r\u001b[KReading engine: 0 commits\r\u001b[KReading engine: 200 commits\r\u001b[K');
  });

  test('says nothing where nobody looks', () => expect(drawn(false)).toBe(''));
});
