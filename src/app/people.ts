import { type Document, isSeq } from 'yaml';
import { foldName, parseIdentity } from '../derive/people/identity.ts';
import { isPlaceholderEmail } from '../derive/people/placeholders.ts';
import { type Suggestion, suggestJoins } from '../derive/people/suggest.ts';
import { type Config, EMPTY_CONFIG } from '../domain/config.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import { byName } from '../domain/report.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { type ConfigText, editConfigText, readConfigText, replaceConfig } from './config.ts';

/** One name and address, and why it belongs to its person. */
export interface ListedIdentity {
  readonly identity: string;
  readonly rule: string;
  readonly evidence: string;
}

/** A person as identities were joined. No figure stands beside them. */
export interface ListedPerson {
  readonly person: string;
  readonly name: string;
  readonly kind: string;
  /** In code-point order. */
  readonly identities: readonly ListedIdentity[];
}

/** Everybody, in alphabetical order, with each identity, the rule that joined it and its evidence. */
export async function listPeople(query: Query): Promise<ListedPerson[]> {
  const people = await query<{ person: string; name: string; kind: string }>('SELECT person, name, kind FROM people');
  const identities = await query<ListedIdentity & { person: string }>(
    'SELECT identity, person, rule, evidence FROM identities ORDER BY identity',
  );
  const byPerson = Map.groupBy(identities, (one) => one.person);
  return people
    .map((one) => ({
      ...one,
      identities: (byPerson.get(one.person) ?? []).map(({ identity, rule, evidence }) => ({
        identity,
        rule,
        evidence,
      })),
    }))
    .sort((a, b) => byName(a.name, b.name) || byName(a.person, b.person));
}

/** Pairs who may be one person, with what is alike; below the threshold of every rule. */
export function suggestPeople(people: readonly ListedPerson[]): Suggestion[] {
  return suggestJoins(
    people,
    people.flatMap(({ person, identities }) =>
      identities.map(({ identity }) => ({ identity, person, parsed: parseIdentity(identity) })),
    ),
  );
}

/**
 * Whom the user means: a person's id, an address, `Name <email>`, or a name without regard to case and accents.
 * Throws when it is nobody, or several.
 */
export function findPerson(people: readonly ListedPerson[], text: string): ListedPerson {
  const wanted = text.trim().toLowerCase();
  const folded = foldName(text.trim());
  const exact = people.filter(
    ({ person, identities }) =>
      person === wanted ||
      identities.some(({ identity }) => {
        return identity.toLowerCase() === wanted || parseIdentity(identity).email.toLowerCase() === wanted;
      }),
  );
  const named = people.filter(
    ({ name, identities }) =>
      foldName(name) === folded || identities.some(({ identity }) => foldName(parseIdentity(identity).name) === folded),
  );
  const found = exact.length > 0 ? exact : named;
  if (found.length === 1) return found[0] as ListedPerson;
  if (found.length === 0) {
    throw new FortnightError('unknown-person', `Nobody here is called "${text}".`, {
      hint: 'See `fortnight people` for every name and address.',
      exitCode: EXIT.usage,
    });
  }
  const choices = found.slice(0, 5).map(({ name, identities }) => `${name} (${identities[0]?.identity})`);
  throw new FortnightError('ambiguous-person', `"${text}" could be ${found.length} people: ${choices.join('; ')}.`, {
    hint: 'Name one by an address or by `Name <email>`.',
    exitCode: EXIT.usage,
  });
}

/** Figures by name, as text, under a configuration: the caller asks its measures. */
export type Figures = (config: Config) => Promise<Readonly<Record<string, string>>>;

/** An edit of `fortnight.yml` that has not been made yet, and what it would change. */
export interface Proposal {
  /** What it does, in one sentence. */
  readonly sentence: string;
  /** Figures that would read differently, in the order the caller named them. */
  readonly effect: readonly { readonly figure: string; readonly before: string; readonly after: string }[];
  /** The whole file as it would be. */
  readonly text: string;
  /** The whole file as it is; null when there is none. */
  readonly previous: string | null;
  readonly config: Config;
  /** Writes it, unless the file changed meanwhile; gives the path, and the bytes that stood there. */
  save(): Promise<{ path: string; replaced: Uint8Array | null }>;
}

export interface ProposalInput {
  readonly location: RepositoryLocation;
  /** Text of `fortnight.yml` at the head, asked when the work tree has none. */
  head(): Promise<string | null>;
  readonly people: readonly ListedPerson[];
  readonly figures: Figures;
}

/** Two people become one. */
export async function proposeJoin(input: ProposalInput, a: string, b: string): Promise<Proposal> {
  const first = findPerson(input.people, a);
  const second = findPerson(input.people, b);
  if (first.person === second.person) {
    throw new FortnightError('already-joined', `${a} and ${b} are one person already: ${first.name}.`, {
      hint: 'See `fortnight people` for the rule that joined them.',
      exitCode: EXIT.usage,
    });
  }
  const identities = [...handlesOf(first, input.people), ...handlesOf(second, input.people)];
  return await propose(
    input,
    `${first.name} and ${second.name} become one person, ${first.name}.`,
    (document, config) => {
      removeFrom(document, ['split'], new Set(identities.map((identity) => identity.toLowerCase())));
      const at = config.people.findIndex(
        (one) => one.name === first.name || one.identities.some((identity) => identities.includes(identity)),
      );
      if (at < 0) {
        addTo(document, ['people'], { name: first.name, identities });
        return;
      }
      const known = (config.people[at]?.identities ?? []).map((identity) => identity.toLowerCase());
      for (const identity of identities) {
        if (!known.includes(identity.toLowerCase())) addTo(document, ['people', at, 'identities'], identity);
      }
    },
  );
}

