import type { Tone } from '../domain/page.ts';
import type { Confidence } from '../domain/report.ts';

/** How sure a figure is: the same mark and the same words everywhere, so that colour is never needed. */
const SURE: Readonly<
  Record<Confidence['level'], { mark: string; plainMark: string; words: string; tone: Tone | null }>
> = {
  high: { mark: '●●●', plainMark: '[###]', words: 'sure', tone: null },
  medium: { mark: '●●○', plainMark: '[##-]', words: 'fairly sure', tone: null },
  low: { mark: '●○○', plainMark: '[#--]', words: 'unsure', tone: 'warn' },
  none: { mark: '○○○', plainMark: '[---]', words: 'not enough evidence', tone: 'warn' },
};

export const sureMark = (level: Confidence['level'], unicode = true): string =>
  unicode ? SURE[level].mark : SURE[level].plainMark;
export const sureWords = (level: Confidence['level']): string => SURE[level].words;
export const sureTone = (level: Confidence['level']): Tone | null => SURE[level].tone;
