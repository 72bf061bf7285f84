import { z } from 'zod';
import type { FieldsOf, RecordKind } from './kind.ts';

/** What is wrong in the file of a record, where an editor shows it. */
export const recordProblemSchema = z.strictObject({
  /** From 1. */
  line: z.int().min(1),
  /** The key it is about; null for the file as a whole. */
  key: z.string().nullable(),
  message: z.string(),
});
export type RecordProblem = z.infer<typeof recordProblemSchema>;

/** A record as programs and the page see it. */
export const recordSchema = z.strictObject({
  kind: z.string(),
  /** Name of its file without `.md`, below the folder of its kind: `20260228-slug`, `0007-slug`. */
  id: z.string(),
  /** How a person finds the file: from the work tree, or within the private folder. */
  path: z.string(),
  title: z.string(),
  /** A word of the kind's states; null where the file says none that is known. */
  status: z.string().nullable(),
  isOpen: z.boolean(),
  /** The fields of its kind that are there and valid, by name. */
  fields: z.record(z.string(), z.json()),
  /** The sections that are there, by heading, as Markdown. */
  sections: z.array(z.strictObject({ heading: z.string(), text: z.string() })),
  /** Whoever saves it says which text was read: what was saved meanwhile is not lost. */
  version: z.string(),
  problems: z.array(recordProblemSchema),
});
export type RecordData = z.infer<typeof recordSchema>;

/** A record of a known kind, with the text of its file. */
export interface RecordEntry<K extends RecordKind = RecordKind> extends Omit<RecordData, 'fields'> {
  readonly fields: FieldsOf<K>;
  /** The whole file, byte for byte as it was read. */
  readonly text: string;
}

/** What an edit changes; everything else of the file stays as it is, byte for byte. */
export interface RecordChanges<K extends RecordKind = RecordKind> {
  readonly title?: string;
  /** `null` takes a key away. */
  readonly fields?: { readonly [N in keyof FieldsOf<K>]?: FieldsOf<K>[N] | null };
  /** By heading; an empty text takes the section away, an unknown heading is added at the end. */
  readonly sections?: Readonly<Record<string, string>>;
}

/** One version of a record in the history of its repository, newest first. */
export const recordVersionSchema = z.strictObject({
  /** Seconds since 1970, of the committer. */
  at: z.number(),
  commit: z.string(),
  author: z.string(),
  status: z.string().nullable(),
});
export type RecordVersion = z.infer<typeof recordVersionSchema>;
