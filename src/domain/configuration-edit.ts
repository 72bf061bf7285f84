import { z } from 'zod';
import { peopleListSchema } from './people-list.ts';
import { leadSchema } from './setting.ts';

/** A line of `fortnight.yml` as an edit leaves it; of those that stay, only the ones around a change. */
const editedLineSchema = z.object({
  kind: z.enum(['kept', 'added', 'removed', 'skipped']),
  /** Empty where lines are skipped. */
  text: z.string(),
});
export type EditedLine = z.infer<typeof editedLineSchema>;

/** An edit of `fortnight.yml`, shown or made: what it does, which figures it moves, which lines it writes. */
export const configurationEditSchema = z.object({
  sentence: z.string(),
  /** Figures that would read differently; empty too for an edit that was made, which was shown before. */
  effect: z.array(z.object({ figure: z.string(), before: z.string(), after: z.string() })),
  lines: z.array(editedLineSchema),
  /** Path of the file. */
  file: z.string(),
  /** The file does not exist yet. */
  isNew: z.boolean(),
  /** Of the file as it was and as it would be: whoever has an edit made says what was shown. */
  proof: z.string(),
  isWritten: z.boolean(),
});
export type ConfigurationEdit = z.infer<typeof configurationEditSchema>;

/** An edit that was made since the server started, and can be taken back while nobody changed the file. */
export const undoableSchema = z.object({ id: z.string(), sentence: z.string(), file: z.string() });
export type Undoable = z.infer<typeof undoableSchema>;

/** Everybody, and who is taken to lead. */
export const peoplePageSchema = z.object({ ...peopleListSchema.shape, lead: leadSchema });
export type PeoplePage = z.infer<typeof peoplePageSchema>;

/** Where an edit would be written. */
export const configurationPlaceSchema = z.object({
  /** Path of the `fortnight.yml`; null when there is no such place. */
  file: z.string().nullable(),
  /** Why there is none, and what to do; null when there is one. */
  because: z.string().nullable(),
  hint: z.string().nullable(),
  /** The newest edit made since the server started that was not taken back. */
  undo: undoableSchema.nullable(),
});
export type ConfigurationPlace = z.infer<typeof configurationPlaceSchema>;
