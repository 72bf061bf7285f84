import type { Absence } from '../domain/absence.ts';
import type { DeputyRow } from '../domain/deputies.ts';
import { OUTCOMES } from '../domain/outcome.ts';
import { type Block, command, type Inline, type PageCell, quiet, type Span, textBlock } from '../domain/page.ts';
import type { PeopleCell } from '../domain/report.ts';
import { counted, listed, numeral } from '../domain/words.ts';
import { absenceSureness, LOOK_UP } from './absence-headline.ts';
import { absenceHead, isCutOff } from './absence-words.ts';
import { bandRange, neededEvidence, OUTCOME_LABELS, seenText } from './band-words.ts';
import { surenessOf } from './bands.ts';
import { areaText, NOTHING, namesText } from './figures.ts';
import { moveSentence } from './move-words.ts';
import { findingSentences, unplannedSentence } from './moves.ts';
import { releaseShort } from './nobody-else.ts';
import { silencesSentence } from './past-absence-words.ts';

const AREAS_SHOWN = 6;
/** Where next to nothing passes through the person, where it does matters little. */
const AREAS_SHOWN_OF_LITTLE = 3;
const LITTLE = 0.05;
const MOVES_SHOWN = 3;
const NAMES_SHOWN = 3;

/**
 * The vacation test on one screen, in the order in which somebody about to leave asks: how much and where, who else, what
 * happened before, what has nobody else, what to do first. Each section says how to open it.
 */
export function absenceOverview(absence: Absence): Block[] {
  const who = listed(absence.away.people);
  const where = whereOf(absence);
  return [
    { kind: 'section', title: absence.question, sure: null, blocks: [textBlock(absenceHead(absence).join(' '))] },
    // What a shallow clone does not show may well have been there: who else landed, and every earlier silence.
    ...(isCutOff(absence) ? neededSection(absence) : parts(absence, who, where)),
  ];
}

function parts(absence: Absence, who: string, where: Where): Block[] {
  return [
    ...whereSection(absence, who, where),
    ...(absence.outcome.verdict === 'none' ? neededSection(absence) : []),
    beforeSection(absence),
    ...aloneSection(absence, who, where),
    ...firstSection(absence, who),
  ];
}

const opens = (what: string, view: string): Block =>
  textBlock([quiet(`${what}: add `), command(`--show ${view}`), quiet('.')]);

type AreaRow = Absence['dependence']['areas'][number];
interface Where {
  readonly shown: readonly AreaRow[];
  readonly rest: number;
}

/** Areas in which something landed through the person, where most depends on them first. */
function whereOf({ dependence }: Absence): Where {
  const rows = dependence.areas.filter(({ area, landed }) => area !== null && landed > 0);
  const isLittle = dependence.dependence !== null && dependence.dependence.share < LITTLE;
  const shown = rows.slice(0, isLittle ? AREAS_SHOWN_OF_LITTLE : AREAS_SHOWN);
  return { shown, rest: rows.length - shown.length };
}

/** Area by area: what landed through the person, who else lands there, who else knows it; then the replay in one line. */
function whereSection(absence: Absence, who: string, { shown, rest }: Where): Block[] {
  const { deputies, repositories } = absence;
  if (shown.length === 0) return [];
  return [
    {
      kind: 'section',
      title: `What lands through ${who}, and who else lands there`,
      sure: absenceSureness(absence).level,
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: 'area', align: 'left', overflow: 'elide' },
            { label: 'in 56 days', align: 'right', overflow: 'elide' },
            { label: 'who else lands there', align: 'left', overflow: 'wrap' },
            { label: 'knows it too', align: 'left', overflow: 'wrap' },
          ],
          rows: shown.map((row): PageCell[] => {
            const deputy = deputies.areas.find((d) => d.area === row.area && d.repository === row.repository);
            return [
              areaText(repositories.length > 1 ? `${row.repository}: ${row.area}` : (row.area ?? '')),
              `${numeral(row.landed)} of ${numeral(row.changes)}`,
              landText(deputy),
              coverText(deputy),
            ];
          }),
        },
        textBlock([
          ...replayWords(absence, who),
          quiet(`${rest > 0 ? `${counted(rest, 'more area')}, and what` : 'What'} is behind it: add `),
          command('--show cover'),
          quiet('.'),
        ]),
      ],
    },
  ];
}

