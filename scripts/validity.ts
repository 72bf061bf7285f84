/**
 * `node scripts/validity.ts [RESULT]`: writes what the backtest of absences found into docs/validity.md. RESULT is the answer
 * of `fortnight backtest absence REPO… --json`; it becomes docs/validity-absence.json, from which the section is
 * rendered. Without it the section is rendered anew; `test/validity-absence.test.ts` tells when it is behind.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { absenceBacktestSchema } from '../src/domain/absence-backtest.ts';
import { withAbsenceSection } from './validity/section.ts';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));
const RESULT = join(PROJECT, 'docs/validity-absence.json');
const VALIDITY = join(PROJECT, 'docs/validity.md');

if (import.meta.main) {
  const [given] = process.argv.slice(2);
  if (given !== undefined) {
    const result = absenceBacktestSchema.parse(JSON.parse(readFileSync(given, 'utf8')));
    writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`);
  }
  writeFileSync(VALIDITY, documentedAbsences().wanted);
}

/** The document as it is, and as the committed result renders. */
export function documentedAbsences(): { readonly is: string; readonly wanted: string } {
  const result = absenceBacktestSchema.parse(JSON.parse(readFileSync(RESULT, 'utf8')));
  const is = readFileSync(VALIDITY, 'utf8');
  return { is, wanted: withAbsenceSection(is, result) };
}
