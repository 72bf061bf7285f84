/** A text at rest. */
export interface StoredText {
  /** Below the folder, with `/` between: `20260228-slug.md`. */
  readonly name: string;
  readonly text: string;
  /** Another text has another version. */
  readonly version: string;
}

/**
 * Where the files of one kind of record rest: on the disk, encrypted or not, or in memory. The whole seam; one conformance suite
 * (`test/record-folder.ts`) tests everything behind it. Texts are written whole or not at all; what was acknowledged is not
 * lost by another process that writes at the same moment, or is killed at any.
 */
export interface RecordFolder {
  /** How a person calls it. */
  readonly label: string;
  /** Every Markdown file there, by name; what cannot be read is told in `unreadable` and left out. */
  list(): Promise<{
    readonly texts: readonly StoredText[];
    readonly unreadable: readonly { name: string; why: string }[];
  }>;
  /** Null where there is none of that name. Throws a `FortnightError` (`unsafe-path`) for a name that leads anywhere else. */
  read(name: string): Promise<StoredText | null>;
  /** Writes a new text as `stem.md`, or `stem-2.md`, … where that is taken: nothing is ever overwritten. */
  create(stem: string, text: string): Promise<StoredText>;
  /** Puts a text in the place of the version that was read. Throws a `FortnightError` (`record-changed`) when it is another one by now. */
  replace(name: string, text: string, before: string): Promise<StoredText>;
}
