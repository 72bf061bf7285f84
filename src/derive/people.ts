import type { Config } from '../domain/config.ts';
import type { Query } from '../domain/query.ts';
import type { Row } from '../domain/tables.ts';
import type { Derivation, DerivationContext } from '../domain/workbench.ts';
import { foldName } from './people/identity.ts';
import { type Joined, type JoinInput, joinIdentities, OUR_RULES, type SeenIdentity } from './people/join.ts';
import { isForge } from './people/kinds.ts';
import { Mailmap } from './people/mailmap.ts';
import { shownName } from './people/shown-name.ts';
import { PEOPLE_TOKENS, sqlList } from './tokens.ts';

/** Who is known to be somebody's forge login: where a trailer says `r=login`. */
export const LOGINS = 'logins';

/** Identities with which forges commit for somebody who pressed a button. */
export const FORGES = 'forge_identities';

/**
 * Every identity seen anywhere: authors, committers, taggers and the people trailers name, with how many commits each
 * authored and in which repositories it stands.
 */
export async function seenIdentities(query: Query): Promise<SeenIdentity[]> {
  return query<SeenIdentity>(`
    WITH pairs AS (
      SELECT repository, author, committer, count(*) AS commits FROM raw_commits GROUP BY ALL
    )
    SELECT identity, list(DISTINCT repository ORDER BY repository) AS repositories, sum(commits)::BIGINT AS commits
    FROM (
      SELECT repository, author AS identity, commits FROM pairs
      UNION ALL
      SELECT repository, committer, 0 FROM pairs
      UNION ALL
      SELECT repository, tagger, 0 FROM raw_refs WHERE tagger IS NOT NULL
      UNION ALL
      SELECT repository, regexp_extract(value, '${IDENTITY_PATTERN}') AS identity, 0
      FROM raw_trailers WHERE token IN (${sqlList(PEOPLE_TOKENS)})
      GROUP BY ALL HAVING identity <> ''
    )
    GROUP BY identity ORDER BY identity`);
}

/** The part of a trailer's value that is an identity: what follows the address is a remark. */
export const IDENTITY_PATTERN = '^[^<>]*<[^<>]+>';

/** `.mailmap` at the head of each repository that has one. */
export async function readMailmaps(query: Query): Promise<Map<string, Mailmap>> {
  const rows = await query<{ repository: string; content: string }>(
    `SELECT repository, content FROM raw_documents WHERE path = '.mailmap'`,
  );
  return new Map(rows.map(({ repository, content }) => [repository, Mailmap.parse(content)]));
}

/** Everything {@link joinIdentities} reads, with the persons of all configurations. */
export async function joinInput(query: Query, configs: ReadonlyMap<string, Config>): Promise<JoinInput> {
  return {
    seen: await seenIdentities(query),
    mailmaps: await readMailmaps(query),
    people: [...configs.values()].flatMap((config) => config.people),
    split: [...configs.values()].flatMap((config) => config.split),
    rules: OUR_RULES,
  };
}

/** Makes `people` and `identities`, and the scratch tables {@link LOGINS} and {@link FORGES}. */
export const derivePeople: Derivation = {
  makes: ['people', 'identities'],
  async derive(bench, context: DerivationContext) {
    const input = await joinInput(bench.query, context.configs);
    const joined = joinIdentities(input);
    await bench.insert('people', joined.people);
    await bench.insert('identities', identityRows(joined));
    const forges = joined.identities.filter(({ parsed }) => isForge(parsed)).map(({ identity }) => [identity]);
    await bench.scratch(FORGES, { identity: 'text' }, forges);
    await bench.scratch(LOGINS, { login: 'text', person: 'text' }, loginsOf(joined));
    return notes(input, joined);
  },
};

function* identityRows(joined: Joined): Generator<Row<'identities'>> {
  for (const { identity, person, rule, evidence } of joined.identities) yield { identity, person, rule, evidence };
}

/**
 * Logins that point at one person: in a no-reply address, or as the single word somebody goes by. A login that two
 * people could bear points at nobody.
 */
