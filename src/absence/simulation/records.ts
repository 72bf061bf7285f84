import { startOf } from '../calendar.ts';
import { personAt } from './names.ts';
import type { PlannedDecision, Scenario } from './scenario.ts';
import type { WorkItem } from './work.ts';

/** Time of day at which a record is committed: 10:30. */
const MORNING = 37_800;

/** Decision records as work like any other: one change proposes, another accepts. */
export function recordsOf({ decisions }: Scenario): WorkItem[] {
  return decisions.flatMap((decision, place) => {
    const file = `docs/decisions/${String(place + 1).padStart(4, '0')}-${slug(decision.title)}.md`;
    const { accepted, proposed, title } = decision;
    const item = (day: number, verb: string): WorkItem => ({
      author: decision.by,
      coAuthor: null,
      areas: [],
      files: [file],
      title: `${verb}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
      commits: [startOf(day) + MORNING],
      text: recordText(decision, day, verb === 'Decide'),
    });
    return [item(proposed, 'Propose'), ...(accepted === null ? [] : [item(accepted, 'Decide')])];
  });
}

function recordText({ title, deciders, context, outcome }: PlannedDecision, day: number, isAccepted: boolean): string {
  return `---
status: ${isAccepted ? 'accepted' : 'proposed'}
date: ${new Date(startOf(day) * 1000).toISOString().slice(0, 10)}
decision-makers: [${deciders.map((place) => personAt(place).name).join(', ')}]
---
# ${title}

## Context and Problem Statement

${context}

## Decision Outcome

${isAccepted ? outcome : 'Not decided yet.'}
`;
}

const slug = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
