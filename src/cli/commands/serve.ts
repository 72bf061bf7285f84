import { z } from 'zod';
import { openPlaces } from '../../app/places.ts';
import { startServer } from '../../http/server.ts';
import { type CommandContext, type CommandDefinition, PATHS, type Told } from '../command.ts';

const PORT = 4145;
/** Tried one after the other when the first is taken. */
const OTHERS = 50;
/** Milliseconds in which facts are let go of; what takes longer is left to the end of the process. */
const PATIENCE = 500;

const schema = z.object({
  /** Where the page is, without what lets a browser in. */
  address: z.string(),
  port: z.int(),
  /** Good once, within an hour: `POST /api/enter` with it, for the cookie of every other request. */
  token: z.string(),
  /** The address with the token in its fragment: what a person opens. */
  link: z.string(),
});

/** `fortnight serve`. */
export const serveCommand: CommandDefinition = {
  name: 'serve',
  summary: 'the page, on this machine alone',
  description:
    'Starts a server on 127.0.0.1 that nobody but this machine can reach, prints the address of the page and opens it. The address is good once, within an hour; Enter, pressed in the terminal, prints another. Facts of before are shown at once, and brought up to date meanwhile. The page asks nothing of the network but this server. Where there is no repository, it offers a generated team to look at. Ctrl-C ends it.',
  examples: [
    { line: 'fortnight serve', does: 'the repository in the current folder' },
    { line: 'fortnight serve ~/code/engine ~/code/website', does: 'one team, several repositories' },
    { line: 'fortnight serve --port 8080 --no-open', does: 'on another port, without opening a browser' },
    { line: 'fortnight serve --json', does: 'address and token for a program' },
  ],
  arguments: [PATHS],
  options: [
    {
      name: 'port',
      kind: 'number',
      value: 'N',
      min: 0,
      max: 65_535,
      isWhole: true,
      default: PORT,
      doc: 'Port to listen on; 0 for any. When it is taken, the next free one is used, and said.',
    },
    { name: 'no-open', kind: 'flag', doc: 'Do not open a browser.' },
  ],
  schema,
  run: servePage,
};

/** Serves until it is stopped. The address is data and goes to stdout, at once; all else that is said goes to stderr. */
export async function servePage(context: CommandContext): Promise<Told> {
  const { effects, options, signal } = context;
  const wanted = Number(options.port ?? PORT);
  const places = openPlaces(context);
  try {
    const served = await startServer({ places, port: wanted, others: OTHERS, now: effects.now });
    const isForProgram = options.json === true || options.format === 'json';
    const { stdout, stderr } = effects;
    const tell = (link: string) => stdout.write(`${isForProgram ? JSON.stringify(told(served, link)) : link}\n`);
    const first = served.link();
    if (wanted !== 0 && served.port !== wanted) stderr.write(`Port ${wanted} is taken; this is port ${served.port}.\n`);
    tell(first);
    const another = effects.onEnter === undefined ? '' : ' Enter prints a new address: each lets in one browser, once.';
    stderr.write(`The page of Fortnight, for this machine alone. Ctrl-C ends it.${another}\n`);
    if (options['no-open'] !== true && stdout.isTerminal && !isForProgram) effects.showInBrowser?.(first);
    const stopListening = effects.onEnter?.(() => tell(served.link()));
    await until(signal);
    stopListening?.();
    await served.close();
  } finally {
    await Promise.race([places.close(), new Promise((done) => setTimeout(done, PATIENCE))]);
  }
  return { text: '', endsWhenStopped: true };
}

function told({ address, port }: { readonly address: string; readonly port: number }, link: string) {
  return { address, port, token: link.slice(link.indexOf('=') + 1), link };
}

const until = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted === true) resolve();
    signal?.addEventListener('abort', () => resolve(), { once: true });
  });
