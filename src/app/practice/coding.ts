import { type CodingLog, type CodingPeriod, codingLogSchema, type SpareChange } from '../../domain/coding-log.ts';
import { bindings, defaultParameters } from '../../domain/conclude.ts';
import { EXIT, FortnightError } from '../../domain/errors.ts';
import { type CodingReason, codingKind } from '../../domain/records/coding.ts';
import type { RecordEntry } from '../../domain/records/entry.ts';
import { people } from '../../domain/report.ts';
import { calendarDay, inHundred, percentWithin } from '../../domain/words.ts';
import { handsOn } from '../../measures/hands-on.ts';
import { askAbout } from '../../records/coding/ask-about.ts';
import { besideTarget, HANDS_ON_TARGET } from '../../records/coding/beside-target.ts';
import { type CodingAnswer, codingShares } from '../../records/coding/coding-shares.ts';
import { heldReport } from '../held-report.ts';
import type { Opened } from '../open.ts';
import { leadSentence } from '../setting.ts';
import { OWN_CHANGE, SPARE_CHANGES, type SpareRow } from './coding-sql.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-at.ts';
import { recordTitle } from './record-title.ts';

type CodingEntry = RecordEntry<typeof codingKind>;
/** Of facts that are open, what these questions need. */
type Asked = { readonly facts: Pick<Opened['facts'], 'query'> } & Pick<Opened, 'setting' | 'configs'>;

export interface CodingRequest {
  readonly by: CodingPeriod;
  /** At most this share is meant to be hands-on; null: as fortnight.yml says, else the default. */
  readonly target: number | null;
}

/** What is still to be answered, what the answers say over time, and the hands-on share beside its target. */
export async function codingLog(opened: Asked, at: PracticePlace, { by, target }: CodingRequest): Promise<CodingLog> {
  const { setting } = opened;
  const entries = await (await (await openPractice(at)).records(codingKind)).list();
  const spare = await spareChanges(opened);
  const told = askAbout(spare, new Set(entries.flatMap(({ fields }) => fields.change ?? [])));
  const shares = codingShares(entries.flatMap(answerIn), by);
  const answered = entries.filter(({ fields }) => fields.why !== undefined).length;
  return codingLogSchema.parse({
    repositories: setting.repositories,
    window: setting.window,
    lead: setting.lead.name,
    changes: { spare: spare.length, answered: told.answered, unanswered: told.unanswered },
    asked: [...told.asked],
    by,
    all: shares.all,
    periods: [...shares.periods],
    handsOn: await besideItsTarget(opened, target),
    notes: [
      leadSentence(setting.lead),
      ...(shares.all.answers < answered
        ? ['Answers that do not say when their change landed are left out of the shares.']
        : []),
      ...setting.notes,
    ],
  } satisfies CodingLog);
}

/** The lead's product changes of the window that landed in areas others could own, newest first. */
export async function spareChanges({ facts, setting }: Asked): Promise<SpareChange[]> {
  const { person: lead, name: leadName } = setting.lead;
  if (lead === null) return [];
  // As the measure itself is asked.
  const context = { window: setting.window, lead, leadName, parameters: defaultParameters(handsOn) };
  const rows = await facts.query<SpareRow>(SPARE_CHANGES, bindings(context));
  return rows.map((row) => ({
    repository: row.repository,
    change: row.change,
    title: row.title,
    landed: calendarDay(row.landed_at),
    areas: [...row.areas],
    others: people(row.names),
    evidence: { kind: 'change', repository: row.repository, id: row.change },
  }));
}

function answerIn({ fields: { why, landed } }: CodingEntry): CodingAnswer[] {
  return why === undefined || landed === undefined ? [] : [{ why, landed }];
}

