/** `npm start`: the program from its source. A command that shows the page or writes the report has it built first, when it is out of date. */
import { buildStale } from './build-stale.ts';

const line = process.argv.slice(2);
buildStale((words) => words.some((word) => line.includes(word)));
await import('../src/cli/main.ts');
