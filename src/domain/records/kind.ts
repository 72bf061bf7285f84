import type { z } from 'zod';

/** A state a record can be in: the word that stands in the file, and whether anything is still to be done about it. */
export interface RecordState {
  readonly word: string;
  /** One line: what it means for a record of this kind. */
  readonly doc: string;
  /** Fortnight opens it again when a day of it is due; a record that is closed rests. */
  readonly isOpen: boolean;
}

/** A part of the text that a person may fill in; what is skipped is left out. */
export interface RecordSection {
  readonly heading: string;
  /** The question it answers, as it is put to a person. */
  readonly prompt: string;
  /** Of its heading: 2 unless it is a part of the section before. */
  readonly level?: 2 | 3;
}

/** A day of a record on which Fortnight, not the lead, opens it again for as long as its state is open. */
export interface RecordDay {
  /** A field of the kind that holds a day. */
  readonly key: string;
  /** What is to be done on it: `decide, extend it with a reason, or abandon it`. */
  readonly asks: string;
}

/** The keys of a front matter, each with what may stand there. */
export type RecordFields = Readonly<Record<string, z.ZodType>>;

/**
 * A kind of record. It is one file and one line of `index.ts`; its commands, its page, its documentation and its JSON schema
 * derive from this object. A record is a Markdown file: the fields stand in its front matter by their names here (kebab-case),
 * its title is the first heading, its sections follow.
 */
export interface RecordKind<F extends RecordFields = RecordFields> {
  /** Singular, kebab-case: `journal`. Address of its page. */
  readonly id: string;
  /** The command it is kept with: `fortnight journal`. */
  readonly command: string;
  /** `a journal entry`, without the article; and many of them. */
  readonly one: string;
  readonly many: string;
  /** One line without a full stop, for lists. */
  readonly summary: string;
  /** What it is for and what it is not: manual page, page and documentation begin with it. */
  readonly meaning: string;
  /** `team`: in the repository, for everybody. `private`: in the private folder, never in a repository. */
  readonly visibility: 'team' | 'private';
  /** Where its files lie: below the work tree, or below the private folder. */
  readonly folder: string;
  /**
   * What its front matter may say; `status` is one of {@link states}. All but `status` may be absent, so that a record is quick to
   * begin. Each field is described; its label is its name with spaces. Other keys are left alone.
   */
  readonly fields: F;
  /** What is asked for when one is captured, beside its title: two fields at most, so that it takes seconds. */
  readonly capture: readonly string[];
  /** The first is that of a new one. */
  readonly states: readonly RecordState[];
  readonly days: readonly RecordDay[];
  readonly sections: readonly RecordSection[];
}

/** Checks a kind's types where it is written: `capture` and `days` name fields it has. */
export function recordKind<const F extends RecordFields>(
  definition: RecordKind<F> & {
    readonly capture: readonly (keyof F & string)[];
    readonly days: readonly (RecordDay & { readonly key: keyof F & string })[];
  },
): RecordKind<F> {
  return definition;
}

/** The fields of a kind as they stand in a record: each may be absent. */
export type FieldsOf<K extends RecordKind> = { readonly [N in keyof K['fields']]?: z.output<K['fields'][N]> };
