import { z } from 'zod';
import { day, line, lines, oneOf } from './fields.ts';
import { recordKind } from './kind.ts';

/** The seven levels of delegation (Appelo, Management 3.0), from the lead's side; the higher, the more is given away. */
export const LEVELS = ['tell', 'sell', 'consult', 'agree', 'advise', 'inquire', 'delegate'] as const;

const checkIn = z.strictObject({
  on: day('The day agreed on.'),
  held: day('The day on which it took place; absent while it did not.').optional(),
  note: line('What came of it.').optional(),
});

/** What was given away: a SMART-T contract between the lead and one person. */
export const delegationKind = recordKind({
  id: 'delegation',
  command: 'delegate',
  one: 'delegation',
  many: 'delegations',
  summary: 'what you gave away: the contract, its check-ins, and whether you took it back',
  meaning:
    'A contract about work given away: a specific outcome, measurable criteria, the tools at hand, the goal it serves, a day, and check-ins. Progress is read from linked changes; who is alerted of a missed check-in or of a take-back is the lead, about the lead.',
  visibility: 'private',
  folder: 'delegations',
  fields: {
    status: oneOf(['proposed', 'active', 'done', 'taken-back', 'declined'], 'Where it stands.'),
    to: line('The one person it was given to.'),
    level: oneOf(LEVELS, 'How much is given away, of the seven levels of delegation.'),
    repository: line('The repository it is about.'),
    paths: lines(
      'What it is about, as globs: changes there are its progress, and changes there by the lead a take-back.',
    ),
    measure: line('Measurable: by what both will see that it is done.'),
    tools: line('Actionable: what is at hand for it: access, people, time.'),
    goal: line('Relevant: the goal of the quarter it serves.'),
    started: day('When it was agreed.'),
    due: day('Time-bound: the day by which it is done.'),
    'check-ins': z.array(checkIn).max(200).describe('Trackable: the days on which both talk about it.'),
    links: lines('Changes and issues that belong to it: ids of commits, numbers, addresses.'),
    closed: day('When it ended.'),
  },
  capture: ['to', 'due'],
  states: [
    { word: 'active', doc: 'Agreed, and under way.', isOpen: true },
    { word: 'proposed', doc: 'Not agreed yet.', isOpen: true },
    { word: 'done', doc: 'The outcome is there.', isOpen: false },
    { word: 'taken-back', doc: 'The lead took it back.', isOpen: false },
    { word: 'declined', doc: 'Not taken on.', isOpen: false },
  ],
  days: [{ key: 'due', asks: 'say whether it is done, or agree on another day' }],
  sections: [
    { heading: 'Outcome', prompt: 'What exactly will be there when it is done?' },
    { heading: 'Context', prompt: 'What does whoever takes it on have to know: constraints, history, people?' },
    { heading: 'Boundaries', prompt: 'What may they decide alone, and when do they ask?' },
  ],
});
