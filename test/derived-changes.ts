import { afterEach } from 'vitest';
import { deriveChanges } from '../src/derive/changes.ts';
import { deriveCommits } from '../src/derive/commits.ts';
import { deriveCredit } from '../src/derive/credit.ts';
import { derivePeople } from '../src/derive/people.ts';
import { deriveReleases } from '../src/derive/releases.ts';
import { deriveRepositories } from '../src/derive/repositories.ts';
import { deriveReviews } from '../src/derive/reviews.ts';
import { type Config, configSchema } from '../src/domain/config.ts';
import { type LiteralFacts, openRaw, plainFiles } from './raw.ts';
import { repositoryRow } from './setting.ts';

export const ADA = 'Ada Byron <ada@a.example>';
export const BO = 'Bo Chen <bo@b.example>';
export const GITHUB = 'GitHub <noreply@github.com>';

type Commits = NonNullable<LiteralFacts['commits']>;
export type Commit = Commits extends Iterable<infer C> ? C : never;

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

const REPOSITORY = repositoryRow({ forge_url: 'https://github.com/ada/repo' });

/** Derives everything but files; a commit lands with itself unless `landings` say otherwise. People are shown by name. */
export async function derive(facts: LiteralFacts, config?: Partial<Config>) {
  const commits = [...(facts.commits ?? [])];
  const landings = commits.map(({ id = '' }, position) => ({ commit_id: id, landed_id: id, position }));
  const session = await openRaw({ landings, ...facts, commits });
  open.push(session);
  const configs = new Map(config ? [['repo', configSchema.parse(config)]] : []);
  const context = { configs, repositories: [REPOSITORY] };
  const notes: string[] = [];
  for (const step of [
    deriveRepositories,
    derivePeople,
    deriveCredit,
    plainFiles,
    deriveCommits,
    deriveChanges,
    deriveReviews,
    deriveReleases,
  ]) {
    notes.push(...(await step.derive(session, context)));
  }
  return { query: session.query, notes };
}

/** By Ada, at second 1,000, unless told otherwise. */
export function commit(id: string, more: Partial<Commit> = {}): Commit {
  const time = more.committer_time ?? more.author_time ?? 1000;
  return { id, author: ADA, committer: more.author ?? ADA, author_time: time, committer_time: time, ...more };
}
