import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  type CommitScript,
  type FixtureRepository,
  fixtureRepository,
  openFixture,
  temporaryFolder,
} from './git-fixture.ts';

const LINES = `${Array.from({ length: 40 }, (_, i) => `line ${i}`).join('\n')}\n`;
const THREE: readonly CommitScript[] = [
  { message: 'one', files: { 'a.ts': LINES } },
  { message: 'two', files: { 'a.ts': null, 'b.ts': `${LINES}more\n` } },
  { message: 'three', files: { 'c.ts': 'c\n' } },
];

/** One, two, three: `b.ts` of the second is `a.ts` of the first, moved and changed. */
export function threeCommits(options: Parameters<typeof fixtureRepository>[0] = {}): FixtureRepository {
  const repository = fixtureRepository(options);
  repository.commits(THREE);
  return repository;
}

/** A bare clone by the file protocol, which honours depth and filters. */
export function cloneOf(from: FixtureRepository, ...options: string[]): FixtureRepository {
  const path = join(temporaryFolder('clone'), 'copy.git');
  from.git('config', 'uploadpack.allowFilter', 'true');
  from.git('clone', '-q', '--bare', ...options, pathToFileURL(from.path).href, path);
  return openFixture(path);
}

/** Where a loose object lies. */
export function looseObject(repository: FixtureRepository, id: string): string {
  return join(repository.gitDir, 'objects', id.slice(0, 2), id.slice(2));
}

/** Puts every object of a repository into its own file, so that single ones can be taken away. */
export function unpack(repository: FixtureRepository): void {
  const packs = join(repository.gitDir, 'objects', 'pack');
  for (const name of readdirSync(packs)) {
    if (!name.endsWith('.pack')) continue;
    const pack = readFileSync(join(packs, name));
    for (const file of readdirSync(packs)) if (file.startsWith(name.slice(0, -4))) rmSync(join(packs, file));
    repository.gitWith(pack, 'unpack-objects', '-q');
  }
}