function replayWords({ replay: { answer, passed, changes, assumptions } }: Absence, who: string): (string | Span)[] {
  if (answer === null || passed === 0) return [];
  const again = `The last ${counted(assumptions.weeks, 'week')} again without ${who}`;
  const { nobodyStepsIn, likelyOnesDo } = answer.left;
  const { people } = answer.steppingIn;
  const left =
    nobodyStepsIn === 0
      ? 'nothing is left lying, as the authors land their own work too'
      : `${numeral(nobodyStepsIn)} of ${counted(changes, 'change')} ${nobodyStepsIn === 1 ? 'is' : 'are'} left lying` +
        (people.length === 0
          ? ', and nobody was seen with room to step in'
          : ` if nobody steps in, ${numeral(likelyOnesDo)} if ${listed(few(people))} ${people.length === 1 ? 'does' : 'do'}`);
  return [`${again}: ${left} `, quiet('(a replay, no forecast: add '), command('--show replay'), quiet('). ')];
}

/** The first by name, and how many more: on the first screen a row is a few lines. */
function few(people: readonly string[]): readonly string[] {
  if (people.length <= NAMES_SHOWN) return people;
  const shown = people.slice(0, NAMES_SHOWN - 1);
  return [...shown, `${numeral(people.length - shown.length)} others`];
}

function landText(row: DeputyRow | undefined): PageCell {
  if (row === undefined) return quiet(NOTHING);
  if (row.landForOthers.people.length > 0) return fewNames(row.landForOthers.people);
  if (row.landOwnOnly.people.length > 0) return `own work only: ${fewNames(row.landOwnOnly.people)}`;
  return row.isVisible ? { text: 'nobody else seen', tone: 'warn' } : quiet('hidden');
}

const fewNames = (people: readonly string[]): string => namesText({ people: few(people) } as PeopleCell);

/** Who has worked there and was not named beside it yet. */
function coverText(row: DeputyRow | undefined): PageCell {
  if (row === undefined || row.couldCover === null) return quiet(NOTHING);
  const lands = row.landForOthers.people.length > 0 ? row.landForOthers.people : row.landOwnOnly.people;
  const more = row.couldCover.people.filter((name) => !lands.includes(name));
  if (more.length > 0) return fewNames(more);
  return lands.length > 0 ? quiet(NOTHING) : { text: 'nobody active', tone: 'warn' };
}

function neededSection({ outcome }: Absence): Block[] {
  if (outcome.verdict !== 'none') return [];
  const items = [...neededEvidence(outcome)];
  return [{ kind: 'section', title: 'What would give a verdict', sure: null, blocks: [{ kind: 'list', items }] }];
}

/** What absences did before: under leads like this elsewhere, and the person's own that began when D was alike. */
function beforeSection({ outcome, past }: Absence): Block {
  const title = 'What happened in absences before';
  const silences = silencesSentence(past.absences, past.person);
  if (outcome.verdict === 'none') {
    const more = past.absences.length > 0 ? [opens('Each of them', 'past')] : [];
    return { kind: 'section', title, sure: null, blocks: [textBlock(silences), ...more] };
  }
  const { band, study, own } = outcome;
  return {
    kind: 'section',
    title,
    sure: surenessOf(outcome),
    blocks: [
      {
        kind: 'table',
        columns: [
          { label: "teammates' two weeks, of usual", align: 'left', overflow: 'wrap' },
          { label: 'under leads like that', align: 'right', overflow: 'elide' },
          ...(own.absences > 0 ? [{ label: ownLabel(past.person), align: 'right', overflow: 'elide' } as const] : []),
        ],
        rows: OUTCOMES.map((name): PageCell[] => [
          OUTCOME_LABELS[name],
          seenText(band, name),
          ...(own.absences > 0 ? [`${numeral(own.outcomes[name])} of ${numeral(own.absences)}`] : []),
        ]),
      },
      textBlock([
        `Like that: ${bandRange(band)}, in ${numeral(study.repositories)} ${study.projects}. ${own.absences > 0 ? ownWords(past.absences.length, own.absences) : silences} `,
        quiet('One absence cannot be foretold. More: add '),
        command('--show outcome'),
        ...(past.absences.length > 0 ? [quiet(' or '), command('--show past')] : []),
        quiet('.'),
      ]),
    ],
  };
}

/** A name for a column; of several people away, or a long name, just whose they are. */
const ownLabel = (person: string): string => (person.length > 20 ? 'own' : person);

