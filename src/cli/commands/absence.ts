import { absence } from '../../app/absence.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { ABSENCE_VIEWS, absenceSchema } from '../../domain/absence.ts';
import { DAYS, LOAD, numberIn, PERSON, personsIn, TARGET, textIn } from '../absence-options.ts';
import { before, type CommandDefinition, exitCodeOf, type OptionDefinition, PATHS } from '../command.ts';

const WEEKS: OptionDefinition = {
  name: 'weeks',
  kind: 'number',
  value: 'N',
  min: 2,
  max: 52,
  isWhole: true,
  default: 8,
  doc: 'For the replay: so many weeks are played again.',
};
const PERCENTILE: OptionDefinition = {
  name: 'percentile',
  kind: 'number',
  value: 'N',
  min: 50,
  max: 100,
  default: 90,
  doc: 'For the replay: which percentile of somebody’s two-week landings is a full load.',
};
const CAPACITY: OptionDefinition = {
  name: 'capacity',
  kind: 'number',
  value: 'TIMES',
  min: 0,
  max: 100,
  default: 1,
  doc: 'For the replay: times the spare capacity (that percentile less the mean of two-week landings) of who steps in.',
};

const OPTIONS: readonly OptionDefinition[] = [
  PERSON,
  {
    name: 'from',
    kind: 'text',
    value: 'DATE',
    doc: 'First day away; nothing that landed from then on is looked at. Default: the end of the window.',
  },
  { ...DAYS, doc: `${DAYS.doc} What is known of outcomes is of the first two weeks.` },
  {
    name: 'show',
    kind: 'choice',
    value: 'WHAT',
    choices: ABSENCE_VIEWS,
    default: 'overview',
    doc: 'One part with what it rests on, or all of them.',
  },
  TARGET,
  LOAD,
  WEEKS,
  PERCENTILE,
  CAPACITY,
  {
    name: 'calibration',
    kind: 'text',
    value: 'FILE',
    doc: 'Outcome bands from a file that backtest absence wrote. Default: those of the published study.',
  },
];

/** `fortnight absence`. */
export const absenceCommand: CommandDefinition = {
  name: 'absence',
  summary: 'the vacation test: what passes only through one person',
  description:
    'Could the team go a fortnight without you? What share of teammates’ work passes only through you and where, what absences of leads like that did in public projects, what has nobody else, who could cover, what happened in your own past absences, and the few moves that would change the answer. It tells what was seen and how sure that is; it foretells no absence.',
  examples: [
    { line: 'fortnight absence', does: 'the lead away for a fortnight' },
    { line: 'fortnight absence --from 2026-12-01 --days 21', does: 'a planned absence' },
    { line: 'fortnight absence --person Ann --person Bo', does: 'both away at once' },
    { line: 'fortnight absence --show past', does: 'one part, with its evidence' },
  ],
  arguments: [PATHS],
  options: OPTIONS,
  schema: absenceSchema,
  run: (context) =>
    withFacts(before(context), async (opened) => {
      const { options, effects, request } = context;
      const data = await absence(opened, effects, {
        persons: personsIn(options),
        from: textIn(options, 'from'),
        days: numberIn(options, DAYS),
        target: numberIn(options, TARGET),
        load: numberIn(options, LOAD),
        assumptions: {
          weeks: numberIn(options, WEEKS),
          percentile: numberIn(options, PERCENTILE) / 100,
          capacityFactor: numberIn(options, CAPACITY),
        },
        calibration: textIn(options, 'calibration'),
      });
      const view = ABSENCE_VIEWS.find((name) => name === options.show) ?? 'overview';
      return { data, page: pages.absence(data, view, request.everything), exitCode: exitCodeOf(opened.setting) };
    }),
};
