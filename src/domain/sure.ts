import type { Confidence } from './report.ts';

type Level = Confidence['level'];

/** How sure a figure is: the same mark and the same words everywhere, so that colour is never needed. */
const SURE: Readonly<Record<Level, { readonly mark: string; readonly words: string }>> = {
  high: { mark: '●●●', words: 'sure' },
  medium: { mark: '●●○', words: 'fairly sure' },
  low: { mark: '●○○', words: 'unsure' },
  none: { mark: '○○○', words: 'not enough evidence' },
};

export const sureMark = (level: Level): string => SURE[level].mark;
export const sureWords = (level: Level): string => SURE[level].words;
