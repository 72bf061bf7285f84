import { dayGiven, daysLater } from '../../domain/calendar-day.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { journalKind } from '../../domain/records/journal.ts';
import type { FieldsOf } from '../../domain/records/kind.ts';

/** What is said when something is logged; everything but the title may be left out. */
export interface JournalCapture {
  readonly title: string;
  readonly claim?: string;
  /** In hundredths. */
  readonly sure?: number;
  /** As {@link dayGiven} reads it: `2026-02-28`, `+6w`. */
  readonly checkOn?: string;
  readonly kind?: string;
  readonly beneficiary?: string;
  /** Changes, decisions or addresses that show it. */
  readonly links?: readonly string[];
  /** The repository one stands in. */
  readonly repository?: string;
}

type Fields = FieldsOf<typeof journalKind>;

/** When a claim is looked at unless its author says otherwise. */
const CHECKED_AFTER_DAYS = 30;

/**
 * The fields of a new entry. Only a claim has a day to be checked on and a sureness; what is said of a claim that is not there is
 * refused. Throws a {@link FortnightError} (`usage`). What a field may hold is checked where it is written.
 */
export function captured(capture: JournalCapture, today: string): Readonly<Record<string, unknown>> & Partial<Fields> {
  const { claim, sure, checkOn, kind, beneficiary, links = [], repository } = capture;
  if (claim === undefined && (sure !== undefined || checkOn !== undefined)) {
    throw new FortnightError(
      'usage',
      `${sure === undefined ? 'A day to check' : 'How sure you are'} belongs to a claim.`,
      {
        hint: 'Say what you claim: --claim "what came, or will come, of it".',
        exitCode: EXIT.usage,
      },
    );
  }
  return {
    status: claim === undefined ? 'noted' : 'open',
    ...(kind === undefined ? {} : { kind: kind as Fields['kind'] & string }),
    on: today,
    ...(beneficiary === undefined ? {} : { beneficiary }),
    ...(claim === undefined ? {} : { claim }),
    ...(sure === undefined ? {} : { sure }),
    ...(claim === undefined ? {} : { 'check-on': checkDay(checkOn, today) }),
    ...(repository === undefined ? {} : { repository }),
    ...(links.length === 0 ? {} : { evidence: [...links] }),
  };
}

function checkDay(given: string | undefined, today: string): string {
  if (given === undefined) return daysLater(today, CHECKED_AFTER_DAYS);
  const day = dayGiven(given, today);
  if (day !== null) return day;
  throw new FortnightError('usage', `--check-on ${given} is not a day.`, {
    hint: 'Give a day such as 2026-02-28, or a time from today: +30d, +6w, +3mo.',
    exitCode: EXIT.usage,
  });
}
