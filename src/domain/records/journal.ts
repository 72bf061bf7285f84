import { day, line, lines, oneOf, sureness } from './fields.ts';
import { recordKind } from './kind.ts';

/** What a claim can turn out to be. */
export const CLAIM_OUTCOMES = ['held', 'failed', 'unknowable'] as const;
export type ClaimOutcome = (typeof CLAIM_OUTCOMES)[number];

/** What invisible impact is made of. */
export const JOURNAL_KINDS = [
  'reframed',
  'question',
  'context',
  'conflict',
  'direction',
  'unblocked',
  'other',
] as const;

/** One moment of impact that no scorecard sees, with a claim that can turn out wrong. */
export const journalKind = recordKind({
  id: 'journal',
  command: 'journal',
  one: 'journal entry',
  many: 'journal entries',
  summary: 'invisible impact: what you did, what you claim came of it, and whether it held',
  meaning:
    'A conversation that reframed, a question that saved weeks, context that prevented a mistake, a conflict defused, a direction corrected: written in seconds, with a claim, how sure you are and a day to check it. On that day it held, failed, or cannot be known; how often your claims hold is shown to you alone.',
  visibility: 'private',
  folder: 'journal',
  fields: {
    status: oneOf(['open', 'noted', 'held', 'failed', 'unknowable'], 'What became of the claim.'),
    kind: oneOf(JOURNAL_KINDS, 'What kind of impact.'),
    on: day('When.'),
    beneficiary: line('Who benefited: a person, a team, a project.'),
    claim: line('What you say came, or will come, of it.'),
    sure: sureness('How sure you are of the claim, in hundredths.'),
    'check-on': day('When to look whether the claim held.'),
    resolved: day('When somebody looked.'),
    repository: line('The repository it is about.'),
    evidence: lines('Changes, decisions or addresses that show it.'),
  },
  capture: ['claim', 'sure'],
  states: [
    { word: 'open', doc: 'The claim is to be checked.', isOpen: true },
    { word: 'noted', doc: 'Nothing is claimed.', isOpen: false },
    { word: 'held', doc: 'The claim held.', isOpen: false },
    { word: 'failed', doc: 'The claim did not hold.', isOpen: false },
    { word: 'unknowable', doc: 'Nobody can tell.', isOpen: false },
  ],
  days: [{ key: 'check-on', asks: 'say whether the claim held, failed or cannot be known' }],
  sections: [{ heading: 'What happened', prompt: 'What did you do, and what would have happened without it?' }],
});
