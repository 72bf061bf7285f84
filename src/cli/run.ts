import type { Request } from '../app/request.ts';
import { type Look, oneLine, show } from '../app/show.ts';
import { VERSION } from '../app/version.ts';
import type { Effects } from '../domain/effects.ts';
import { EXIT, type ExitCode, FortnightError } from '../domain/errors.ts';
import { asTyped } from './as-typed.ts';
import type { CommandDefinition, OptionValues } from './command.ts';
import { commandsFor } from './commands-for.ts';
import { isCompletionRequest } from './completion-request.ts';
import { helpPage } from './help.ts';
import { type Invocation, parse } from './program.ts';
import { progressLine } from './progress.ts';

export interface RunOptions {
  readonly commands?: readonly CommandDefinition[];
  /** Stops a scan. */
  readonly signal?: AbortSignal;
}

/** Runs one command line: data to stdout, everything else to stderr. Returns the exit code; never throws. */
export async function run(
  argv: readonly string[],
  effects: Effects,
  { commands: given, signal }: RunOptions = {},
): Promise<ExitCode> {
  try {
    if (argv[0] === '--version' || argv[0] === '-V') {
      effects.stdout.write(`${VERSION}\n`);
      return EXIT.fine;
    }
    const commands = given ?? (await commandsFor(argv));
    if (isCompletionRequest(argv)) {
      const { propose } = await import('./completion.ts');
      effects.stdout.write(propose(argv.slice(2), commands));
      return EXIT.fine;
    }
    return await answer(parse(argv, commands), effects, commands, signal);
  } catch (error) {
    return fail(error, argv, effects);
  }
}

async function answer(
  invocation: Invocation,
  effects: Effects,
  commands: readonly CommandDefinition[],
  signal: AbortSignal | undefined,
): Promise<ExitCode> {
  const { definition, options } = invocation;
  const look = lookOf(options);
  if (invocation.wantsHelp) {
    const page = helpPage(definition, childrenOf(definition, commands));
    effects.stdout.write(show({ data: null, page }, { ...look, format: 'terminal' }, effects));
    return EXIT.fine;
  }
  const request = requestOf(invocation);
  const place = { effects, request, onProgress: progressLine(effects), ...(signal === undefined ? {} : { signal }) };
  const outcome = await definition.run({ ...place, arguments: invocation.arguments, options });
  if (signal?.aborted === true && !('text' in outcome && outcome.endsWhenStopped === true)) return EXIT.interrupted;
  if ('text' in outcome) {
    effects.stdout.write(outcome.text);
    return EXIT.fine;
  }
  effects.stdout.write(show({ ...outcome, page: asTyped(outcome.page, invocation, commands) }, look, effects));
  return outcome.exitCode;
}

function childrenOf(definition: CommandDefinition, commands: readonly CommandDefinition[]): CommandDefinition[] {
  const prefix = definition.name === '' ? '' : `${definition.name} `;
  return commands.filter(
    (c) => c.name !== '' && c.name.startsWith(prefix) && (prefix !== '' || c.isGenerated !== true),
  );
}

function lookOf(options: OptionValues): Look {
  const format = options.json === true ? 'json' : (options.format ?? 'terminal');
  if (options.json === true && options.format !== undefined && options.format !== 'json') {
    throw new FortnightError('usage', `--json and --format ${options.format} ask for two formats.`, {
      hint: 'Give one of them.',
      exitCode: EXIT.usage,
    });
  }
  return {
    format: format as Look['format'],
    colour: options.color === true ? true : options['no-color'] === true ? false : null,
    width: typeof options.width === 'number' ? options.width : null,
  };
}

function requestOf({ options, arguments: given }: Invocation): Request {
  const text = (name: string) => (typeof options[name] === 'string' ? options[name] : null);
  if (options.full === true && options['no-scan'] === true) {
    throw new FortnightError('usage', '--full and --no-scan contradict each other.', {
      hint: 'Give one of them.',
      exitCode: EXIT.usage,
    });
  }
  return {
    paths: [...((options.repo as readonly string[] | undefined) ?? []), ...(given.path ?? [])],
    since: text('since'),
    until: text('until'),
    lead: text('lead'),
    dataDirectory: text('data-dir'),
    useConfiguration: options['no-config'] !== true,
    scan: options.full === true ? 'full' : options['no-scan'] === true ? 'never' : 'when-needed',
    everything: options.evidence === true,
  };
}

/** An error as a person needs it: what is wrong, what to do; where it came from only when asked. */
function fail(error: unknown, argv: readonly string[], effects: Effects): ExitCode {
  const isKnown = error instanceof FortnightError;
  const known = isKnown ? error : defect(error);
  if (argv.includes('--json')) {
    const { code, message, hint } = known;
    effects.stderr.write(
      show(
        { data: { error: { code, message, hint } }, page: { blocks: [] } },
        { format: 'json', colour: false, width: null },
        effects,
      ),
    );
  } else {
    for (const line of [`fortnight: ${known.message}`, known.hint]) {
      if (line !== null) effects.stderr.write(`${oneLine(line, effects)}\n`);
    }
  }
  if (argv.includes('--debug')) {
    for (const line of stackOf(error)) effects.stderr.write(`${oneLine(line, effects)}\n`);
  }
  return known.exitCode;
}

/** Anything but a FortnightError is our fault, and we say so. */
function defect(error: unknown): FortnightError {
  const what = error instanceof Error ? error.message : String(error);
  return new FortnightError('defect', `Something went wrong inside Fortnight: ${what.split('\n')[0]}`, {
    hint: 'This is a defect of Fortnight, not of your repository. Please report it with what the same command says with --debug.',
  });
}

function stackOf(error: unknown): string[] {
  const lines: string[] = [];
  for (let at: unknown = error; at instanceof Error; at = at.cause) lines.push(...(at.stack ?? at.message).split('\n'));
  return lines;
}
