import type { Inline } from '../domain/page.ts';
import type { Confidence } from '../domain/report.ts';
import { sureMark, sureWords } from '../domain/sure.ts';

/** Mark and words, as they stand beside a heading. */
export function sureSpan(level: Confidence['level']): Inline {
  return {
    text: `${sureMark(level)} ${sureWords(level)}`,
    tone: level === 'low' || level === 'none' ? 'warn' : 'quiet',
  };
}