const ownWords = (all: number, compared: number): string =>
  all === compared
    ? 'Own: every silence of ten business days or more that is seen.'
    : `Own: those of ${counted(all, 'silence')} of ten business days or more that can be compared and began at a D like this.`;

/** What has nobody else and no step of its own below, one line each; nothing where there is nothing. */
function aloneSection(
  { dependence, nobodyElse, openWork, openDecisions, moves }: Absence,
  who: string,
  where: Where,
): Block[] {
  const { areas, reviews, releases } = nobodyElse;
  const told = (kind: string, repository: string, about?: string) =>
    moves.findings.some(
      (one) => one.kind === kind && one.repository === repository && (about ?? one.about) === one.about,
    );
  const some = (names: readonly string[]) =>
    listed(names.length > 3 ? [...names.slice(0, 3), `${numeral(names.length - 3)} more`] : names);
  const isAbove = (one: { repository: string; area: string }) =>
    where.shown.some(({ repository, area }) => repository === one.repository && area === one.area);
  const lonely =
    dependence.gate === null ? [] : areas.filter((one) => !isAbove(one) && !told('document', one.repository, one.area));
  const decisions = openDecisions.waits.filter((one) => !told('own-decision', one.repository, one.title));
  const items = [
    ...(lonely.length > 0
      ? [
          `${counted(lonely.length, where.shown.length > 0 ? 'further area' : 'area')} of ${numeral(nobodyElse.areasSeen)} where nobody else who is active lands: ${some(lonely.map(({ area }) => areaText(area)))}.`,
        ]
      : []),
    ...(reviews.isVisible && reviews.approved > 0 && reviews.onlyPerson > 0
      ? [
          `${numeral(reviews.onlyPerson)} of ${counted(reviews.seen, "teammates' change", "teammates' changes")} that nobody but ${who} is known to have landed or approved.`,
        ]
      : []),
    ...releases
      .filter(({ byPerson, others, isOver }) => byPerson > 0 && others.people.length === 0 && !isOver)
      .filter(({ repository }) => !told('delegate-releases', repository))
      .map((cadence) => releaseShort(cadence, nobodyElse)),
    ...(openWork.waits.length > 0
      ? [
          `${counted(openWork.waits.length, 'open branch', 'open branches')} of teammates whose work has landed almost only through ${who}: ${some(openWork.waits.map(({ branch }) => branch))}.`,
        ]
      : []),
    ...(openWork.own.length > 0
      ? [
          `${counted(openWork.own.length, 'unfinished branch', 'unfinished branches')} of ${who}: ${some(openWork.own.map(({ branch }) => branch))}.`,
        ]
      : []),
    ...(decisions.length > 0
      ? [
          `${counted(decisions.length, 'open decision')} with ${who} in ${decisions.length === 1 ? 'it' : 'them'}: ${some(decisions.map(({ title }) => title))}.`,
        ]
      : []),
  ];
  if (items.length === 0) return [];
  return [
    {
      kind: 'section',
      title: `What has hardly anybody but ${who}`,
      sure: null,
      blocks: [{ kind: 'list', items }, opens('All of it', 'alone')],
    },
  ];
}

/** The few moves, and what to do about what has nobody else. */
function firstSection({ moves, outcome }: Absence, who: string): Block[] {
  const several = moves.repositories.length > 1;
  const shown = moves.moves.slice(0, MOVES_SHOWN).map((move): Inline => moveSentence(move, moves.away, several));
  const rest = moves.moves.length - shown.length;
  const items = [
    ...shown,
    ...(rest > 0 ? [`${counted(rest, 'more move')}.`] : []),
    ...(outcome.verdict === 'none' && outcome.why === 'hidden-landing' ? [LOOK_UP] : []),
    ...findingSentences(moves),
  ];
  const unplanned = moves.moves.length > 0 || outcome.verdict === 'none' ? null : unplannedSentence(moves);
  if (items.length === 0 && unplanned === null) return [];
  return [
    {
      kind: 'section',
      title: `What would take it off ${who}`,
      sure: null,
      blocks: [
        ...(unplanned === null ? [] : [textBlock(unplanned)]),
        ...(items.length > 0 ? [{ kind: 'list', items } as const] : []),
        ...(moves.moves.length > 0 ? [opens('What each removes, and what it costs', 'moves')] : []),
      ],
    },
  ];
}
