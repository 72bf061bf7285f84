import type { CommandDefinition } from './command.ts';

/**
 * The commands a line can mean. What is logged is logged in passing: a line that begins with `log` is understood without loading
 * what knows facts and measures, which takes longer than everything else about it. It is the same command, run in the same way.
 */
export async function commandsFor(argv: readonly string[]): Promise<readonly CommandDefinition[]> {
  const isHelp = argv.includes('--help') || argv.includes('-h');
  if (argv[0] === 'log' && !isHelp) return [(await import('./commands/log.ts')).logCommand];
  return (await import('./commands/index.ts')).COMMANDS;
}
