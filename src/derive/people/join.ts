import { hash } from 'node:crypto';
import { Forest } from './forest.ts';
import { foldName, forgeAccount, type Identity, isFullName, parseIdentity } from './identity.ts';
import { addressesOfModels, kindOf, type PersonKind } from './kinds.ts';
import type { Mailmap } from './mailmap.ts';
import { addressesOfMany, isPlaceholderEmail, isPlaceholderName } from './placeholders.ts';

/** An identity seen in the evidence, where, and how often. */
export interface SeenIdentity {
  readonly identity: string;
  readonly repositories: readonly string[];
  /** Commits it authored: chooses the name to show. */
  readonly commits: number;
}

/** How identities are joined. {@link OUR_RULES} is what Fortnight does. */
export interface JoinRules {
  /** Which equal names join: `full` ones of two and more words, or `any`. */
  readonly names: 'full' | 'any';
  /** Join by forge no-reply addresses and their login. */
  readonly accounts: boolean;
  /** Never join through addresses and names that many share. */
  readonly placeholders: boolean;
  /** Never join people with bots or agents, unless `.mailmap` or the configuration says so. */
  readonly kinds: boolean;
}

export const OUR_RULES: JoinRules = { names: 'full', accounts: true, placeholders: true, kinds: true };
/** Identity as the published truck factors take it: equal addresses and equal names, whatever they are. */
export const STUDY_RULES: JoinRules = { names: 'any', accounts: false, placeholders: false, kinds: false };

/** A person of the configuration, with the repository whose file names them. */
export interface ConfiguredPerson {
  readonly name: string;
  readonly identities: readonly string[];
  readonly kind?: PersonKind | undefined;
}

export interface JoinInput {
  readonly seen: readonly SeenIdentity[];
  /** By repository. */
  readonly mailmaps: ReadonlyMap<string, Mailmap>;
  readonly people: readonly ConfiguredPerson[];
  readonly split: readonly string[];
  readonly rules: JoinRules;
}

/** Why an identity belongs to its person. */
export type JoinRule = 'alone' | 'mailmap' | 'email' | 'no-reply' | 'name' | 'configuration';

export interface JoinedIdentity {
  readonly identity: string;
  readonly person: string;
  readonly rule: JoinRule;
  readonly evidence: string;
  readonly parsed: Identity;
}
export interface JoinedPerson {
  readonly person: string;
  readonly name: string;
  readonly kind: PersonKind;
}
export interface Joined {
  /** In the order of their ids. */
  readonly people: readonly JoinedPerson[];
  /** In code-point order. */
  readonly identities: readonly JoinedIdentity[];
}

/** An identity with what the rules compare. `names` and `emails` are those after `.mailmap`. */
interface Node {
  readonly seen: SeenIdentity;
  readonly parsed: Identity;
  /** What `.mailmap` makes of it; several when repositories disagree. Itself when none speaks of it. */
  readonly mapped: readonly { readonly name: string; readonly email: string }[];
  readonly isMapped: boolean;
  readonly kind: PersonKind;
}

/**
 * Joins identities to people, rule by rule: `.mailmap`, equal address, forge account, equal full name, configuration.
 * Every join is one edge of a forest, and each identity tells the edge that ties it to its person, so that no join
 * stands without a reason. Deterministic; time grows with the number of identities.
 */
export function joinIdentities(input: JoinInput): Joined {
  const nodes = nodesOf(input);
  const apart = new Set<number>();
  const byAddress = indexOf(nodes);
  for (const entry of input.split) for (const i of matches(entry, byAddress)) apart.add(i);
  const forest = new Forest<JoinRule>(nodes.length);
  for (const { rule, keysOf, words } of rulesFor(nodes, input.rules)) {
    const first = new Map<string, number>();
    for (let i = 0; i < nodes.length; i++) {
      if (apart.has(i)) continue;
      for (const key of keysOf(nodes[i] as Node)) {
        const other = first.get(key);
        if (other === undefined) first.set(key, i);
        else forest.join(other, i, rule, words(key));
      }
    }
  }
  const configured = new Map<number, ConfiguredPerson>();
  for (const person of input.people) {
    let anchor: number | undefined;
    for (const i of matchesOf(person, nodes, byAddress)) {
      if (apart.has(i)) continue;
      if (!configured.has(i)) configured.set(i, person);
      if (anchor === undefined) anchor = i;
      else forest.join(anchor, i, 'configuration', `fortnight.yml names both as ${person.name}`);
    }
  }
  return collect(nodes, forest, configured, apart);
}

