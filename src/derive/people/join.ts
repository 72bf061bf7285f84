import { hash } from 'node:crypto';
import { Forest } from './forest.ts';
import { type ForgeAccount, foldName, forgeAccount, type Identity, isFullName, parseIdentity } from './identity.ts';
import { addressesOfModels, kindOf, type PersonKind } from './kinds.ts';
import type { Mailmap } from './mailmap.ts';
import { addressesOfMany, isPlaceholderEmail, isPlaceholderName } from './placeholders.ts';
import { shownName } from './shown-name.ts';

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

/** A name and address as the rules compare them. */
interface Face {
  readonly name: string;
  readonly email: string;
  readonly folded: string;
  /** The address in lower case. */
  readonly key: string;
  readonly account: ForgeAccount | null;
}
/** An identity with what the rules compare. */
interface Node {
  readonly seen: SeenIdentity;
  readonly parsed: Identity;
  /** What `.mailmap` makes of it; several when repositories disagree. Itself when none speaks of it. */
  readonly faces: readonly Face[];
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
  const isConfigured = input.people.length > 0 || input.split.length > 0;
  const index = isConfigured ? indexOf(nodes) : new Map<string, number[]>();
  for (const entry of input.split) for (const i of matches(entry, index)) apart.add(i);
  const forest = new Forest<JoinRule>(nodes.length);
  for (const { rule, eachKey, words } of rulesFor(nodes, input.rules)) {
    const first = new Map<string, number>();
    nodes.forEach((node, i) => {
      if (apart.has(i)) return;
      eachKey(node, (what) => {
        // People, bots and agents share no key: a bot that commits under somebody's address stays a bot.
        const key = input.rules.kinds && rule !== 'mailmap' && node.kind !== 'human' ? `${node.kind}\0${what}` : what;
        const other = first.get(key);
        if (other === undefined) first.set(key, i);
        else forest.join(other, i, rule, () => words(what));
      });
    });
  }
  const configured = new Map<number, ConfiguredPerson>();
  const named = namesOf(input.people.length > 0 ? nodes : []);
  for (const person of input.people) {
    let anchor: number | undefined;
    for (const i of matchesOf(person, named, index)) {
      if (apart.has(i)) continue;
      if (!configured.has(i)) configured.set(i, person);
      if (anchor === undefined) anchor = i;
      else forest.join(anchor, i, 'configuration', () => `fortnight.yml names both as ${person.name}`);
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
    const faces: Face[] = [];
    for (const repository of input.mailmaps.size > 0 ? one.repositories : []) {
      const target = input.mailmaps.get(repository)?.lookup(own.name, own.email);
      if (target && !faces.some((f) => f.name === target.name && f.email === target.email)) faces.push(faceOf(target));
    }
    const isMapped = faces.length > 0;
    if (!isMapped) faces.push(faceOf(own));
    const isModel = own.email !== '' && models.size > 0 && models.has(own.email.toLowerCase());
    return { seen: one, parsed: own, faces, isMapped, kind: isModel ? 'agent' : kindOf(own) };
  });
}

function faceOf({ name, email }: { name: string; email: string }): Face {
  const key = email.toLowerCase();
  return { name, email, folded: foldName(name), key, account: forgeAccount(key) };
}

interface Rule {
  readonly rule: JoinRule;
  /** Calls `use` with everything about the node that must be equal in another for the rule to join them. */
  eachKey(node: Node, use: (key: string) => void): void;
  /** The reason in words, from the key that matched. */
  words(key: string): string;
}

/** The rules in the order in which they are tried. */
function rulesFor(nodes: readonly Node[], rules: JoinRules): Rule[] {
  const shared = rules.placeholders ? addressesOfMany(namesByAddress(nodes)) : new Set<string>();
  const targets = new Set<string>();
  for (const { isMapped, faces } of nodes) if (isMapped) for (const face of faces) targets.add(canonical(face));
  const mailmap: Rule = {
    rule: 'mailmap',
    eachKey(node, use) {
      if (targets.size > 0) for (const face of node.faces) if (targets.has(canonical(face))) use(canonical(face));
    },
    words: (key) => `.mailmap names both ${key}`,
  };
  const email: Rule = {
    rule: 'email',
    eachKey(node, use) {
      for (const { key } of node.faces) {
        if (key !== '' && !shared.has(key) && !(rules.placeholders && isPlaceholderEmail(key))) use(key);
      }
    },
    words: (key) => `same address ${key}`,
  };
  const name: Rule = {
    rule: 'name',
    eachKey(node, use) {
      for (const { folded } of node.faces) {
        if (rules.names === 'full' ? !isFullName(folded) : folded === '') continue;
        if (!(rules.placeholders && isPlaceholderName(folded))) use(folded);
      }
    },
    words: (key) => `same ${rules.names === 'full' ? 'full ' : ''}name "${key}"`,
  };
  return rules.accounts ? [mailmap, email, accountRule(nodes), name] : [mailmap, email, name];
}

