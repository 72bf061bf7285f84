import { type Calibration, calibrationSchema } from '../domain/calibration.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import shipped from './calibration.json' with { type: 'json' };

/**
 * Checks a parsed calibration file. Throws a {@link FortnightError} (`invalid-calibration`) that names the file, the place
 * and the first thing wrong there.
 */
export function parseCalibration(value: unknown, file: string): Calibration {
  const result = calibrationSchema.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue?.path.join('.') ?? '';
  throw new FortnightError(
    'invalid-calibration',
    `${file} is not a calibration${where === '' ? '' : `, at ${where}`}: ${(issue?.message ?? 'unknown problem').slice(0, 200)}.`,
    { hint: 'fortnight backtest absence writes one.', exitCode: EXIT.usage },
  );
}

/** The study that Fortnight comes with: see `source` in it, and docs/validity.md. */
export const shippedCalibration: Calibration = parseCalibration(shipped, 'calibration.json');
