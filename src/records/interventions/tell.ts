import type { InterventionList, InterventionTold, Outcomes } from '../../domain/interventions.ts';
import type { RecordData, RecordEntry } from '../../domain/records/entry.ts';
import type { interventionKind } from '../../domain/records/intervention.ts';
import { wilson } from '../../domain/wilson.ts';
import { counted, numeral, percentWithin } from '../../domain/words.ts';
import { risksOf } from './risky-paths.ts';

export type InterventionEntry = RecordEntry<typeof interventionKind>;

/** Fewer settled ones than this say nothing about how restraint goes. */
const ENOUGH = 10;

/** What is to be said of one on a day; `paths` are those it is about, where more is known than the file says. */
export function tellIntervention(
  entry: InterventionEntry,
  today: string,
  paths: readonly string[] = entry.fields.about ?? [],
): InterventionTold {
  const due = entry.fields['check-on'];
  const { text: _, ...data } = entry;
  return {
    record: { ...data, fields: entry.fields as RecordData['fields'] },
    risks: risksOf(paths),
    isDue: entry.isOpen && due !== undefined && due <= today,
  };
}

/**
 * All of them, and how they went. What came of holding back is what happened; what would have come of saying it is not
 * known, so nothing here says that it would have been better.
 */
export function tellInterventions(entries: readonly InterventionEntry[], today: string): InterventionList {
  const outcomes = outcomesOf(entries);
  const held = outcomes.filter(({ did }) => did === 'held-back');
  const fine = sum(held, ({ harmless, taught }) => harmless + taught);
  const bad = sum(held, ({ cost, damage }) => cost + damage);
  const restraint = fine + bad < ENOUGH ? null : wilson(fine, fine + bad);
  return {
    today,
    interventions: inOrder(entries.map((entry) => tellIntervention(entry, today))),
    outcomes,
    restraint,
    answer: answerOf(fine, bad, restraint),
  };
}

function answerOf(fine: number, bad: number, restraint: InterventionList['restraint']): string {
  const known = counted(fine + bad, 'time');
  if (fine + bad === 0) return 'Not enough evidence: nothing you held back from is settled yet.';
  const counts = `${numeral(fine)} harmless or taught something, ${numeral(bad)} at a cost or with damage`;
  return restraint === null
    ? `Not enough evidence: you held back ${known} whose outcome is known (${counts}); ${numeral(ENOUGH)} are needed to say how it goes.`
    : `You held back ${known} whose outcome is known: ${counts}. It went well in ${percentWithin(restraint)}.`;
}

function outcomesOf(entries: readonly InterventionEntry[]): Outcomes[] {
  const sorts = (['survivable', 'destructive'] as const).flatMap((wrong) =>
    (['held-back', 'said'] as const).map((did) => ({ wrong, did })),
  );
  return sorts
    .map(({ wrong, did }) => {
      const of = entries.filter(({ fields }) => fields.wrong === wrong && fields.did === did);
      const count = (outcome: string) => of.filter((one) => !one.isOpen && one.fields.outcome === outcome).length;
      return {
        wrong,
        did,
        harmless: count('harmless'),
        taught: count('taught'),
        cost: count('cost'),
        damage: count('damage'),
        unknowable: count('unknowable'),
        open: of.filter(({ isOpen }) => isOpen).length,
      };
    })
    .filter(({ wrong: _, did: __, ...counts }) => Object.values(counts).some((one) => one > 0));
}

/** Open ones by the day to look at them, those without one last; then settled ones, newest first. */
function inOrder(all: readonly InterventionTold[]): InterventionTold[] {
  const day = ({ record }: InterventionTold) => String(record.fields['check-on'] ?? '9999');
  return all.toSorted((a, b) => {
    if (a.record.isOpen !== b.record.isOpen) return a.record.isOpen ? -1 : 1;
    return a.record.isOpen
      ? compare(day(a), day(b)) || compare(a.record.id, b.record.id)
      : compare(b.record.id, a.record.id);
  });
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sum = <T>(of: readonly T[], count: (one: T) => number): number => of.reduce((all, one) => all + count(one), 0);
