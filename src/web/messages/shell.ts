import { calendarDay, counted, numeral } from '../../domain/words.ts';

/** What stands around every page, and what stands there when there is no page yet. */
export const shell = {
  product: 'Fortnight',
  question: 'Could your team go a fortnight without you?',
  titled: (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' · '),
  skip: 'Skip to the page',
  pages: 'Pages',
  fortnight: 'Fortnight',
  week: 'Week',
  scorecard: 'Scorecard',
  knowledge: 'Knowledge',
  flow: 'Flow',
  people: 'People',
  data: 'Data',
  measure: 'Measure',
  area: 'Area',
  change: 'Change',

  lookedAt: {
    open: 'What is looked at',
    window: 'Window',
    since: 'From',
    until: 'Until',
    lead: 'Lead',
    asStarted: 'As usual',
    active: 'At work in the last half year',
    others: 'Everybody else',
    done: 'Done',
    reset: 'Back to the usual',
    repositories: (first: string, count: number) => (count > 1 ? `${first} and ${numeral(count - 1)} more` : first),
    presets: { '': 'Usual', '90d': '90 days', '180d': '180 days', '1y': '1 year', '1970-01-01': 'All', own: 'Own' },
    span: (since: number, until: number) => `${calendarDay(since)} to ${calendarDay(until)}`,
    leadIs: (name: string) => `lead ${name}`,
    noLead: 'no lead',
    hiddenNote: 'Names are hidden; show them to choose a lead.',
  },

  theme: {
    label: 'Theme',
    system: 'As the system',
    light: 'Light',
    dark: 'Dark',
    next: (now: string) => `Theme: ${now}. Change`,
  },
  presenter: {
    on: 'Hide names',
    off: 'Show names',
    isOn: 'Names are hidden; a first name alone in a subject may still show.',
  },
  help: 'Keyboard',

  keys: {
    title: 'Keyboard',
    areOn: 'Single keys act, as listed here',
    go: 'Go to',
    find: 'Find on this page',
    help: 'This list',
    hide: 'Hide or show names',
    theme: 'Change the theme',
    close: 'Close what is open',
    values: 'Read the values of a chart: focus it, then',
  },

  notices: {
    label: 'Notices',
    demo: 'This is a generated team: its history is made up, its figures are computed from it like any other’s.',
    leaveDemo: 'Back to your repository',
    partial: 'Part of the history is missing here, so some figures are not told.',
    whatIsMissing: 'What is missing',
    scanning: 'Reading new commits.',
    scanningOf: (read: number, total: number | null) =>
      total === null
        ? `Reading: ${counted(read, 'commit')} so far.`
        : `Reading: ${numeral(read)} of ${counted(total, 'commit')}.`,
    movedOn: 'The repository has moved on since it was read.',
    rescan: 'Read what is new',
    scanFailed: 'The last scan did not work; what you see is from the one before.',
    seeData: 'See Data',
    gone: 'The server does not answer. What you see is from before; trying again …',
  },

  welcome: {
    lead: 'Fortnight reads the history of a git repository and tells what passes only through its lead, who else could take it on, and what happened while they were away. Everything stays on this machine: nothing is sent anywhere. People are never scored or ranked; the only figures are about the team and its lead.',
    demo: 'View demo',
    own: 'To look at your own team, start it in a repository:',
    command: 'fortnight serve PATH',
  },

  scan: {
    title: 'Reading the history',
    lead: 'The first time takes a moment; afterwards only new commits are read. The page comes by itself.',
    never: 'Nothing was read yet',
    neverLead: 'The history of this repository has to be read once.',
    start: 'Read it now',
    cancel: 'Cancel',
    phases: { commits: 'Commits', files: 'Files at the head', answers: 'Making the answers ready' },
    of: (read: number, total: number | null) =>
      total === null ? counted(read, 'commit') : `${numeral(read)} of ${counted(total, 'commit')}`,
    failed: 'The history could not be read',
  },

  locked: {
    title: 'This browser has not been let in',
    lead: 'A link from Fortnight is good once, for one browser, until the server stops. That keeps other programs and pages on this machine away from your history.',
    how: 'In the terminal where it runs, press Enter for a new link. If it does not run any more, start it again:',
    command: 'fortnight serve',
  },

  gone: {
    title: 'The server does not answer',
    hint: 'It may have been stopped. Start it again with: fortnight serve.',
    how: 'It may have been stopped. Start it again in a terminal; this page looks for it every few seconds.',
    command: 'fortnight serve',
    again: 'Look now',
  },

  notFound: { title: 'There is no such page', action: 'To the first page' },
  broken: { title: 'This page broke', hint: 'That is a defect of Fortnight. The other pages still work.' },
  foot: (version: string) => `Fortnight ${version}. Runs on this machine; sends nothing anywhere.`,
} as const;
