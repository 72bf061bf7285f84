import { measures } from '../../app/measures.ts';
import { withFacts } from '../../app/open.ts';
import { pages } from '../../app/pages.ts';
import { scorecard } from '../../app/scorecard.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { scorecardSchema } from '../../domain/scorecard.ts';
import { type CommandDefinition, exitCodeOf, PATHS } from '../command.ts';
import { servePage } from './serve.ts';

/** `fortnight`: the first screen. */
export const scorecardCommand: CommandDefinition = {
  name: '',
  summary: 'the scorecard of a repository',
  description:
    'Could your team go a fortnight without you? Reads the history of a git repository and shows what would wait, who could cover, and how sure each figure is. Scans when something is new; sends nothing anywhere; writes nothing into the repository.',
  examples: [
    { line: 'fortnight', does: 'the repository in the current folder' },
    { line: 'fortnight ~/code/engine', does: 'another one' },
    { line: 'fortnight --repo engine --repo website', does: 'one team, several repositories' },
    { line: 'fortnight --lead "Ann Lee" --since 1y', does: 'another lead, a longer window' },
    { line: 'fortnight --format markdown > scorecard.md', does: 'for a wiki' },
    { line: 'fortnight --open', does: 'the same as a page to look through' },
    { line: 'fortnight explain gate', does: 'open a figure: its formula and its evidence' },
  ],
  arguments: [PATHS],
  options: [
    { name: 'version', kind: 'flag', doc: 'The version of Fortnight, and nothing else.' },
    { name: 'open', kind: 'flag', doc: 'Open the page instead; the same as `fortnight serve`.' },
  ],
  schema: scorecardSchema,
  async run(context) {
    if (context.options.open === true) return await servePage(context);
    try {
      return await withFacts(context, async ({ facts, setting }) => {
        const data = await scorecard(facts, setting, measures, context.request.everything);
        return { data, page: pages.scorecard(data), exitCode: exitCodeOf(setting) };
      });
    } catch (error) {
      throw mayBeCommand(error, context.arguments.path ?? []);
    }
  },
};

/** A mistyped command is taken for a folder; say that it may have been one. */
function mayBeCommand(error: unknown, [word, ...others]: readonly string[]): unknown {
  const isWord = word !== undefined && others.length === 0 && /^[a-z-]+$/.test(word);
  if (!isWord || !(error instanceof FortnightError) || error.code !== 'path-missing') return error;
  return new FortnightError('unknown-command', `There is neither a command nor a folder called ${word}.`, {
    hint: 'fortnight --help lists the commands; a path is taken from the folder you are in.',
    exitCode: EXIT.usage,
    cause: error,
  });
}
