import { checkKeptMoves, keepMoves, type MovesRequest, movesPlan } from '../../app/moves.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { keptMovesSchema } from '../../domain/kept-moves.ts';
import { movePlanSchema } from '../../domain/moves.ts';
import { movesCheckSchema } from '../../domain/moves-promise.ts';
import { LOAD, numberIn, PERSON, personsIn, TARGET } from '../absence-options.ts';
import { type CommandDefinition, exitCodeOf, type OptionDefinition, type OptionValues, PATHS } from '../command.ts';

const OPTIONS: readonly OptionDefinition[] = [TARGET, LOAD, PERSON];

const requestOf = (options: OptionValues): MovesRequest => ({
  persons: personsIn(options),
  target: numberIn(options, TARGET),
  load: numberIn(options, LOAD),
});

/** `fortnight moves`. */
export const movesCommand: CommandDefinition = {
  name: 'moves',
  summary: 'the few moves that take work off one person, and what they cost',
  description:
    'Proposes the fewest moves (landing rights, landing shifted to somebody else, pairing first) after which little of teammates’ work passes only through the person away, without making anybody the next bottleneck; and what to write down or delegate because it has nobody else. Each move is tried on the last 182 days: what if the receiver had landed these changes? It is a proposal to talk about; it says nothing about how anybody works.',
  examples: [
    { line: 'fortnight moves', does: 'for the lead' },
    { line: 'fortnight moves --target 0.05 --load 1', does: 'further, and gentler on the receivers' },
    { line: 'fortnight moves --person Ann --person Bo', does: 'both away at once' },
    { line: 'fortnight moves keep', does: 'write the plan down as a promise' },
    { line: 'fortnight moves check', does: 'weeks later: did it happen?' },
  ],
  arguments: [PATHS],
  options: OPTIONS,
  schema: movePlanSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const data = await movesPlan(opened, requestOf(context.options));
      return { data, page: pages.moves(data), exitCode: exitCodeOf(opened.setting) };
    }),
};

/** `fortnight moves keep`. */
export const movesKeepCommand: CommandDefinition = {
  name: 'moves keep',
  summary: 'write the moves down as a promise, privately',
  description:
    'Writes the plan of fortnight moves into a Markdown file of your private folder ($FORTNIGHT_PRIVATE_DIR, else $XDG_DATA_HOME/fortnight/private, else ~/.local/share/fortnight/private), outside of every repository. An earlier file is never overwritten.',
  examples: [{ line: 'fortnight moves keep', does: 'what fortnight moves shows now' }],
  arguments: [PATHS],
  options: OPTIONS,
  schema: keptMovesSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const data = await keepMoves(opened, context.effects, requestOf(context.options));
      return { data, page: pages.keptMoves(data), exitCode: exitCodeOf(opened.setting) };
    }),
};

/** `fortnight moves check`. */
export const movesCheckCommand: CommandDefinition = {
  name: 'moves check',
  summary: 'what became of the moves that were kept',
  description:
    'Measures again what a promise was about: of the changes each move covers that landed since, how many landed without the person; and D then and now. It counts who landed, not why.',
  examples: [
    { line: 'fortnight moves check', does: 'the newest promise for this repository' },
    { line: 'fortnight moves check ~/notes/20261121-engine-moves.md', does: 'a certain one' },
  ],
  arguments: [
    {
      name: 'file',
      doc: 'The file of the promise; the newest one kept for these repositories when none is given. Other repositories: --repo.',
      isRequired: false,
      isVariadic: false,
    },
  ],
  options: [],
  schema: movesCheckSchema,
  run: (context) =>
    withFacts(context, async (opened) => {
      const data = await checkKeptMoves(opened, context.effects, context.arguments.file?.[0] ?? null);
      return { data, page: pages.movesCheck(data), exitCode: exitCodeOf(opened.setting) };
    }),
};
