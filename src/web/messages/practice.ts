import { counted } from '../../domain/words.ts';

/** Words that all pages of the practice share. */
export const practice = {
  pages: 'Practice',
  week: 'Week',
  decisions: 'Decisions',
  delegations: 'Delegations',
  coding: 'Coding log',
  journal: 'Journal',

  hidden: {
    title: 'Names are hidden',
    why: 'Records name people in what they tell, where no other name can stand for them. So in presenter mode none is shown.',
    how: 'Show names again, with the eye at the top, to see them.',
  },
  demo: 'Records of a generated team. Try them: what you write here is kept in memory, and gone when Fortnight stops.',
  private: 'Kept in your private folder, never in a repository.',
  team: 'Kept in the repository, for everybody.',

  clock: {
    none: 'no day set',
    today: 'today',
    left: (days: number) => `in ${counted(days, 'day')}`,
    over: (days: number) => `${counted(days, 'day')} overdue`,
  },

  untitled: 'Without a title',
  add: 'New',
  cancel: 'Cancel',
  save: 'Save',
  saving: 'Saving …',
  edit: 'Edit',
  saved: 'Saved.',
  more: 'More to say',
  moreHint: 'All of it may be left out.',
  notSet: 'not set',
  yes: 'yes',
  no: 'no',
  onePerLine: 'One a line.',
  hundredths: 'In hundredths: 70 is seven times of ten.',
  addRow: 'Add one',
  removeRow: (at: number) => `Take out number ${at}`,
  row: (label: string, at: number) => `${label}, number ${at}`,
  title: 'Title',

  meanwhile: {
    title: 'Somebody saved it meanwhile',
    kept: 'What you typed is kept. The rest now stands as it was saved.',
    clashes: (parts: string) => `You both changed: ${parts}. Yours is shown; saving puts it in the place of theirs.`,
    keep: 'Go on with mine',
    take: 'Take theirs',
  },
} as const;
