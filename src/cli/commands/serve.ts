import { z } from 'zod';
import { holdFacts } from '../../app/open.ts';
import { startServer } from '../../http/server.ts';
import { type CommandDefinition, PATHS } from '../command.ts';

/** `fortnight serve`. */
export const serveCommand: CommandDefinition = {
  name: 'serve',
  summary: 'the page, on this machine alone',
  description: 'Starts a server on 127.0.0.1, prints its address and opens the page.',
  examples: [{ line: 'fortnight serve', does: 'the repository in the current folder' }],
  arguments: [PATHS],
  options: [{ name: 'port', kind: 'number', value: 'N', min: 0, max: 65535, isWhole: true, doc: 'Port.' }],
  schema: z.object({ address: z.string() }),
  async run(context) {
    const held = await holdFacts(context);
    const served = await startServer({ held, effects: context.effects, port: Number(context.options.port ?? 4145) });
    context.effects.stderr.write(`${served.address}\n`);
    await new Promise<void>((resolve) => {
      if (context.signal === undefined) return;
      context.signal.addEventListener('abort', () => resolve());
    });
    await served.close();
    held.close();
    return { text: '' };
  },
};
