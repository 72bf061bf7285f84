import { derivations } from '../derive/index.ts';
import type { Config } from '../domain/config.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { PeopleEdit, PeopleList } from '../domain/people-list.ts';
import { NOTHING_THERE, reportFigure } from '../report/figures.ts';
import { answer } from './answer.ts';
import { CONFIG_FILE } from './config.ts';
import { measures } from './measures.ts';
import type { Opened, Place } from './open.ts';
import { listPeople, type Proposal, type ProposalInput, proposeJoin, proposeSplit, suggestPeople } from './people.ts';
import { settle } from './setting.ts';
import { type NamedRepository, openFacts, openRaw, type Workspace } from './workspace.ts';

/** Everybody, and who else may be one person. */
export async function peopleList({ facts }: Opened): Promise<PeopleList> {
  const people = await listPeople(facts.query);
  return {
    people: people.map((one) => ({ ...one, identities: one.identities.map((identity) => ({ ...identity })) })),
    suggestions: suggestPeople(people).map(({ people: [a, b], identities: [c, d], evidence }) => {
      return { people: [a, b], identities: [c, d], evidence };
    }),
  };
}

/** Joins two people, or shows what that would change. */
export async function joinPeople(
  place: Place,
  opened: Opened,
  [a, b]: readonly [string, string],
  dry: boolean,
): Promise<PeopleEdit> {
  return await carryOut(await proposeJoin(await proposalInput(place, opened), a, b), dry);
}

/** Makes an identity a person of its own, or shows what that would change. */
export async function splitPerson(place: Place, opened: Opened, identity: string, dry: boolean): Promise<PeopleEdit> {
  return await carryOut(await proposeSplit(await proposalInput(place, opened), identity), dry);
}

async function carryOut(proposal: Proposal, dry: boolean): Promise<PeopleEdit> {
  const { sentence, effect, text } = proposal;
  const written = dry ? null : (await proposal.save()).path;
  return { sentence, effect: effect.map((one) => ({ ...one })), text, written };
}

/** What a change of people is proposed from. Throws when it is not clear whose configuration to write. */
export async function proposalInput(
  place: Pick<Place, 'effects' | 'request'>,
  { workspace, facts }: Opened,
): Promise<ProposalInput> {
  const repository = onlyRepository(workspace);
  return {
    location: repository.location,
    head: () => configAtHead(workspace),
    people: await listPeople(facts.query),
    figures: (config) => figuresUnder(place, workspace, repository.name, config),
  };
}

/** The repository whose configuration an edit is written to. */
export function onlyRepository({ repositories }: Workspace): NamedRepository {
  const [repository, second] = repositories;
  if (repository !== undefined && second === undefined) return repository;
  throw new FortnightError('several-repositories', `It is not clear whose ${CONFIG_FILE} to write.`, {
    hint: 'Give one repository; the others can take the same lines over.',
    exitCode: EXIT.usage,
  });
}

async function configAtHead(workspace: Workspace): Promise<string | null> {
  const raw = await openRaw(workspace, ['documents']);
  try {
    const rows = await raw.query<{ content: string }>('SELECT content FROM raw_documents WHERE path = $path', {
      path: CONFIG_FILE,
    });
    return rows[0]?.content ?? null;
  } finally {
    raw.close();
  }
}

/** Every figure as text, were this the configuration. */
async function figuresUnder(
  { effects, request }: Pick<Place, 'effects' | 'request'>,
  workspace: Workspace,
  name: string,
  config: Config,
) {
  const facts = await openFacts(workspace, { configs: new Map([[name, config]]), derivations });
  try {
    const configuredLeads = config.lead === undefined ? [] : [config.lead];
    const setting = await settle({ ...facts, configuredLeads }, request, effects.now());
    const figures: Record<string, string> = { Lead: setting.lead.name ?? NOTHING_THERE };
    for (const measure of measures) {
      const report = await answer(facts, setting, measure);
      figures[measure.title] = reportFigure(report);
    }
    return figures;
  } finally {
    facts.close();
  }
}
