import {
  type CalibrationRow,
  ENOUGH_CLAIMS,
  ENOUGH_FOR_SCORE,
  type JournalCalibration,
} from '../../domain/journal-calibration.ts';
import type { journalKind } from '../../domain/records/journal.ts';
import type { FieldsOf } from '../../domain/records/kind.ts';
import { wilson } from '../../domain/wilson.ts';
import { counted, inHundred, percentWithin } from '../../domain/words.ts';

type Entry = Pick<FieldsOf<typeof journalKind>, 'status' | 'claim' | 'sure' | 'check-on'>;
interface Claim {
  /** As a fraction. */
  readonly sure: number;
  readonly held: boolean;
}

/** Of how sure a claim was, in hundredths. Below 50 its author says that it will rather not hold. */
const BANDS: readonly (readonly [from: number, to: number])[] = [
  [1, 49],
  [50, 69],
  [70, 89],
  [90, 99],
];

/**
 * How often claims hold, beside how sure their author was. Claims that nobody can tell about are left out and counted. It misleads
 * where claims are looked at only when they went well: those whose day has passed are counted too. The author judges, so it is a
 * mirror, never a proof.
 */
export function calibrationOf(entries: readonly Entry[], today: string): JournalCalibration {
  const claims = entries.flatMap((entry): Claim[] =>
    isResolved(entry) && entry.sure !== undefined ? [{ sure: entry.sure / 100, held: entry.status === 'held' }] : [],
  );
  const count = (is: (entry: Entry) => boolean): number => entries.filter(is).length;
  const waiting = entries.filter(
    ({ status, claim }) => claim !== undefined && (status === 'open' || status === undefined),
  );
  const overdue = waiting.filter((entry) => isDue(entry, today)).length;
  const all = rowOf(1, 99, claims);
  return {
    today,
    all,
    rows: BANDS.map(([from, to]) => rowOf(from, to, claims)).filter((row) => row.claims > 0),
    brier: claims.length < ENOUGH_FOR_SCORE ? null : mean(claims.map(({ sure, held }) => (sure - (held ? 1 : 0)) ** 2)),
    leftOut: {
      unknowable: count(({ status }) => status === 'unknowable'),
      unsure: count((entry) => isResolved(entry) && entry.sure === undefined),
      open: waiting.length - overdue,
      overdue,
    },
    answer: answerOf(all),
  };
}

const isResolved = ({ status }: Entry): boolean => status === 'held' || status === 'failed';
const isDue = (entry: Entry, today: string): boolean => (entry['check-on'] ?? '9999-12-31') <= today;

function rowOf(from: number, to: number, all: readonly Claim[]): CalibrationRow {
  // Compared in hundredths: a fraction such as 0.29 is not quite 29 hundredths.
  const claims = all.filter(({ sure }) => Math.round(sure * 100) >= from && Math.round(sure * 100) <= to);
  const held = claims.filter((claim) => claim.held).length;
  const share = claims.length < ENOUGH_CLAIMS ? null : wilson(held, claims.length);
  const stated = claims.length === 0 ? null : mean(claims.map(({ sure }) => sure));
  return { from, to, claims: claims.length, held, share, stated, verdict: verdictOf(share, stated) };
}

function verdictOf(share: CalibrationRow['share'], stated: number | null): CalibrationRow['verdict'] {
  if (share === null || stated === null) return 'too-few';
  if (stated > share.high) return 'over';
  return stated < share.low ? 'under' : 'fits';
}

function answerOf({ claims, share, stated, verdict }: CalibrationRow): string {
  if (share === null || stated === null) {
    return `Not enough evidence: ${counted(claims, 'claim')} with a sureness held or failed so far, below ${ENOUGH_CLAIMS}.`;
  }
  const told = `${percentWithin(share)} of ${counted(claims, 'claim')} held; you gave them ${inHundred(stated)} on average`;
  if (verdict === 'over') return `${told}: surer than they turned out.`;
  if (verdict === 'under') return `${told}: less sure than they turned out.`;
  return `${told}: no difference can be told from chance.`;
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
