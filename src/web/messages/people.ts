import { numeral } from '../../domain/words.ts';

const RULES: Readonly<Record<string, string>> = {
  alone: 'nothing else matches it',
  mailmap: 'joined by .mailmap',
  email: 'joined by the same address',
  'no-reply': 'joined by the same forge account',
  name: 'joined by the same full name',
  configuration: 'joined by fortnight.yml',
};

export const people = {
  title: 'People',
  lead: 'Everybody in this history, from A to Z, with each name and address they used and why these are taken for one person. Nobody is measured here.',
  find: 'Find by name or address',
  findHint: 'Name or address',

  hidden: {
    title: 'Names are hidden',
    why: 'This page is made of nothing but names and addresses, so in presenter mode it shows none of them.',
    how: 'Show names again, with the eye at the top, to see who is who.',
  },

  leading: {
    title: 'The lead',
    is: (name: string) => `${name} is taken to be the lead`,
    nobody: 'Nobody is taken to be the lead',
    close: 'Somebody else comes close, so look whether this is right.',
    inferred: 'Inferred from the history.',
    configured: 'Named in fortnight.yml.',
    given: 'Named for this view alone.',
    change: 'Name somebody else …',
    name: 'Name the lead …',
    choose: 'Who leads?',
  },

  alike: {
    title: 'Perhaps one person',
    meaning: 'Two people who look alike in some way; no rule is sure enough to join them. You know.',
    none: 'No two people look like one.',
    look: 'Join …',
    lookAt: (a: string, b: string) => `Join … ${a} and ${b}`,
    and: 'and',
    all: (count: number) => `Show all ${numeral(count)} pairs`,
    fewer: 'Show fewer',
  },

  index: {
    title: 'Everybody',
    machines: 'Bots and agents',
    show: 'Whom to show',
    everybody: 'Everybody',
    several: 'Known by several names',
    letters: 'Go to a letter',
    toLetter: (letter: string) => `Go to ${letter}`,
    more: 'Show more',
    earlier: 'Show who comes before',
    nobody: 'Nobody found',
    nobodyHint: (find: string) => `No name or address here holds “${find}”.`,
    nobodySeveral: 'Everybody goes by one name and one address.',
    clear: 'Show everybody',
    noMachines: 'No bot or agent was found.',
    found: (count: number) => (count === 1 ? 'One is found.' : `${numeral(count)} are found.`),
    open: (name: string) => `${name}: identities and what can be done`,
    other: '#',
  },

  person: {
    known: 'Known as',
    bot: 'A bot: it is left out of what is said about people.',
    agent: 'An agent: it is left out of what is said about people.',
    split: 'Split off …',
    splitOff: (identity: string) => `Split off … ${identity}`,
    join: 'The same person as somebody else?',
    joinHint: 'Find the other one; what a join would change is shown before anything is written.',
    isLead: 'Taken to be the lead.',
    makeLead: 'Name as the lead …',
    nowhere: 'Who is who cannot be changed here',
  },

  choose: {
    find: 'Find somebody',
    none: 'Nobody is called so.',
    more: (count: number) => `${numeral(count)} more: type more of the name.`,
  },

  change: {
    join: 'Two people become one',
    split: 'An identity becomes a person of its own',
    lead: 'Who leads',
    computing: 'Every figure is computed twice, as it is and as it would be …',
    effect: 'What reads differently',
    noEffect: 'No figure reads differently.',
    figure: 'Figure',
    before: 'Now',
    after: 'Then',
    lines: 'What is written',
    newFile: (file: string) => `A new file, ${file}`,
    into: (file: string) => `Into ${file}`,
    share: 'Only this file is touched. Commit it to share it with the team.',
    added: 'added:',
    removed: 'taken out:',
    skipped: 'lines that stay',
    write: 'Write it',
    writing: 'Writing …',
    back: 'Back',
    cancel: 'Cancel',
  },

  undo: {
    written: 'Written to fortnight.yml',
    undo: 'Undo',
    undoing: 'Taking it back …',
    undone: 'Taken back: the file is as it was, byte for byte.',
  },

  rule: (rule: string) => RULES[rule] ?? rule,
} as const;
