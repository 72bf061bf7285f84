/** What may stand under a key of front matter that is written. */
export type MatterValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly Readonly<Record<string, string | number | boolean>>[];

/** By key; `null` takes a key away. */
export type MatterChanges = Readonly<Record<string, MatterValue | null>>;

/** A key of the front matter as it stands. */
export interface MatterField {
  readonly key: string;
  /** As YAML (core schema, without aliases) or TOML reads it: texts, numbers, booleans, lists, maps; dates are texts. */
  readonly value: unknown;
  /** A bare value as it is written, so that an id of digits keeps its zeros; null for everything else. */
  readonly source: string | null;
  /** From 1, of the whole text. */
  readonly line: number;
}

export interface Matter {
  readonly notation: 'yaml' | 'toml' | 'none';
  readonly fields: readonly MatterField[];
  /** What a parser says is wrong, with the line in the whole text. */
  readonly problems: readonly { readonly line: number; readonly message: string }[];
}