function canonical({ name, email }: Face): string {
  return `${name} <${email}>`;
}

/**
 * Accounts join by their number, which outlives a change of login, and by login where at most one number bears it:
 * a login can be given up and taken by somebody else.
 */
function accountRule(nodes: readonly Node[]): Rule {
  const numbers = new Map<string, Set<string>>();
  for (const { faces } of nodes) {
    for (const { account } of faces) {
      if (account?.id == null) continue;
      const login = `${account.login} at ${account.forge}`;
      numbers.set(login, (numbers.get(login) ?? new Set()).add(account.id));
    }
  }
  return {
    rule: 'no-reply',
    eachKey(node, use) {
      for (const { account } of node.faces) {
        if (!account) continue;
        if (account.id !== null) use(`account ${account.id} at ${account.forge}`);
        const login = `${account.login} at ${account.forge}`;
        if ((numbers.get(login)?.size ?? 0) < 2) use(`login ${login}`);
      }
    },
    words: (key) => `no-reply addresses of the same ${key}`,
  };
}

/** Names of people at addresses that carry more than one. */
function namesByAddress(nodes: readonly Node[]): Map<string, Set<string>> {
  const names = new Map<string, string | Set<string>>();
  for (const { faces, kind } of nodes) {
    if (kind !== 'human') continue;
    for (const { folded, key } of faces) {
      const known = names.get(key);
      if (known === undefined) names.set(key, folded);
      else if (known instanceof Set) known.add(folded);
      else if (known !== folded) names.set(key, new Set([known, folded]));
    }
  }
  return new Map([...names].filter((entry): entry is [string, Set<string>] => entry[1] instanceof Set));
}

/** Finds nodes by whole identity and by address, as recorded and after `.mailmap`, ignoring case. */
function indexOf(nodes: readonly Node[]): ReadonlyMap<string, readonly number[]> {
  const index = new Map<string, number[]>();
  nodes.forEach((node, i) => {
    const keys = new Set<string>();
    for (const { name, email } of [node.parsed, ...node.faces]) {
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

/** Finds nodes by the name they are recorded under. */
function namesOf(nodes: readonly Node[]): ReadonlyMap<string, readonly number[]> {
  const named = new Map<string, number[]>();
  nodes.forEach(({ parsed }, i) => {
    const folded = foldName(parsed.name);
    const known = named.get(folded);
    if (known) known.push(i);
    else named.set(folded, [i]);
  });
  return named;
}

/** The identities a configured person names; one who names none stands for everybody recorded under that very name. */
function matchesOf(
  person: ConfiguredPerson,
  named: ReadonlyMap<string, readonly number[]>,
  index: ReadonlyMap<string, readonly number[]>,
): readonly number[] {
  if (person.identities.length > 0) return [...new Set(person.identities.flatMap((entry) => matches(entry, index)))];
  return named.get(foldName(person.name)) ?? [];
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
      name: shownName(said?.name ?? nameOf(members, nodes)),
      kind: said?.kind ?? kindOfGroup(members, nodes),
    });
    for (const i of members) {
      const { seen, parsed, faces, isMapped } = nodes[i] as Node;
      const tie = forest.tieOf(i);
      const other = tie && (nodes[tie.other] as Node).seen.identity;
      const [rule, evidence]: [JoinRule, string] = tie
        ? [tie.rule, `${tie.words()}: ${other}`]
        : apart.has(i)
          ? ['configuration', 'fortnight.yml keeps it apart']
          : configured.has(i)
            ? ['configuration', `fortnight.yml names it ${configured.get(i)?.name}`]
            : isMapped
              ? ['mailmap', `.mailmap names it ${faces.map(canonical).join(', ')}`]
              : ['alone', 'nothing else matches it'];
      identities[i] = { identity: seen.identity, person, rule, evidence, parsed };
    }
  }
  people.sort((a, b) => (a.person < b.person ? -1 : 1));
  return { people, identities };
}

/** `.mailmap`'s name before others, a full name before a login, then the one most commits bear. */
function nameOf(members: readonly number[], nodes: readonly Node[]): string {
  const only = members.length === 1 ? (nodes[members[0] as number] as Node).faces : [];
  if (only.length === 1 && only[0]?.name) return only[0].name;
  const claims = new Map<string, { isMapped: boolean; isFull: boolean; commits: number }>();
  for (const i of members) {
    const { faces, isMapped, seen } = nodes[i] as Node;
    for (const { name, folded } of faces) {
      if (name === '') continue;
      const claim = claims.get(name) ?? { isMapped: false, isFull: isFullName(folded), commits: 0 };
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
