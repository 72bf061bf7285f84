import type { OptionDefinition } from './command.ts';

/** Options that every command takes. */
export const GLOBAL_OPTIONS: readonly OptionDefinition[] = [
  {
    name: 'repo',
    kind: 'text',
    value: 'PATH',
    isRepeatable: true,
    doc: 'Repository to look at; more than once for one team with several repositories.',
  },
  {
    name: 'since',
    kind: 'text',
    value: 'WHEN',
    doc: 'Beginning of the window: a date (2026-01-31) or a time before its end (90d, 6w, 6mo, 1y). Default: 180d.',
  },
  {
    name: 'until',
    kind: 'text',
    value: 'WHEN',
    doc: 'End of the window, itself not included: a date or a time before now. Default: now, or just after the newest change where that is older than 30 days.',
  },
  {
    name: 'lead',
    kind: 'text',
    value: 'WHO',
    doc: 'Who the lead is: a name, an address or `Name <email>`. Default: said by fortnight.yml, else inferred and said.',
  },
  { name: 'json', kind: 'flag', doc: 'The answer as JSON; the same as --format json. Shapes: docs/json.md.' },
  {
    name: 'format',
    kind: 'choice',
    value: 'FORMAT',
    choices: ['terminal', 'json', 'markdown'],
    doc: 'How to write the answer.',
  },
  {
    name: 'evidence',
    kind: 'flag',
    doc: 'All rows, and all evidence that is kept (the newest 50 pieces of a row), not only the first.',
  },
  {
    name: 'data-dir',
    kind: 'text',
    value: 'DIR',
    doc: 'Where facts rest between runs. Default: $FORTNIGHT_DATA_DIR, else $XDG_CACHE_HOME/fortnight, else ~/.cache/fortnight.',
  },
  { name: 'no-config', kind: 'flag', doc: 'Leave fortnight.yml of the repository aside.' },
  { name: 'no-scan', kind: 'flag', doc: 'Answer from the facts of the last scan, however old.' },
  { name: 'full', kind: 'flag', doc: 'Forget the facts of the last scan and read the whole history again.' },
  { name: 'color', kind: 'flag', doc: 'Colours, even where nobody seems to look.' },
  { name: 'no-color', kind: 'flag', doc: 'No colours. So do NO_COLOR=1 and FORCE_COLOR=0.' },
  {
    name: 'width',
    kind: 'number',
    value: 'N',
    min: 40,
    max: 1000,
    isWhole: true,
    doc: 'Columns to write in. Default: those of the terminal, else 80.',
  },
  { name: 'debug', kind: 'flag', doc: 'Where an error came from, for a report of a defect.' },
];
