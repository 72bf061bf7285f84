/** A value at a moment. Null is "not enough evidence": a gap in the line, never a zero and never bridged. */
export interface LinePoint {
  /** Seconds since 1970. */
  readonly at: number;
  readonly value: number | null;
  /** Ends of the 95 % interval. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** What is said of it beside its value: the month, the count it rests on. */
  readonly title?: string | undefined;
}

export interface LineSeries {
  readonly label: string;
  readonly tone: 'alone' | 'others' | 'accent' | 'ink' | 'quiet';
  readonly points: readonly LinePoint[];
}
