import { z } from 'zod';
import { shareSchema } from './report.ts';

const count = z.int().min(0);
const fraction = z.number().min(0).max(1);

/** Claims below which no share of those that held is told, and no score. */
export const ENOUGH_CLAIMS = 5;
export const ENOUGH_FOR_SCORE = 20;

/**
 * over: claims held less often than said, beyond chance. under: more often. fits: no difference can be told. too-few: below the
 * floor. */
export const CALIBRATION_VERDICTS = ['over', 'under', 'fits', 'too-few'] as const;

/** Claims of about the same sureness, and how many held. */
export const calibrationRowSchema = z.object({
  /** Sureness in hundredths, both included. */
  from: z.int().min(1).max(99),
  to: z.int().min(1).max(99),
  claims: count,
  held: count,
  /** Null below {@link ENOUGH_CLAIMS} claims. */
  share: shareSchema.nullable(),
  /** Mean of what was stated; null without a claim. */
  stated: fraction.nullable(),
  verdict: z.enum(CALIBRATION_VERDICTS),
});
export type CalibrationRow = z.infer<typeof calibrationRowSchema>;

/** How often the lead's own claims hold, beside how sure they were: shown to its author alone. */
export const journalCalibrationSchema = z.object({
  /** `2026-02-28`. */
  today: z.iso.date(),
  /** All claims that held or failed and say how sure. */
  all: calibrationRowSchema,
  /** By how sure; without those in which nothing was claimed. */
  rows: z.array(calibrationRowSchema),
  /**
   * Mean squared distance of what was stated from what came (Brier 1950): 0 is perfect, 0.25 is what always saying 50 gives. Null
   * below {@link ENOUGH_FOR_SCORE} claims. */
  brier: fraction.nullable(),
  /** What is left out of it, by why. */
  leftOut: z.object({
    unknowable: count,
    /** Held or failed, without saying how sure. */
    unsure: count,
    /** Their day has not come. */
    open: count,
    /** Their day has passed, and nobody looked. */
    overdue: count,
  }),
  /** One sentence. */
  answer: z.string().min(1),
});
export type JournalCalibration = z.infer<typeof journalCalibrationSchema>;