function nodesOf(input: JoinInput): Node[] {
  const seen = [...input.seen].sort((a, b) => (a.identity < b.identity ? -1 : a.identity > b.identity ? 1 : 0));
  const parsed = seen.map(({ identity }) => parseIdentity(identity));
  const models = addressesOfModels(parsed);
  return seen.map((one, i) => {
    const own = parsed[i] as Identity;
    const mapped: { name: string; email: string }[] = [];
    for (const repository of one.repositories) {
      const target = input.mailmaps.get(repository)?.lookup(own.name, own.email);
      if (target && !mapped.some((m) => m.name === target.name && m.email === target.email)) mapped.push(target);
    }
    const isModel = own.email !== '' && models.has(own.email.toLowerCase());
    return {
      seen: one,
      parsed: own,
      mapped: mapped.length > 0 ? mapped : [own],
      isMapped: mapped.length > 0,
      kind: isModel ? 'agent' : kindOf(own),
    };
  });
}

interface Rule {
  readonly rule: JoinRule;
  keysOf(node: Node): Iterable<string>;
  /** The reason in words, from the key that matched. */
  words(key: string): string;
}

/** The rules in the order in which they are tried. A key is `kind NUL what must be equal`. */
function rulesFor(nodes: readonly Node[], rules: JoinRules): Rule[] {
  const group = (node: Node): string => (rules.kinds ? node.kind : '');
  const shared = rules.placeholders ? addressesOfMany(namesByAddress(nodes)) : new Set<string>();
  const canonical = (m: { name: string; email: string }): string => `\0${m.name} <${m.email}>`;
  const targets = new Set(nodes.flatMap((node) => (node.isMapped ? node.mapped.map(canonical) : [])));
  const after = (key: string): string => key.slice(key.indexOf('\0') + 1);
  const all: Rule[] = [
    {
      rule: 'mailmap',
      keysOf: (node) => node.mapped.map(canonical).filter((key) => targets.has(key)),
      words: (key) => `.mailmap names both ${after(key)}`,
    },
    {
      rule: 'email',
      *keysOf(node) {
        for (const { email } of node.mapped) {
          const key = email.toLowerCase();
          if (key === '' || shared.has(key) || (rules.placeholders && isPlaceholderEmail(key))) continue;
          yield `${group(node)}\0${key}`;
        }
      },
      words: (key) => `same address ${after(key)}`,
    },
  ];
  if (rules.accounts) all.push(accountRule(nodes, group, after));
  all.push({
    rule: 'name',
    *keysOf(node) {
      for (const { name } of node.mapped) {
        const key = foldName(name);
        if (rules.names === 'full' ? !isFullName(key) : key === '') continue;
        if (rules.placeholders && isPlaceholderName(key)) continue;
        yield `${group(node)}\0${key}`;
      }
    },
    words: (key) => `same ${rules.names === 'full' ? 'full ' : ''}name "${after(key)}"`,
  });
  return all;
}

/**
 * Accounts join by their number, which outlives a change of login, and by login where at most one number bears it:
 * a login can be given up and taken by somebody else.
 */
function accountRule(nodes: readonly Node[], group: (node: Node) => string, after: (key: string) => string): Rule {
  const numbers = new Map<string, Set<string>>();
  for (const { mapped } of nodes) {
    for (const { email } of mapped) {
      const account = forgeAccount(email);
      if (account?.id == null) continue;
      const login = `${account.forge}/${account.login}`;
      numbers.set(login, (numbers.get(login) ?? new Set()).add(account.id));
    }
  }
  return {
    rule: 'no-reply',
    *keysOf(node) {
      for (const { email } of node.mapped) {
        const account = forgeAccount(email);
        if (!account) continue;
        const login = `${account.forge}/${account.login}`;
        if (account.id !== null) yield `${group(node)}\0account ${account.id} at ${account.forge}`;
        if ((numbers.get(login)?.size ?? 0) < 2) yield `${group(node)}\0login ${account.login} at ${account.forge}`;
      }
    },
    words: (key) => `no-reply addresses of the same ${after(key)}`,
  };
}

function namesByAddress(nodes: readonly Node[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const { mapped, kind } of nodes) {
    if (kind !== 'human') continue;
    for (const { name, email } of mapped) {
      const key = email.toLowerCase();
      const known = names.get(key);
      if (known) known.add(foldName(name));
      else names.set(key, new Set([foldName(name)]));
    }
  }
  return names;
}

