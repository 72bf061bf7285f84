import { daysLater } from '../../domain/calendar-day.ts';
import type { HandOver } from '../../domain/delegations.ts';
import { CODING_REASONS, codingKind } from '../../domain/records/coding.ts';
import { decisionKind } from '../../domain/records/decision.ts';
import { interventionKind } from '../../domain/records/intervention.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay } from '../../domain/words.ts';
import type { Opened } from '../open.ts';
import { answerCoding, spareChanges } from './coding.ts';
import { delegationSuggestions, holdDelegationCheckIn, newDelegation } from './delegations.ts';
import { resolveClaim } from './journal.ts';
import { journalCandidates } from './journal-candidates.ts';
import { logJournal } from './log-journal.ts';
import { openPractice } from './open-practice.ts';
import type { PracticePlace } from './practice-at.ts';
import { finishWeek } from './week.ts';

/** How long the made-up lead has kept records, in days. */
const KEPT = 200;

/**
 * A practice for the generated team, written by the operations a person's own is written by, on the days on which its lead would have
 * done so: areas, people and changes are those its history shows, and what is claimed of them is as made up as they are.
 */
export async function demoRecords(at: PracticePlace, opened: Opened): Promise<void> {
  const today = calendarDay(at.effects.now());
  const ago = (days: number): PracticePlace => {
    const now = at.effects.now() - days * DAY;
    return { ...at, effects: { ...at.effects, now: () => now } };
  };
  const demo = { today, ago, lead: opened.setting.lead.name ?? 'the lead' };
  const { suggestions } = await delegationSuggestions(at, opened);
  await demoDelegations(demo, suggestions);
  await demoDecisions(demo, suggestions);
  await demoJournal(demo, opened, at);
  await demoCoding(demo, opened);
  await demoInterventions(demo, suggestions);
  await finishWeek(ago(8), {
    wrong: 'A name I would not have chosen. It can be changed by whoever reads it next.',
    next: 'Ask first what they would do.',
  });
}

interface Demo {
  readonly today: string;
  readonly lead: string;
  /** The same place, so many days before. */
  ago(days: number): PracticePlace;
}

/** The name of somebody the evidence names for an area. */
const somebody = ({ knows, couldLearn }: HandOver, at = 0): string | undefined =>
  [...couldLearn.people, ...knows.people][at];

async function demoDelegations({ today, ago }: Demo, suggestions: readonly HandOver[]): Promise<void> {
  const [first, second, third] = suggestions;
  if (first !== undefined) {
    const { delegation } = await newDelegation(ago(40), {
      title: `Reviews of ${first.area}`,
      fields: given(first, {
        level: 'advise',
        due: daysLater(today, 18),
        measure: 'Three changes landed there that were not looked at by me',
        tools: 'The notes of the last two incidents; an hour a week',
      }),
      sections: { Outcome: `Changes of ${first.area} are approved and landed without me.` },
      every: 14,
    });
    await holdDelegationCheckIn(ago(26), delegation.record.id, { on: null, note: 'First review alone next week.' });
  }
  if (second !== undefined) {
    await newDelegation(ago(5), {
      title: `The next step of ${second.area}`,
      fields: given(
        second,
        { level: 'agree', due: daysLater(today, 30), goal: 'A quarter without waiting for one person' },
        1,
      ),
      sections: {},
      every: 7,
    });
  }
  if (third !== undefined) {
    await newDelegation(ago(1), {
      title: `Who is asked first about ${third.area}`,
      fields: given(third, { status: 'proposed', due: daysLater(today, 25) }, 2),
      sections: {},
      every: 0,
    });
  }
}

function given(one: HandOver, fields: Readonly<Record<string, string>>, who = 0): Record<string, string | string[]> {
  const to = somebody(one, who) ?? somebody(one);
  return {
    ...fields,
    ...(to === undefined ? {} : { to }),
    ...(one.paths.length === 0 ? {} : { paths: [...one.paths] }),
  };
}