async function besideItsTarget(
  { facts, setting, configs }: Asked,
  given: number | null,
): Promise<CodingLog['handsOn']> {
  const configured = [...configs.values()].flatMap(({ targets }) => targets?.['hands-on'] ?? [])[0];
  const target = given ?? configured ?? HANDS_ON_TARGET;
  const basis = given !== null ? 'given' : configured !== undefined ? 'configured' : 'default';
  const { figure, confidence, answer } = await heldReport(facts, setting, handsOn);
  const share = typeof figure === 'object' ? figure : null;
  const verdict = besideTarget(share, target);
  if (share === null || verdict === 'none') return { share: null, target, basis, verdict: 'none', answer, confidence };
  const told = `${percentWithin(share)} of what git shows was writing product code, beside a target of at most ${inHundred(target)}`;
  return { share, target, basis, verdict, answer: `${told}: ${VERDICTS[verdict]}.`, confidence };
}

const VERDICTS = {
  above: 'above it',
  within: 'within it',
  open: 'too close to tell on which side',
} as const;

/** Why a change was written. */
export interface CodingSaid {
  readonly why: CodingReason;
  /** Who or what did not grow because of it. */
  readonly instead?: string;
}

/**
 * Why one change of the lead's was written, by the id of any of its commits; what else the record says comes from the evidence. A
 * second answer takes the place of the first. Throws `unknown-change` and `ambiguous-change`.
 */
export async function answerCoding(
  opened: Asked,
  at: PracticePlace,
  { change, ...said }: CodingSaid & { readonly change: string },
): Promise<CodingEntry> {
  const found = await ownChange(opened, change);
  const { since, until } = opened.setting.window;
  // Who knows an area is told as of the end of the window; of a change outside of it nothing is claimed.
  const isInWindow = found.landed_at >= since && found.landed_at < until;
  const isSpare = isInWindow && (await spareChanges(opened)).some((one) => one.change === found.change);
  return await writeAnswer(
    at,
    { ...found, landed: calendarDay(found.landed_at), areas: found.areas ?? [], couldOwn: isInWindow ? isSpare : null },
    said,
  );
}

/** The same for a change that was asked about: all there is to know of it is known. */
export async function answerAsked(at: PracticePlace, asked: SpareChange, said: CodingSaid): Promise<CodingEntry> {
  return await writeAnswer(at, { ...asked, couldOwn: true }, said);
}

const MOST_AREAS = 200;

interface Answered extends Pick<SpareChange, 'repository' | 'change' | 'title' | 'landed'> {
  readonly areas: readonly string[];
  readonly couldOwn: boolean | null;
}

async function writeAnswer(at: PracticePlace, about: Answered, said: CodingSaid): Promise<CodingEntry> {
  const records = await (await openPractice(at)).records(codingKind);
  const { repository, change, title, landed, areas, couldOwn } = about;
  const before = (await records.list()).find(({ fields }) => fields.change === change);
  if (before !== undefined) return await records.save(before, { fields: said });
  return await records.create({
    title: recordTitle(title) || change,
    fields: {
      ...{ status: 'answered', ...said, repository, change, landed },
      areas: areas.slice(0, MOST_AREAS),
      ...(couldOwn === null ? {} : { 'others-could-own': couldOwn }),
    },
    sections: {},
  });
}

interface OwnRow extends Omit<SpareRow, 'names' | 'areas'> {
  readonly areas: readonly string[] | null;
}

async function ownChange({ facts, setting }: Asked, id: string): Promise<OwnRow> {
  const { person: lead, name } = setting.lead;
  const asked = id.toLowerCase();
  const rows =
    lead === null || !/^[0-9a-f]{4,64}$/.test(asked) ? [] : await facts.query<OwnRow>(OWN_CHANGE, { id: asked, lead });
  const [found, other] = rows;
  if (found === undefined) {
    throw new FortnightError(
      'unknown-change',
      `${id} is no product change of ${name ?? 'the lead'} that landed here.`,
      {
        hint: 'Give the id of one of its commits, or four digits of it or more: fortnight code lists them.',
        exitCode: EXIT.usage,
      },
    );
  }
  if (other !== undefined) {
    throw new FortnightError('ambiguous-change', `More than one change of ${name ?? 'the lead'} begins with ${id}.`, {
      hint: 'Give more digits of its id.',
      exitCode: EXIT.usage,
    });
  }
  return found;
}
