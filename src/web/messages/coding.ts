import { counted, percent } from '../../domain/words.ts';

export const coding = {
  title: 'Coding log',
  lead: 'Why am I coding? One key for each change of yours that others could have owned.',
  queue: 'Why did you write this?',
  queueMeaning: 'The newest of your changes in areas that others could own. Older ones are not asked about.',
  reasons: {
    strategic: { label: 'Strategic', key: 's', doc: 'Only I can solve it, and it matters' },
    leverage: { label: 'Leverage', key: 'l', doc: 'Pairing, teaching, taking a risk off others' },
    hiding: { label: 'Hiding', key: 'h', doc: 'From a conversation, or an unclear strategy' },
    'self-indulgence': { label: 'Self-indulgence', key: 'i', doc: 'A merged change feels good' },
  },
  othersCould: 'Could have owned it:',
  landed: (day: string) => `landed ${day}`,
  later: 'Later',
  left: (left: number) => (left === 1 ? 'The last one.' : `${counted(left, 'change')} to answer.`),
  answered: (reason: string) => `Answered: ${reason}.`,
  keys: 'Keys:',
  nothing: {
    title: 'Nothing to answer',
    why: 'No change of yours stands unanswered in an area that others could own.',
  },
  demoNote: 'Answers here are kept in memory.',

  target: 'Hands-on, beside the target',
  targetMeaning: (target: number) =>
    `At most ${percent(target)} of what you do is meant to be hands-on, so that ${percent(1 - target)} is left for what only a lead can do.`,
  targetLabel: (target: number) => `target ${percent(target)}`,
  targetFigure: (share: string, target: string) => `Hands-on share ${share}, target at most ${target}.`,

  shares: 'Why, over time',
  sharesMeaning: 'Your own answers. A share is told once there are enough of them.',
  period: 'Time',
  answers: 'Answers',
  everything: 'All together',
  by: { label: 'By', month: 'Month', quarter: 'Quarter' },
  noShares: 'No change is answered yet.',
  tooFew: 'too few for shares',
  log: 'What you answered',
  noLog: 'Nothing is answered yet.',
} as const;
