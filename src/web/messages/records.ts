import { counted } from '../../domain/words.ts';

export const records = {
  title: 'Record',
  all: 'Records',
  add: (one: string) => `New ${one}`,
  first: (many: string) => `No ${many} yet`,
  open: 'Open',
  closed: 'At rest',
  count: (count: number, one: string, many: string) => counted(count, one, many),
  list: (many: string) => `All ${many}`,
  columns: { title: 'Title', status: 'State', id: 'Name' },
  noKind: { title: 'There is no such record', hint: 'The records there are stand on the pages at the top.' },
  fields: 'What is set down',
  empty: 'Nothing is written in it yet.',
  file: 'File',
  history: 'History',
  historyMeaning: 'Its versions in git, newest first.',
  version: (status: string | null) => status ?? 'state unclear',
  problems: 'What is not valid in its file',
  problem: (line: number, message: string) => `Line ${line}: ${message}`,
  back: (many: string) => `All ${many}`,
  editing: (title: string) => `Edit ${title}`,
  standing: (one: string, status: string | null, meaning: string | null) =>
    `${one.charAt(0).toUpperCase()}${one.slice(1)}${status === null ? '' : ` · ${status}`}${meaning === null ? '' : `. ${meaning}`}`,
  outcome: 'What came of it?',
  sections: 'Text',
  sectionHint: 'Markdown. Headings you add in the file yourself stay as they are.',
} as const;
