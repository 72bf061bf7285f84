import { daysLater } from '../../domain/calendar-day.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import type { InterventionAnswer, InterventionList, Risk } from '../../domain/interventions.ts';
import type { Query } from '../../domain/query.ts';
import { interventionKind } from '../../domain/records/intervention.ts';
import { risksOf } from '../../records/interventions/risky-paths.ts';
import { type InterventionEntry, tellIntervention, tellInterventions } from '../../records/interventions/tell.ts';
import { type Place, withFacts } from '../open.ts';
import { type GivenFields, readFields } from './fields-given.ts';
import { openPractice } from './open-practice.ts';

type At = Pick<Place, 'effects' | 'request'>;

const interventionsOf = async (at: At) => {
  const practice = await openPractice(at);
  return { practice, records: await practice.records(interventionKind) };
};

/** What came of it shows within two weeks, or is looked at then all the same. */
const CHECK_DAYS = 14;

/** All of them, and how holding back went. */
export async function listInterventions(at: At): Promise<InterventionList> {
  const { practice, records } = await interventionsOf(at);
  return tellInterventions(await records.list(), practice.today);
}

/** One of them. */
export async function showIntervention(at: At, name: string): Promise<InterventionAnswer> {
  const { practice, records } = await interventionsOf(at);
  return { did: null, remark: null, intervention: tellIntervention(await records.get(name), practice.today) };
}

export interface NewIntervention {
  readonly title: string;
  /** Fields of the kind as they were given. */
  readonly fields: GivenFields;
  readonly sections: Readonly<Record<string, string>>;
}

/**
 * Writes down that something looked wrong, and whether the lead stepped in. Where nobody says what kind of wrong it is, it is
 * destructive when what it is about falls under a rule of `risky-paths.ts`, and else that is asked for. Commits among what it
 * is about are looked up for their paths.
 */
export async function newIntervention(
  place: Place,
  { title, fields: given, sections }: NewIntervention,
): Promise<InterventionAnswer> {
  const { practice, records } = await interventionsOf(place);
  const { today, repositories } = practice;
  const read = readFields(interventionKind, given, today) as InterventionEntry['fields'];
  if (read.did === undefined) {
    throw usage('Did you say so, or hold back?', 'Say it: --did said, or --did held-back.');
  }
  const about = read.about ?? [];
  const paths = read.wrong === 'destructive' ? about : await pathsOf(place, about, repositories.length > 0);
  const risks = risksOf(paths);
  const wrong = read.wrong ?? (risks.length > 0 ? 'destructive' : undefined);
  if (wrong === undefined) {
    throw usage(
      'What kind of wrong is it?',
      'Survivable: tests find it, a refactoring mends it, it teaches. Destructive: a security hole, corrupted data, a design that locks you in. Say it: --wrong survivable, or --wrong destructive.',
    );
  }
  const [here, ...others] = repositories;
  const entry = await records.create({
    title,
    fields: {
      status: 'open',
      wrong,
      did: read.did,
      ...(here !== undefined && others.length === 0 && about.length > 0 ? { repository: here.name } : {}),
      on: today,
      'check-on': daysLater(today, CHECK_DAYS),
      ...read,
    },
    sections,
  });
  return {
    did: `Written to ${entry.path}.`,
    remark: remarkOn(risks, read.wrong),
    intervention: tellIntervention(entry, today, paths),
  };
}

/** Why it was taken to be destructive, or what speaks against survivable; one sentence, or null. */
function remarkOn(risks: readonly Risk[], said: InterventionEntry['fields']['wrong']): string | null {
  const [first] = risks;
  if (first === undefined || said === 'destructive') return null;
  const why = `${first.path} looks like ${first.rule.replace('-', ' ')}, and ${first.because}`;
  return said === undefined
    ? `Taken to be destructive: ${why}. Not so? --wrong survivable.`
    : `You say it is survivable. Look twice: ${why}.`;
}

/** What came of it. What was said before is replaced: somebody looked again. */
export async function settleIntervention(at: At, name: string, outcome: string | null): Promise<InterventionAnswer> {
  if (outcome === null) {
    throw usage('What came of it?', 'Say it: --outcome harmless, taught, cost, damage or unknowable.');
  }
  const { practice, records } = await interventionsOf(at);
  const entry = await records.get(name);
  const fields = readFields(interventionKind, { outcome }, practice.today) as InterventionEntry['fields'];
  const saved = await records.save(entry, {
    fields: { status: 'settled', closed: practice.today, ...fields },
  });
  return { did: 'Settled.', remark: null, intervention: tellIntervention(saved, practice.today) };
}

const COMMIT = /^[0-9a-f]{7,64}$/i;

/** The paths something is about: as they were given, and those of the commits among it. */
async function pathsOf(place: Place, about: readonly string[], isSomewhere: boolean): Promise<readonly string[]> {
  const commits = about.filter((one) => COMMIT.test(one));
  const paths = about.filter((one) => !COMMIT.test(one));
  if (commits.length === 0 || !isSomewhere) return paths;
  const found = await withFacts(place, ({ facts }) => pathsOfCommits(facts.query, commits));
  return [...paths, ...found];
}

async function pathsOfCommits(query: Query, commits: readonly string[]): Promise<string[]> {
  const rows = await query<{ path: string }>(
    `SELECT DISTINCT f.path FROM commits k
     JOIN (SELECT unnest(string_split($ids, ' ')) AS id) w ON starts_with(k.id, w.id) OR starts_with(k.change, w.id)
     JOIN file_changes f ON f.repository = k.repository AND f.commit_id = k.id
     ORDER BY f.path`,
    { ids: commits.join(' ').toLowerCase() },
  );
  return rows.map(({ path }) => path);
}

const usage = (message: string, hint: string) => new FortnightError('usage', message, { hint, exitCode: EXIT.usage });
