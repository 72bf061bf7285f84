import { decisionKind } from '../../domain/records/decision.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';
import { shellWord } from '../../domain/shell-word.ts';
import type { WeekItem } from '../../domain/week-review.ts';
import { dueItems } from './due-items.ts';
import { byDay, sinceWords } from './item.ts';

type DecisionEntry = RecordEntry<typeof decisionKind>;

/** Decisions whose day to decide by has come, and those in force that a revisit or a failed assumption opens again. */
export function decisionItems(entries: readonly DecisionEntry[], today: string): WeekItem[] {
  return [
    ...dueItems(decisionKind, entries, today, settles),
    ...entries.flatMap((entry) => reopened(entry, today)),
  ].sort(byDay);
}

const settles = (id: string): readonly string[] => [
  `fortnight decide accept ${shellWord(id)}`,
  `fortnight decide reject ${shellWord(id)}`,
  `fortnight decide extend ${shellWord(id)} --until +2w --because "…"`,
];

function reopened({ id, title, status, fields }: DecisionEntry, today: string): WeekItem[] {
  if (status !== 'accepted') return [];
  const { revisit, assumptions = [] } = fields;
  const failed = assumptions.filter(({ held }) => held === 'no');
  const isDue = revisit !== undefined && revisit <= today;
  const because = [
    ...(isDue ? [`To be looked at again ${sinceWords(revisit, today)}.`] : []),
    ...failed.map(({ assumes }) => `An assumption of it did not hold: ${assumes.replace(/\.$/, '')}.`),
  ];
  if (because.length === 0) return [];
  return [
    {
      record: { kind: decisionKind.id, id },
      title: title === '' ? id : title,
      because,
      since: isDue ? revisit : (failed.map((one) => one['checked-on']).find((day) => day !== undefined) ?? null),
      settle: [
        `fortnight decide set ${shellWord(id)} --revisit +3mo`,
        `fortnight decide supersede ${shellWord(id)} --title "…"`,
      ],
      opens: `fortnight decide show ${shellWord(id)}`,
      evidence: [],
    },
  ];
}
