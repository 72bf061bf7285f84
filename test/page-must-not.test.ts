import { beforeAll, describe, expect, it } from 'vitest';
import { demoPlace } from '../src/app/demo.ts';
import { realEffects } from '../src/app/effects.ts';
import { measures } from '../src/app/measures.ts';
import { type Opened, type Place, withFacts } from '../src/app/open.ts';
import type { Question, StandingQuestion } from '../src/http/question.ts';
import { QUESTIONS } from '../src/http/questions/index.ts';
import { demonstrationData } from './demonstration.ts';
import { jsonBreaches } from './must-not.ts';

/** Asked with what the page asks: each of these is answered for the demonstration, whose people all have full names. */
type Query = Readonly<Record<string, unknown>>;
/** What a question is about beside the window and the lead. */
const ABOUT: Readonly<Record<string, (team: Team) => readonly Query[]>> = {
  area: ({ areas }) => areas,
  change: ({ changes }) => changes,
  'measure/:measure': () => measures.map(({ id }) => ({ measure: id })),
  // One of each kind of figure.
  'trend/:measure': () => ['gate', 'known-to-one', 'waiting'].map((measure) => ({ measure, moments: 2 })),
  absence: ({ lead, other }) => [{}, { person: other, days: 28 }, { person: [lead, other], days: 7 }],
  weeks: ({ lead, other }) => [{ back: 60 }, { person: [lead, other], back: 60 }],
};
/** Not about anything that was measured, or with files to write as text, which other tests read. */
const LEFT_OUT = new Set(['session', 'evidence', 'people', 'people/configuration', 'handover']);
const ASKED = Object.entries<Question | StandingQuestion>(QUESTIONS).flatMap(([name, question]) =>
  LEFT_OUT.has(name) || !('answerFrom' in question) ? [] : [[name, question] as const],
);

interface Team {
  readonly lead: string;
  readonly other: string;
  readonly people: readonly string[];
  readonly areas: readonly Query[];
  readonly changes: readonly Query[];
}

let place: Place;
let team: Team;

beforeAll(async () => {
  place = await demoPlace(realEffects(), await demonstrationData());
  team = await withFacts(place, teamOf);
});

async function teamOf({ facts: { query }, setting }: Opened): Promise<Team> {
  const people = await query<{ name: string }>("SELECT name FROM people WHERE kind = 'human' ORDER BY name");
  const names = people.map(({ name }) => name);
  const lead = setting.lead.name ?? '';
  return {
    lead,
    other: names.find((name) => name !== lead) ?? '',
    people: names,
    areas: await query<{ repository: string; area: string }>('SELECT repository, area FROM areas'),
    changes: await query<{ repository: string; id: string }>(
      'SELECT repository, max(change) AS id FROM changes WHERE landed_at < $until GROUP BY repository, route, lander IS NULL',
      { until: setting.window.until },
    ),
  };
}

describe('every answer of the page', () => {
  it.each(ASKED)('%s keeps what may not be said', async (name, question) => {
    const about = ABOUT[name]?.(team) ?? [{}];
    expect(about.length).toBeGreaterThan(0);
    const answers = await withFacts(place, async (opened) => {
      const all: unknown[] = [];
      for (const query of about) {
        const given = question.query.parse(query);
        // Each question brings its own query; what it takes was checked by its own schema.
        all.push(await question.answerFrom({ opened, effects: place.effects, query: given as never }));
      }
      return all;
    });
    for (const [i, answer] of answers.entries()) {
      // Figures may be about the lead, and about who is away: of several people about all of them together.
      const told = [team.lead, about[i]?.person].flat();
      const people = team.people.filter((one) => !told.includes(one));
      expect(jsonBreaches(answer, { people })).toEqual([]);
    }
  });
});
