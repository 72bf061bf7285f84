import { counted } from '../../domain/words.ts';

export const week = {
  title: (week: string) => `Week ${Number(week.slice(-2))}`,
  since: (since: string, basis: 'last-review' | 'seven-days') =>
    basis === 'last-review' ? `Everything since your last review on ${since}.` : `The last seven days, since ${since}.`,
  minutes: (minutes: number) => (minutes === 0 ? '' : ` About ${counted(minutes, 'minute')}.`),
  due: 'What is due',
  nothing: { title: 'Nothing is due', why: 'No promise of yours waits for you. That is a good week.' },
  more: (count: number) => `${counted(count, 'more', 'more')}, not now`,
  all: 'All of them',
  partMinutes: (minutes: number) => counted(minutes, 'minute'),
  open: 'Open',
  openOne: (title: string) => `Open ${title}`,
  look: 'Look at it',
  since_: (day: string) => `since ${day}`,

  figures: 'What changed',
  figureLabel: {
    changed: 'changed',
    'no-change': 'no change shown',
    same: 'the same',
    differs: 'differs',
    unknown: 'not enough evidence',
  },
  otherFigures: (count: number) => `${counted(count, 'figure')} without a change that shows`,

  question: 'One question',
  answerLabel: 'Your answer',
  answerHint: 'A sentence is enough. It stays in your private folder.',
  next: 'The one thing you will do differently next week',
  done: 'Done',
  saving: 'Saving …',
  isDone: (day: string | null) =>
    day === null ? 'This week’s review took place.' : `This week’s review took place on ${day}.`,
  wrong: 'What you let stand',
  nextWeek: 'Next week',
  nothingSaid: 'Nothing was written down.',
  edit: 'Open the review',
  earlier: 'Earlier reviews',
  none: { title: 'Nothing to review yet', why: 'The week is prepared from records and evidence.' },
} as const;
