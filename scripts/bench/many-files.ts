import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { commitCommand, type Edit, type Signature } from '../../src/absence/simulation/fast-import.ts';
import { seeded } from '../../src/absence/simulation/random.ts';

const AUTHORS = 24;
const AREAS = 32;
const FOLDERS = 25;
/** Raised when the recipe changes. */
const RECIPE = 1;
const DAY = 86_400;
/** Where its history ends, as those of the other benchmarks: in January 2025. */
const END = Date.UTC(2025, 0, 6) / 1000;

/** A bare repository with so many files at its head, in folders of folders, made once and kept in `cache`. */
export async function keptManyFiles(cache: string, files: number, say: (text: string) => void): Promise<string> {
  const kept = join(cache, `files-${files}-${RECIPE}.git`);
  if (existsSync(kept)) return kept;
  say(`making a repository of ${files.toLocaleString('en')} files in ${kept} …`);
  const making = `${kept}.${process.pid}`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { recursive: true });
  const init = spawn('git', ['init', '--bare', '--quiet', '--initial-branch=main', '.'], { cwd: making });
  await once(init, 'close');
  const child = spawn('git', ['fast-import', '--quiet'], { cwd: making, stdio: ['pipe', 'inherit', 'inherit'] });
  const ended = once(child, 'close');
  for (const text of commits(files)) if (!child.stdin.write(text)) await once(child.stdin, 'drain');
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`);
  await rename(making, kept);
  return kept;
}

/** Half a year in which each file is written once, a commit holding fifty; then a tenth of them again, by anybody. */
function* commits(files: number): Generator<string> {
  const random = seeded(1);
  const paths = Array.from({ length: files }, (_, number) => pathOf(number));
  const batches = [
    ...inBatches(paths, 50),
    ...inBatches(
      paths.filter((_, number) => number % 10 === 0),
      5,
    ),
  ];
  for (const [index, batch] of batches.entries()) {
    const time = END - 170 * DAY + Math.floor((169 * DAY * index) / batches.length);
    const author = signature(random.between(0, 2) === 0 ? 0 : random.between(0, AUTHORS - 1), time);
    yield commitCommand({
      ref: 'refs/heads/main',
      mark: index + 1,
      author,
      committer: index % 3 === 0 ? author : signature(0, time),
      message: `Work on ${batch[0]}\n`,
      parents: index === 0 ? [] : [index],
      edits: batch.map((path): Edit => ({ kind: 'write', path, content: `${path} ${index}\n` })),
    });
  }
}

/** Neighbouring numbers share a folder. */
function pathOf(number: number): string {
  const folder = Math.floor(number / 125);
  const area = folder % AREAS;
  return `area-${area}/part-${Math.floor(folder / AREAS) % FOLDERS}/file-${number}.ts`;
}

function signature(author: number, time: number): Signature {
  return { name: `Member ${author}`, email: `member-${author}@example.com`, time, zone: '+0000' };
}

function* inBatches<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let start = 0; start < all.length; start += size) yield all.slice(start, start + size);
}
