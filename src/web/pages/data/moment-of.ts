import { text } from '../../messages/index.ts';

/** A time as day and minute, `2026-11-20 at 09:30 UTC`. */
export function momentOf(seconds: number): string {
  const [day = '', time = ''] = new Date(seconds * 1000).toISOString().split('T');
  return text.data.moment(day, time.slice(0, 5));
}