export function loginsOf(joined: Joined): [login: string, person: string][] {
  const owners = new Map<string, string | null>();
  const claim = (login: string, person: string): void => {
    const owner = owners.get(login);
    owners.set(login, owner === undefined || owner === person ? person : null);
  };
  for (const { parsed, person } of joined.identities) {
    const local = /^(?:\d+\+)?([^@]+)@users\.noreply\./i.exec(parsed.email)?.[1];
    if (local) claim(local.toLowerCase(), person);
    if (parsed.name !== '' && !/\s/.test(parsed.name)) claim(parsed.name.toLowerCase(), person);
  }
  return [...owners].filter((entry): entry is [string, string] => entry[1] !== null);
}

/** What the configuration changed, and how many commits it moved. Nothing when there is none. */
function notes(input: JoinInput, joined: Joined): string[] {
  if (input.people.length === 0 && input.split.length === 0) return [];
  const plain = joinIdentities({ ...input, people: [], split: [] });
  const without = new Map(plain.identities.map((one) => [one.identity, one]));
  const commits = new Map(input.seen.map((one) => [one.identity, one.commits]));
  const before = new Map(plain.people.map((one) => [one.person, one]));
  const after = new Map(joined.people.map((one) => [one.person, one]));
  const split = new Set(input.split.map((entry) => entry.toLowerCase()));
  const isNamed = ({ identity, parsed }: Joined['identities'][number]) =>
    split.has(identity.toLowerCase()) || split.has(parsed.email.toLowerCase());
  // Who is kept apart may have given their person its id: then it is the others whose id changes.
  const taken = new Set(plain.identities.filter(isNamed).map(({ person }) => person));
  const total = { joined: 0, joinedCommits: 0, split: 0, splitCommits: 0 };
  const turned = new Map<string, number>();
  const names = new Map<string, Set<string>>();
  for (const { identity, person } of joined.identities) {
    const old = without.get(identity)?.person ?? person;
    const own = commits.get(identity) ?? 0;
    const now = after.get(person);
    const was = before.get(old);
    if (old !== person) {
      const isSplit = taken.has(old);
      total[isSplit ? 'split' : 'joined']++;
      total[isSplit ? 'splitCommits' : 'joinedCommits'] += own;
    }
    if (now && was && was.kind !== now.kind) {
      const words = `${now.name} as ${now.kind === 'human' ? 'a person' : now.kind === 'bot' ? 'a bot' : 'an agent'}`;
      turned.set(words, (turned.get(words) ?? 0) + own);
    }
    if (was) names.set(person, (names.get(person) ?? new Set()).add(was.name));
  }
  const said: string[] = [];
  if (total.joined > 0) {
    said.push(
      `fortnight.yml joins ${count(total.joined, 'identity', 'identities')} by hand: ` +
        `${count(total.joinedCommits, 'commit changes its', 'commits change their')} person.`,
    );
  }
  if (total.split > 0) {
    said.push(
      `fortnight.yml keeps ${count(total.split, 'identity', 'identities')} apart by hand: ` +
        `${count(total.splitCommits, 'commit changes its', 'commits change their')} person.`,
    );
  }
  const given = new Set(input.people.map(({ name }) => shownName(name)));
  const renamed = joined.people.flatMap(({ person, name }) => {
    if (!given.has(name)) return [];
    const own = [...(names.get(person) ?? [])];
    return own.some((other) => isShortFor(name, other)) ? [] : [`${own[0]} as ${name}`];
  });
  if (renamed.length > 0) {
    const more = renamed.length > MOST_NAMED ? ` and ${renamed.length - MOST_NAMED} more` : '';
    said.push(
      `fortnight.yml shows ${count(renamed.length, 'person', 'people')} under a name none of their commits bears: ` +
        `${renamed.slice(0, MOST_NAMED).join(', ')}${more}.`,
    );
  }
  for (const [words, moved] of [...turned].sort()) {
    said.push(`fortnight.yml counts ${words}: ${count(moved, 'commit', 'commits')}.`);
  }
  return said;
}

const MOST_NAMED = 5;

/** The same name, or words of it. */
function isShortFor(name: string, whole: string): boolean {
  const words = foldName(whole).split(' ');
  return foldName(name)
    .split(' ')
    .every((word) => words.includes(word));
}

function count(n: number, one: string, many: string): string {
  return `${n} ${n === 1 ? one : many}`;
}
