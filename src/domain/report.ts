import { z } from 'zod';
import { byName } from './by-name.ts';

export { byName };

/**
 * What a measure answers, ready for any surface.
 *
 * The promise "the instrument points at the lead" is kept here, by construction: the only numbers a row can carry are
 * about what its `subject` says (a team, an area, a change, a release, the lead), there is no subject "person", and
 * people other than the lead appear only in a {@link PeopleCell}, a set that is always in alphabetical order and has
 * no place for a figure.
 */

/** What one row of a report is about. There is deliberately no "person". */
export const SUBJECTS = ['team', 'lead', 'area', 'file', 'change', 'release', 'band', 'period', 'formula'] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Something to open: where a figure comes from. */
export const evidenceSchema = z.object({
  kind: z.enum(['commit', 'change', 'release', 'file']),
  repository: z.string(),
  /** Full commit id; for a file its path; for a release its tag. */
  id: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A share with its 95 % interval and the count it rests on. Never shown without them. */
export const shareSchema = z
  .object({
    share: z.number().min(0).max(1),
    low: z.number().min(0).max(1),
    high: z.number().min(0).max(1),
    of: z.int().min(0),
  })
  .refine((s) => s.low <= s.share && s.share <= s.high, 'a share lies inside its interval');
export type Share = z.infer<typeof shareSchema>;

/** Names in alphabetical order: who can help, never who is best. Make one with {@link people}. */
export const peopleSchema = z
  .object({ people: z.array(z.string()) })
  .refine((cell) => isAlphabetical(cell.people), 'people stand in alphabetical order');
export type PeopleCell = z.infer<typeof peopleSchema>;

/** How to read the values of a column. */
export const COLUMN_KINDS = {
  text: 'words',
  path: 'a path or an area',
  count: 'a whole number',
  number: 'a number with decimals',
  share: 'a share with interval and count',
  seconds: 'a duration in seconds',
  instant: 'seconds since 1970, UTC',
  people: 'who can help, alphabetically',
} as const;
export type ColumnKind = keyof typeof COLUMN_KINDS;

/** How to read a figure: a kind of column that is a number or a share. */
export const FIGURE_KINDS = ['count', 'number', 'share', 'seconds'] as const satisfies readonly ColumnKind[];
export type FigureKind = (typeof FIGURE_KINDS)[number];

export const cellSchema = z.union([z.string(), z.number(), z.null(), shareSchema, peopleSchema]);
export type Cell = z.infer<typeof cellSchema>;

export const columnSchema = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(Object.keys(COLUMN_KINDS) as [ColumnKind, ...ColumnKind[]]),
  doc: z.string(),
});
export type ReportColumn = z.infer<typeof columnSchema>;

export const rowSchema = z.object({
  cells: z.record(z.string(), cellSchema),
  /** Newest first, at most {@link EVIDENCE_LIMIT}; `evidenceTotal` says how many there are. */
  evidence: z.array(evidenceSchema),
  evidenceTotal: z.int().min(0),
});
export type ReportRow = z.infer<typeof rowSchema>;

/** How many pieces of evidence a row carries; the rest can be asked for with `--evidence`. */
export const EVIDENCE_LIMIT = 20;

/** `none` means: not enough evidence, and then there is no figure. */
export const CONFIDENCE = ['high', 'medium', 'low', 'none'] as const;
export const confidenceSchema = z.object({
  level: z.enum(CONFIDENCE),
  /** One sentence: what it rests on, or what is missing. */
  because: z.string().min(1),
});
export type Confidence = z.infer<typeof confidenceSchema>;

export const reportSchema = z
  .object({
    measure: z.string(),
    title: z.string(),
    question: z.string(),
    /** The answer in one sentence, or that there is not enough evidence. */
    answer: z.string().min(1),
    /** The figure the scorecard shows; null where there is none. */
    figure: z.union([z.number(), shareSchema, z.null()]),
    /** How to read the figure, also where there is none. */
    figureKind: z.enum(FIGURE_KINDS),
    subject: z.enum(SUBJECTS),
    window: z.object({ since: z.number(), until: z.number() }),
    repositories: z.array(z.string()),
    parameters: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    columns: z.array(columnSchema),
    rows: z.array(rowSchema),
    confidence: confidenceSchema,
    /** What the reader must know: cut-off history, what the configuration changed, what is not seen. */
    notes: z.array(z.string()),
  })
  .refine((r) => r.confidence.level !== 'none' || r.figure === null, 'without evidence there is no figure');
export type Report = z.infer<typeof reportSchema>;

/** A cell naming people who can help: alphabetical, without doubles. */
export function people(names: Iterable<string>): PeopleCell {
  return { people: [...new Set(names)].sort(byName) };
}

function isAlphabetical(names: readonly string[]): boolean {
  return names.every((name, i) => i === 0 || byName(names[i - 1] as string, name) < 0);
}
