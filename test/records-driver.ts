/**
 * `node test/records-driver.ts ROOT NAME`: writes records as one of several processes that do so at once, to be killed at any moment by
 * test/records-at-once.test.ts. Each line on its input is a seed and how many edits to make; each edit puts a line of its own at the end
 * of one of a few records, or begins one. Says what was acknowledged, and nothing before it is.
 */
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { diskFolder } from '../src/app/practice/disk-folder.ts';
import { FortnightError } from '../src/domain/errors.ts';

const [root = '', name = ''] = process.argv.slice(2);
const folder = diskFolder(root, { label: root, mode: 0o600 });
/** Unbuffered: whoever is killed has said all it was told. */
const say = (...words: readonly string[]) => writeSync(1, `${words.join(' ')}\n`);

/** A small generator of chance, so that a seed gives the same pauses again. */
function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

async function edit(file: string, line: string, chance: () => number): Promise<void> {
  try {
    const before = await folder.read(file);
    // The time in which a person types.
    if (chance() < 0.5) await sleep(chance() * 4);
    if (before === null || chance() < 0.1) {
      const { name: made } = await folder.create(file.slice(0, -3), `${line}\n`);
      say('kept', made, line);
    } else {
      await folder.replace(file, `${before.text}${line}\n`, before.version);
      say('kept', file, line);
    }
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    say(error.code, file, line);
  }
}

say('ready');
for await (const order of createInterface({ input: process.stdin })) {
  const [seed = 0, edits = 0] = order.split(' ').map(Number);
  const chance = chanceOf(seed * 31 + name.charCodeAt(0));
  for (let at = 0; at < edits; at += 1) {
    if (chance() < 0.3) await sleep(chance() * 3);
    await edit(`r${seed}-${chance() < 0.7 ? 'a' : 'b'}.md`, `${name}-${seed}-${at}`, chance);
  }
  say('done');
}
