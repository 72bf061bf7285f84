import { decimal, duration, numeral } from '../../domain/words.ts';

export const data = {
  title: 'Data',
  lead: 'What Fortnight knows of this repository, what it lacks, and what rests on it.',

  scan: {
    title: 'Reading the repository',
    never: 'Nothing was read yet.',
    last: (when: string) => `Last read ${when}.`,
    movedOn: 'The repository has moved on since.',
    read: 'Read what is new',
    full: 'Read everything again',
    fullHint:
      'Reading everything again takes as long as the first time; figures only change where facts on the disk were damaged.',
    cancel: 'Cancel',
    cancelling: 'Stopping …',
    starting: 'Looking at the repository …',
    commits: (repository: string) => `Reading the commits of ${repository}`,
    files: (repository: string) => `Looking at the files of ${repository}`,
    answers: 'Opening what was read',
    progress: 'How far the reading is',
    of: (done: number, total: number) => `${numeral(done)} of ${numeral(total)} commits`,
    soFar: (done: number) => `${numeral(done)} commits`,
    rate: (perSecond: number) => `${numeral(perSecond)} a second`,
    left: (seconds: number) => `about ${duration(Math.max(60, seconds))} left`,
    soon: 'less than a minute left',
    meanwhile: 'All pages go on answering from what was read before.',
    announced: (percent: number) => `${percent} percent read`,
    cancelled: 'Stopped. Everything is as it was read the time before.',
    failed: 'It could not be read',
    kept: 'What was read before is still there.',
    demo: 'The demo is generated once and has nothing new to read.',
  },

  evidence: {
    title: 'Evidence',
    states: { there: 'there', thin: 'thin', missing: 'missing' },
    blocks: 'No answer',
    weakens: 'Less sure',
    more: 'More of it',
    window: 'Look at a year',
    people: 'See who is who',
    nothing: 'Nothing is missing: everything Fortnight reads from git is here.',
  },

  unanswered: {
    title: 'What cannot be answered',
    none: 'Every measure has an answer here.',
    measure: 'Measure',
    because: 'Why not',
  },

  repositories: {
    title: 'Repositories',
    folder: 'Folder',
    head: 'Head',
    noHead: 'none: nothing was committed yet',
    history: 'History',
    span: (first: string, last: string) => `${first} to ${last}`,
    nothing: 'nothing',
    commits: (commits: string, changes: string) => `${commits} in ${changes}`,
    open: 'Open branches',
    decisions: 'Decision records',
    noDecisions: 'none found',
    inFolder: (folder: string, records: number) => `${numeral(records)} in ${folder}`,
    openDecisions: (count: number) => `${numeral(count)} of them open`,
    clone: 'Clone',
    whole: 'whole',
    shallow: 'shallow: its history is cut off',
    partial: 'partial: some objects are missing',
    documents: 'Also read',
    forge: 'Forge',
    noForge: 'not known',
    read: 'Last read',
    facts: 'Facts on disk',
    warning: 'Warning',
  },

  notes: { title: 'To know of every figure' },

  privacy: {
    title: 'Where it lies',
    statement:
      'Nothing leaves this machine: Fortnight opens no connection and this page asks its own server alone. Facts are copied from git into a cache that you can read, take along or delete.',
    directory: 'Facts lie in',
    size: 'They take',
    export: 'Take them along, for any other engine',
    forget: 'Forget this repository',
    forgetAll: 'Forget everything',
    versions: 'Versions',
    versionsOf: (fortnight: string, node: string, git: string) => `Fortnight ${fortnight}, Node ${node}, Git ${git}`,
  },

  bytes: (count: number) =>
    count < 1e6
      ? `${numeral(Math.max(1, Math.round(count / 1e3)))} kB`
      : count < 1e9
        ? `${decimal(count / 1e6)} MB`
        : `${decimal(count / 1e9)} GB`,
  moment: (day: string, time: string) => `${day} at ${time} UTC`,
} as const;