/** An identity, or every identity of an address, becomes a person of its own, whatever the rules say. */
export async function proposeSplit(input: ProposalInput, a: string): Promise<Proposal> {
  const wanted = a.trim().toLowerCase();
  const all = input.people.flatMap((person) => person.identities.map(({ identity }) => ({ identity, person })));
  const meant = all.filter(
    ({ identity }) => identity.toLowerCase() === wanted || parseIdentity(identity).email.toLowerCase() === wanted,
  );
  const [first] = meant;
  if (!first) {
    throw new FortnightError('unknown-identity', `No identity here is "${a}".`, {
      hint: 'Name one as `fortnight people` lists it: an address or `Name <email>`.',
      exitCode: EXIT.usage,
    });
  }
  if (first.person.identities.length === 1) {
    throw new FortnightError('already-alone', `${first.identity} is a person of its own already.`, {
      exitCode: EXIT.usage,
    });
  }
  return await propose(input, `${a} no longer counts as ${first.person.name}.`, (document, config) => {
    const unwanted = new Set(
      meant.flatMap(({ identity }) => [identity.toLowerCase(), parseIdentity(identity).email.toLowerCase()]),
    );
    for (let i = config.people.length - 1; i >= 0; i--) {
      // A person without identities would stand for everybody of that name.
      const left = removeFrom(document, ['people', i, 'identities'], unwanted);
      if (left === 'emptied') document.deleteIn(['people', i]);
    }
    addTo(document, ['split'], meant.length === 1 ? first.identity : a.trim());
  });
}

/** Somebody is the lead, whatever the history says. */
export async function proposeLead(input: ProposalInput, who: string): Promise<Proposal> {
  const person = findPerson(input.people, who);
  if (person.kind !== 'human') {
    throw new FortnightError('no-human', `${person.name} is no human, and cannot be the lead.`, {
      hint: 'Name a person, by a name or an address.',
      exitCode: EXIT.usage,
    });
  }
  const handles = [person.name, ...handlesOf(person, input.people), ...person.identities.map((one) => one.identity)];
  const handle = handles.find((one) => isPersonAlone(input.people, one, person.person)) ?? person.name;
  return await propose(input, `${person.name} is taken to be the lead, because fortnight.yml says so.`, (document) => {
    if (document.contents === null) document.contents = document.createNode({ lead: handle }) as never;
    else document.set('lead', handle);
  });
}

/** Whether nobody else could be meant. */
function isPersonAlone(people: readonly ListedPerson[], handle: string, person: string): boolean {
  try {
    return findPerson(people, handle).person === person;
  } catch {
    return false;
  }
}

async function propose(
  input: ProposalInput,
  sentence: string,
  change: (document: Document, config: Config) => void,
): Promise<Proposal> {
  const source = await readConfigText(input.location, input.head);
  const before = source === null ? EMPTY_CONFIG : editConfigText(source.text, () => undefined).config;
  const { text, config } = editConfigText(source?.text ?? '', (document) => change(document, before));
  const [old, next] = [await input.figures(before), await input.figures(config)];
  const effect = Object.keys(old)
    .map((figure) => ({ figure, before: old[figure] ?? '', after: next[figure] ?? '' }))
    .filter((one) => one.before !== one.after);
  const save = () => replaceConfig(input.location, Buffer.from(text), inWorkTree(source));
  return { sentence, effect, text, previous: source?.text ?? null, config, save };
}

function inWorkTree(source: ConfigText | null): string | null {
  return source?.from === 'work tree' ? source.text : null;
}

/** One entry per way the person is known: addresses that are theirs alone, else the whole identity. */
function handlesOf(person: ListedPerson, people: readonly ListedPerson[]): string[] {
  const owners = new Map<string, Set<string>>();
  for (const other of people) {
    for (const { identity } of other.identities) {
      const email = parseIdentity(identity).email.toLowerCase();
      owners.set(email, (owners.get(email) ?? new Set()).add(other.person));
    }
  }
  const handles = person.identities.map(({ identity }) => {
    const email = parseIdentity(identity).email.toLowerCase();
    return isPlaceholderEmail(email) || (owners.get(email)?.size ?? 0) > 1 ? identity : email;
  });
  return [...new Set(handles)];
}

function addTo(document: Document, path: readonly (string | number)[], value: unknown): void {
  const list = document.getIn(path, true);
  if (isSeq(list)) list.add(document.createNode(value));
  else if (document.contents === null) document.contents = document.createNode({ [String(path[0])]: [value] }) as never;
  else document.setIn(path, document.createNode([value]));
}

/** Takes every entry out of a list that is one of `unwanted`, ignoring case. Says whether the list is empty now. */
function removeFrom(
  document: Document,
  path: readonly (string | number)[],
  unwanted: ReadonlySet<string>,
): 'emptied' | 'kept' {
  const list = document.getIn(path, true);
  if (!isSeq(list)) return 'kept';
  const before = list.items.length;
  for (let i = before - 1; i >= 0; i--) {
    const value = list.get(i);
    if (typeof value === 'string' && unwanted.has(value.trim().toLowerCase())) list.delete(i);
  }
  return before > 0 && list.items.length === 0 ? 'emptied' : 'kept';
}
