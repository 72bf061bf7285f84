import type { Confidence } from '../../domain/report.ts';

/** Whether an answer tells by itself why there is not enough evidence, so that it need not be said again beside it. */
export function isReasonSaid(answer: string, { level, because }: Confidence): boolean {
  return level === 'none' && answer.toLowerCase().includes(because.replace(/\.$/, '').toLowerCase());
}
