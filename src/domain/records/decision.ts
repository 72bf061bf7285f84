import { z } from 'zod';
import { day, line, lines, oneOf, yesNo } from './fields.ts';
import { recordKind } from './kind.ts';

/** Something a decision takes to be true, and how one would see that it is not. */
const assumption = z.strictObject({
  assumes: z.string().trim().min(1).max(2000).describe('What is taken to be true.'),
  test: z
    .string()
    .trim()
    .min(1)
    .max(2000)
    .describe('What would show that it is not: a sentence, or a measure with a bound as in `confirm`.'),
  held: oneOf(
    ['yes', 'no'],
    'What the test showed; absent until somebody looked. `no` opens the decision again.',
  ).optional(),
  'checked-on': day('When somebody looked.').optional(),
});

/** A time by which more time was taken, and why. */
const extension = z.strictObject({
  on: day('When it was extended.'),
  until: day('The new day by which it is to be decided.'),
  because: line('Why not now.'),
});

/** What somebody saw who looked whether it works. */
const confirmation = z.strictObject({
  on: day('When somebody looked.'),
  held: oneOf(['yes', 'no'], 'Whether it works; `no` opens the decision again.'),
  saw: line('What was seen.').optional(),
});

/** A decision of the team, in the repository: MADR 4 and what keeps it honest. */
export const decisionKind = recordKind({
  id: 'decision',
  command: 'decide',
  one: 'decision',
  many: 'decisions',
  summary: 'decisions in the open: one owner, a day to decide by, what would show that it was wrong',
  meaning:
    'A decision record in the repository, readable by MADR tools, GitHub and Obsidian. It has exactly one owner and a day by which it is decided, extended with a reason or abandoned; assumptions each have a test, and a failed one opens it again.',
  visibility: 'team',
  folder: 'docs/decisions',
  fields: {
    status: oneOf(
      ['draft', 'proposed', 'accepted', 'rejected', 'abandoned', 'deprecated', 'superseded'],
      'Where it stands; a superseded one names its successor after the word, as MADR does.',
    ),
    date: day('When it was last decided about.'),
    owner: line('The one person who decides when others disagree. Exactly one.'),
    'decision-makers': lines('Everybody who takes part in deciding.'),
    consulted: lines('Whose opinion is asked for.'),
    informed: lines('Who is told.'),
    'decide-by': day('The day by which it is decided, extended with a reason, or abandoned.'),
    extended: z.array(extension).max(100).describe('Each time more time was taken.'),
    reversible: yesNo('Whether it can be taken back at little cost: such decisions are made fast.'),
    dissent: lines('Who disagreed, with what, and commits all the same.'),
    assumptions: z.array(assumption).max(100).describe('What it takes to be true, each with a test.'),
    affects: lines('Paths it is about, as globs: `src/store/**`.'),
    revisit: day('The day on which it is looked at again.'),
    confirm: line(
      'What shows that it works: a measure with a bound (`autonomy >= 0.6`), or a command (`run: npm test`).',
    ),
    confirmations: z.array(confirmation).max(100).describe('What was seen by those who looked whether it works.'),
    supersedes: lines('Files of the decisions it takes the place of.'),
    'superseded-by': line('File of the decision that took its place.'),
  },
  capture: ['owner', 'decide-by'],
  states: [
    { word: 'proposed', doc: 'To be decided by its owner.', isOpen: true },
    { word: 'draft', doc: 'Being written.', isOpen: true },
    { word: 'accepted', doc: 'Decided for; a revisit or a failed assumption opens it again.', isOpen: false },
    { word: 'rejected', doc: 'Decided against.', isOpen: false },
    { word: 'abandoned', doc: 'No longer worth deciding.', isOpen: false },
    { word: 'deprecated', doc: 'No longer followed, without a successor.', isOpen: false },
    { word: 'superseded', doc: 'Another decision took its place.', isOpen: false },
  ],
  days: [{ key: 'decide-by', asks: 'decide, extend it with a reason, or abandon it' }],
  sections: [
    { heading: 'Context and Problem Statement', prompt: 'What is the problem, and is it the cause or a symptom?' },
    {
      heading: 'Decision Drivers',
      prompt: 'What weighs: for users, for stakeholders (revenue, speed), for the organisation (scalability, debt)?',
    },
    {
      heading: 'Considered Options',
      prompt: 'What else would do? Should it exist at all; would a third party or a simpler change do?',
    },
    { heading: 'Decision Outcome', prompt: 'What is decided, and why?' },
    { heading: 'Consequences', prompt: 'What gets better, what worse, what breaks in six months?', level: 3 },
    { heading: 'Confirmation', prompt: 'How will anybody see that it is followed and that it works?', level: 3 },
    {
      heading: 'More Information',
      prompt: 'Constraints, trade-offs, failure modes, history; who holds which part of it today?',
    },
  ],
});