async function demoDecisions({ today, lead, ago }: Demo, suggestions: readonly HandOver[]): Promise<void> {
  const write = async (days: number, title: string, fields: object, sections: Readonly<Record<string, string>>) => {
    const records = await (await openPractice(ago(days))).records(decisionKind);
    await records.create({ title, fields, sections });
  };
  const [first, second, third] = suggestions;
  if (first !== undefined) {
    await write(
      75,
      `${first.area} is landed by whoever reviewed it`,
      {
        status: 'accepted',
        date: daysLater(today, -70),
        owner: somebody(first) ?? lead,
        reversible: true,
        affects: [...first.paths],
        revisit: daysLater(today, -2),
        assumptions: [{ assumes: 'Two people can review there within a day', test: 'review-wait <= 1' }],
      },
      {
        'Context and Problem Statement': `Changes of ${first.area} waited for one person, who was not the one who knew them best.`,
        'Considered Options': '* One gate for everything\n* Whoever approved it lands it\n* A rota',
        'Decision Outcome': 'Whoever approved a change lands it. It can be taken back within a day.',
        Consequences: '* Good: nobody waits for a name.\n* Bad: for a month, more is asked in reviews.',
      },
    );
  }
  if (second !== undefined) {
    await write(
      20,
      `Where ${second.area} ends`,
      {
        status: 'proposed',
        date: daysLater(today, -20),
        owner: lead,
        'decide-by': daysLater(today, -3),
        reversible: false,
        affects: [...second.paths],
        dissent: [],
      },
      {
        'Context and Problem Statement': `Two areas change together with ${second.area}, and nobody says which of them owns the line between.`,
        'Considered Options': '* Draw it at the interface that is there\n* Move the shared part out',
      },
    );
  }
  if (third !== undefined) {
    await write(
      6,
      `One way to change ${third.area}`,
      {
        status: 'proposed',
        date: daysLater(today, -6),
        owner: somebody(third, 1) ?? lead,
        'decide-by': daysLater(today, 8),
        reversible: true,
        affects: [...third.paths],
      },
      {
        'Context and Problem Statement': `There are two ways to change ${third.area}, and newcomers meet the older one first.`,
      },
    );
  }
}

/** What is claimed of each, how sure, and what became of it: as often wrong as people are. */
const CLAIMS = [
  { claim: 'Whoever wrote it with me explains it to the next', sure: 65, became: null },
  { claim: 'It saves the second attempt', sure: 55, became: null },
  { claim: 'The next one is reviewed without me', sure: 70, became: 'held' },
  { claim: 'They land the next change alone', sure: 80, became: 'held' },
  { claim: 'Nobody has to ask about this again', sure: 90, became: 'failed' },
  { claim: 'It does not come back within a month', sure: 60, became: 'held' },
  { claim: 'The follow-up takes a day, not a week', sure: 75, became: 'held' },
  { claim: 'The plan stays as it was agreed', sure: 85, became: 'failed' },
] as const;

async function demoJournal({ ago }: Demo, opened: Opened, at: PracticePlace): Promise<void> {
  const { candidates } = await journalCandidates(opened, at, KEPT);
  for (const [i, { title, kind, evidence, beneficiaries }] of candidates.slice(2).entries()) {
    const said = CLAIMS[i];
    if (said === undefined) return;
    const { claim, sure, became } = said;
    const days = 31 + i * 9;
    const [beneficiary] = beneficiaries.people;
    const entry = await logJournal(ago(days), {
      ...{ title, kind, claim, sure, links: evidence.map(({ id }) => id) },
      ...(beneficiary === undefined ? {} : { beneficiary }),
    });
    if (became !== null) await resolveClaim(ago(days - 31), entry.id, became);
  }
}

/** Answers as somebody gives them who begins to look: more of the former with time. */
const ANSWERS = [0, 1, 0, 3, 1, 2, 0, 1, 3, 2, 0, 3, 2, 3] as const;
/** So many of the newest are left to answer. */
const UNANSWERED = 4;

async function demoCoding({ ago }: Demo, opened: Opened): Promise<void> {
  const changes = await spareChanges(opened);
  const answered = await (await openPractice(ago(0))).records(codingKind);
  if ((await answered.list()).length > 0) return;
  for (const [i, { change }] of changes.slice(UNANSWERED, UNANSWERED + ANSWERS.length * 2).entries()) {
    const why = CODING_REASONS[ANSWERS[i % ANSWERS.length] ?? 0] ?? 'leverage';
    await answerCoding(opened, ago(0), { change, why });
  }
}

async function demoInterventions({ today, ago }: Demo, suggestions: readonly HandOver[]): Promise<void> {
  const records = await (await openPractice(ago(30))).records(interventionKind);
  const about = suggestions[0]?.paths ?? [];
  await records.create({
    title: 'A second cache beside the first',
    fields: {
      status: 'open',
      wrong: 'survivable',
      did: 'held-back',
      on: daysLater(today, -30),
      'check-on': daysLater(today, -1),
      ...(about.length === 0 ? {} : { about: [...about] }),
    },
    sections: { 'What happened': 'I would have done it otherwise. A test will find it if it matters.' },
  });
}
