import { daysLater } from './calendar-day.ts';

/** A quarter of a calendar year: `2026-Q4`. */
export interface Quarter {
  readonly quarter: string;
  /** Its first day, and the first one after it. */
  readonly from: string;
  readonly to: string;
}

/** The quarter a day lies in. */
export function quarterOf(day: string): Quarter {
  return quarterFrom(Number(day.slice(0, 4)), Math.floor((Number(day.slice(5, 7)) - 1) / 3));
}

export const quarterBefore = ({ from }: Quarter): Quarter => quarterOf(daysLater(from, -1));

/** `2026-Q4` as somebody writes it; null for anything else. */
export function quarterGiven(text: string): Quarter | null {
  const [, year, number] = /^(\d{4})-?q([1-4])$/i.exec(text.trim()) ?? [];
  return year === undefined || number === undefined || Number(year) < 1
    ? null
    : quarterFrom(Number(year), Number(number) - 1);
}

/** `index` from 0. */
function quarterFrom(year: number, index: number): Quarter {
  const first = (y: number, i: number) => `${String(y).padStart(4, '0')}-${String(i * 3 + 1).padStart(2, '0')}-01`;
  const to = index === 3 ? first(year + 1, 0) : first(year, index + 1);
  return { quarter: `${String(year).padStart(4, '0')}-Q${index + 1}`, from: first(year, index), to };
}

export const isWithin = ({ from, to }: Pick<Quarter, 'from' | 'to'>, day: string): boolean => day >= from && day < to;
