import { decisionKind } from '../../domain/records/decision.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { WeekItem } from '../../domain/week-review.ts';
import { type DecisionEntry, decisionStanding } from '../decisions/standing.ts';
import { byDay, sinceWords } from './item.ts';

/** Decisions whose day to decide by has come, and those in force that are open again. */
export function decisionItems(entries: readonly DecisionEntry[], today: string): WeekItem[] {
  return entries
    .flatMap((entry): WeekItem[] => {
      const { state, clock, reopened } = decisionStanding(entry, today);
      const due = clock.decideBy !== null && clock.decideBy <= today ? clock.decideBy : null;
      if (due === null && state !== 'reopened') return [];
      const name = shellWord(entry.id);
      return [
        {
          record: { kind: decisionKind.id, id: entry.id },
          title: entry.title === '' ? entry.id : entry.title,
          because:
            due === null ? reopened : [`To be decided by ${sinceWords(due, today)}: ${decisionKind.days[0]?.asks}.`],
          since: due ?? reopenedOn(entry, today) ?? null,
          settle: due === null ? again(name) : decided(name),
          opens: `fortnight decide show ${name}`,
          evidence: [],
        },
      ];
    })
    .sort(byDay);
}

const decided = (name: string): string[] => [
  `fortnight decide accept ${name}`,
  `fortnight decide reject ${name}`,
  `fortnight decide extend ${name} --to +1w --because "…"`,
  `fortnight decide abandon ${name}`,
];

const again = (name: string): string[] => [
  `fortnight decide accept ${name} --because "…"`,
  `fortnight decide propose ${name}`,
  `fortnight decide supersede ${name} --title "…"`,
];

/** The first day that opened it again, as far as its file says. */
function reopenedOn({ fields: { revisit, assumptions = [], confirmations = [] } }: DecisionEntry, today: string) {
  const last = confirmations.at(-1);
  return [
    ...(revisit !== undefined && revisit <= today ? [revisit] : []),
    ...assumptions.flatMap(({ held, 'checked-on': on }) => (held === 'no' && on !== undefined ? [on] : [])),
    ...(last?.held === 'no' ? [last.on] : []),
  ].sort()[0];
}
