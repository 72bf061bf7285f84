import { backtestAbsence } from '../../app/backtest-absence.ts';
import { pages } from '../../app/pages.ts';
import { absenceBacktestSchema } from '../../domain/absence-backtest.ts';
import { EXIT } from '../../domain/errors.ts';
import { textIn } from '../absence-options.ts';
import type { CommandDefinition } from '../command.ts';

/** `fortnight backtest absence`. */
export const backtestAbsenceCommand: CommandDefinition = {
  name: 'backtest absence',
  summary: "what people's real absences did to their teammates' work",
  description:
    'Finds the past absences of everybody who carried a team, in each repository by itself, and tests on them what Fortnight says of dependence: does more of it go with less landed work, is that the absence or the project, do the outcome bands and their intervals hold in repositories they were not made from? It counts absences and names nobody. Where there are too few it says so instead of giving a figure. The answer is about the mean of many absences; it foretells none.',
  examples: [
    { line: 'fortnight backtest absence engine website', does: 'on two repositories, each a team of its own' },
    {
      line: 'fortnight backtest absence ../*/ --write-calibration calibration.json',
      does: 'on all beside this one, and writes what was seen for fortnight absence --calibration',
    },
  ],
  arguments: [
    {
      name: 'path',
      doc: 'Repositories, each with a team of its own; the current folder when none is given.',
      isRequired: false,
      isVariadic: true,
    },
  ],
  options: [
    {
      name: 'write-calibration',
      kind: 'text',
      value: 'FILE',
      doc: 'Writes what was seen as a calibration; refused without 100 absences of 10 repositories.',
    },
    {
      name: 'projects',
      kind: 'text',
      value: 'WORDS',
      default: 'repositories',
      doc: 'How the calibration calls these repositories in a sentence: "public projects".',
    },
    {
      name: 'cases',
      kind: 'text',
      value: 'FILE',
      doc: 'Writes every case as a line of CSV, without names and dates.',
    },
    {
      name: 'resamples',
      kind: 'number',
      isWhole: true,
      min: 200,
      max: 100_000,
      default: 2000,
      doc: 'How often repositories are drawn anew for an interval.',
    },
    {
      name: 'shift',
      kind: 'number',
      isWhole: true,
      min: 15,
      max: 180,
      default: 35,
      doc: 'By how many days the dates of a placebo are moved.',
    },
  ],
  schema: absenceBacktestSchema,
  async run(context) {
    const { options } = context;
    const { backtest, isPartial } = await backtestAbsence(context, {
      ...(typeof options.resamples === 'number' ? { resamples: options.resamples } : {}),
      ...(typeof options.shift === 'number' ? { shiftDays: options.shift } : {}),
      calibration: textIn(options, 'write-calibration'),
      cases: textIn(options, 'cases'),
      projects: textIn(options, 'projects') ?? 'repositories',
    });
    return { data: backtest, page: pages.absenceBacktest(backtest), exitCode: isPartial ? EXIT.partial : EXIT.fine };
  },
};
