import { backtestCover } from '../../app/backtest.ts';
import { measures } from '../../app/measures.ts';
import { type Opened, withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { coverBacktestSchema } from '../../domain/cover-backtest.ts';
import { EXIT } from '../../domain/errors.ts';
import { type CommandContext, type CommandDefinition, type OptionDefinition, PATHS } from '../command.ts';
import { parameterOptions, parametersIn } from '../measure-options.ts';

const cover = measures.find((measure) => measure.id === 'cover');
const parameters: readonly OptionDefinition[] = cover === undefined ? [] : parameterOptions(cover);

/** `fortnight backtest cover`. */
export const backtestCoverCommand: CommandDefinition = {
  name: 'backtest cover',
  summary: 'how often "who could cover" was right in the past',
  description:
    'Tests who-could-cover on the past of a repository: for each change the lead had a part in, would the people named then have included whoever next worked in that area without the lead? Beside it, two rules anybody could apply by hand.',
  examples: [
    { line: 'fortnight backtest cover', does: 'on this repository' },
    {
      line: 'fortnight backtest cover --separately engine website',
      does: 'on unrelated repositories, each with its own lead',
    },
  ],
  arguments: [PATHS],
  options: [
    ...parameters,
    {
      name: 'authors',
      kind: 'flag',
      doc: 'Who wrote there next counts, whoever landed it: an answer where nothing lands without the lead.',
    },
    { name: 'separately', kind: 'flag', doc: 'The repositories are unrelated: each has a team and a lead of its own.' },
  ],
  isDefault: true,
  schema: coverBacktestSchema,
  async run(context) {
    return await withTeams(context, splitTeams(context), [], async (teams) => {
      const { lead } = teams[0]?.setting ?? {};
      const isNamed = context.request.lead !== null || lead?.basis === 'configured';
      const data = await backtestCover(
        teams.map(({ facts }) => facts.query),
        {
          lead: isNamed && teams.length === 1 ? (lead?.person ?? null) : null,
          ...(context.request.until === null || teams[0] === undefined ? {} : { until: teams[0].setting.window.until }),
          settledBy: context.options.authors === true ? 'author' : 'without-lead',
          parameters: cover === undefined ? {} : parametersIn(cover, context.options),
        },
      );
      const isPartial = teams.some(({ setting }) => setting.isPartial);
      return { data, page: pages.coverBacktest(data), exitCode: isPartial ? EXIT.partial : EXIT.fine };
    });
  },
};

/** One team of all repositories, or one of each. */
function splitTeams({ request, options }: CommandContext): (readonly string[])[] {
  return options.separately === true && request.paths.length > 0
    ? request.paths.map((path) => [path])
    : [request.paths];
}

async function withTeams<T>(
  context: CommandContext,
  rest: readonly (readonly string[])[],
  opened: readonly Opened[],
  use: (opened: readonly Opened[]) => Promise<T>,
): Promise<T> {
  const [paths, ...others] = rest;
  if (paths === undefined) return await use(opened);
  return await withFacts({ ...context, request: { ...context.request, paths } }, (team) =>
    withTeams(context, others, [...opened, team], use),
  );
}
