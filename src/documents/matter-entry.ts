/** A key of front matter and where it stands; offsets count from the beginning of the matter. */
export interface MatterEntry {
  readonly key: string;
  readonly value: unknown;
  /** The scalar as it is written where it is plain: `007`, `2026-02-28`; null for everything else. */
  readonly source: string | null;
  /** Its first line begins here, its last one (a comment after the value included) ends here. */
  readonly start: number;
  readonly stop: number;
}

export interface MatterReading {
  readonly entries: readonly MatterEntry[];
  /** Offset in the matter, and what is wrong there. */
  readonly problems: readonly { readonly at: number; readonly message: string }[];
}

/** A stretch of text and what takes its place. */
export interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Puts every splice into a text; those that begin at the same place stand in their order. They do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let [result, at] = ['', 0];
  const sorted = splices.toSorted((one, other) => one.from - other.from || one.to - other.to);
  for (const { from, to, text: replacement } of sorted) {
    result += text.slice(at, from) + replacement;
    at = to;
  }
  return result + text.slice(at);
}

/** Where the line that holds an offset begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1;
/** After the newline of the line that holds an offset; the end of the text where it has none. */
export function lineStop(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline === -1 ? text.length : newline + 1;
}