/** Finds nodes by whole identity and by address, as recorded and after `.mailmap`, ignoring case. */
function indexOf(nodes: readonly Node[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  nodes.forEach((node, i) => {
    const keys = new Set<string>();
    for (const { name, email } of [node.parsed, ...node.mapped]) {
      keys.add(`${name} <${email}>`.toLowerCase());
      if (email !== '') keys.add(email.toLowerCase());
    }
    keys.add(node.parsed.text.toLowerCase());
    for (const key of keys) {
      const known = index.get(key);
      if (known) known.push(i);
      else index.set(key, [i]);
    }
  });
  return index;
}

function matches(entry: string, index: ReadonlyMap<string, readonly number[]>): readonly number[] {
  return index.get(entry.trim().toLowerCase()) ?? [];
}

/** The identities a configured person names; one who names none stands for everybody recorded under that very name. */
function matchesOf(
  person: ConfiguredPerson,
  nodes: readonly Node[],
  index: ReadonlyMap<string, readonly number[]>,
): number[] {
  if (person.identities.length > 0) return [...new Set(person.identities.flatMap((entry) => matches(entry, index)))];
  const wanted = foldName(person.name);
  return nodes.flatMap((node, i) => (foldName(node.parsed.name) === wanted ? [i] : []));
}

function collect(
  nodes: readonly Node[],
  forest: Forest<JoinRule>,
  configured: ReadonlyMap<number, ConfiguredPerson>,
  apart: ReadonlySet<number>,
): Joined {
  const people: JoinedPerson[] = [];
  const identities: JoinedIdentity[] = new Array(nodes.length);
  for (const members of forest.groups()) {
    const person = hash('sha256', (nodes[members[0] as number] as Node).seen.identity).slice(0, 12);
    const said = members.map((i) => configured.get(i)).find((one) => one !== undefined);
    people.push({
      person,
      name: said?.name ?? nameOf(members, nodes),
      kind: said?.kind ?? kindOfGroup(members, nodes),
    });
    for (const i of members) {
      const { seen, parsed, mapped, isMapped } = nodes[i] as Node;
      const tie = forest.tieOf(i);
      const other = tie && (nodes[tie.other] as Node).seen.identity;
      const [rule, evidence]: [JoinRule, string] = tie
        ? [tie.rule, `${tie.words}: ${other}`]
        : apart.has(i)
          ? ['configuration', 'fortnight.yml keeps it apart']
          : configured.has(i)
            ? ['configuration', `fortnight.yml names it ${configured.get(i)?.name}`]
            : isMapped
              ? ['mailmap', `.mailmap names it ${mapped.map((m) => `${m.name} <${m.email}>`).join(', ')}`]
              : ['alone', 'nothing else matches it'];
      identities[i] = { identity: seen.identity, person, rule, evidence, parsed };
    }
  }
  people.sort((a, b) => (a.person < b.person ? -1 : 1));
  return { people, identities };
}

/** `.mailmap`'s name before others, a full name before a login, then the one most commits bear. */
function nameOf(members: readonly number[], nodes: readonly Node[]): string {
  const claims = new Map<string, { isMapped: boolean; isFull: boolean; commits: number }>();
  for (const i of members) {
    const { mapped, isMapped, seen } = nodes[i] as Node;
    for (const { name } of mapped) {
      if (name === '') continue;
      const claim = claims.get(name) ?? { isMapped: false, isFull: isFullName(foldName(name)), commits: 0 };
      claims.set(name, { ...claim, isMapped: claim.isMapped || isMapped, commits: claim.commits + seen.commits });
    }
  }
  const [best] = [...claims].sort(
    ([a, x], [b, y]) =>
      Number(y.isMapped) - Number(x.isMapped) ||
      Number(y.isFull) - Number(x.isFull) ||
      y.commits - x.commits ||
      (a < b ? -1 : 1),
  );
  return best?.[0] ?? ((nodes[members[0] as number] as Node).parsed.email || 'unknown');
}

/** What most commits of the group are; people when they are even. */
function kindOfGroup(members: readonly number[], nodes: readonly Node[]): PersonKind {
  const weight = { human: 0.5, bot: 0, agent: 0 };
  for (const i of members) weight[(nodes[i] as Node).kind] += (nodes[i] as Node).seen.commits + 1;
  if (weight.human >= weight.bot && weight.human >= weight.agent) return 'human';
  return weight.bot >= weight.agent ? 'bot' : 'agent';
}
