import type { Absence, AbsenceView } from '../domain/absence.ts';
import type { DeputyRow } from '../domain/deputies.ts';
import { OUTCOMES } from '../domain/outcome.ts';
import { type Block, command, type Page, type PageCell, quiet, strong, textBlock } from '../domain/page.ts';
import type { Confidence, PeopleCell } from '../domain/report.ts';
import { counted, listed, numeral, percentWithin } from '../domain/words.ts';
import { absenceDays } from './absence-words.ts';
import { bandRange, limitsSentence, neededEvidence, OUTCOME_LABELS, seenText } from './band-words.ts';
import { bandSection, surenessOf } from './bands.ts';
import { deputiesBlocks } from './deputies.ts';
import { evidenceLine } from './evidence-line.ts';
import { areaText, countsText, NOTHING, namesText } from './figures.ts';
import { moveSentence } from './move-words.ts';
import { movesSection } from './moves.ts';
import { nobodyElseBlocks, releaseWords } from './nobody-else.ts';
import { openWorkBlocks } from './open-work.ts';
import { silencesSentence } from './past-absence-words.ts';
import { pastAbsencesBlocks } from './past-absences.ts';
import { replayBlocks } from './replay.ts';
import { sureMark, sureWords } from './sure.ts';

const AREAS_SHOWN = 6;
const MOVES_SHOWN = 3;

/** The vacation test on a page: the answer first, then one short section for each part, each of which opens onto its own. */
export function absencePage(absence: Absence, view: AbsenceView = 'overview', everything = false): Page {
  const who = listed(absence.away.people);
  return {
    blocks: [
      {
        kind: 'headline',
        left: strong('Fortnight'),
        right: quiet(`${absence.repositories.join(', ')} · ${who} away ${absenceDays(absence)}`),
      },
      { kind: 'section', title: absence.question, sure: null, blocks: [textBlock(absence.answer)] },
      ...(view === 'overview' ? overview(absence, who) : sections(absence, who, view, everything)),
      ...(absence.notes.length > 0
        ? [
            {
              kind: 'section',
              title: 'Good to know',
              sure: null,
              blocks: [{ kind: 'list', items: absence.notes }],
            } as const,
          ]
        : []),
      foot(absence, view),
    ],
  };
}

function sections(absence: Absence, who: string, view: AbsenceView, everything: boolean): Block[] {
  const blocks: Record<Exclude<AbsenceView, 'overview' | 'all'>, () => Block[]> = {
    dependence: () => dependenceSection(absence, who, everything),
    outcome: () => [bandSection(absence.outcome, who)],
    replay: () => replayBlocks(absence.replay, everything),
    cover: () => deputiesBlocks(absence.deputies, everything),
    alone: () => [
      ...nobodyElseBlocks(absence.nobodyElse, everything),
      ...openWorkBlocks(absence.openWork, absence.openDecisions, everything),
    ],
    past: () => pastAbsencesBlocks(absence.past, everything),
    moves: () => movesSection(absence.moves),
  };
  return view === 'all' || view === 'overview' ? Object.values(blocks).flatMap((make) => make()) : blocks[view]();
}

function overview(absence: Absence, who: string): Block[] {
  return [
    ...throughSection(absence, who),
    ...outcomeSection(absence),
    ...aloneSection(absence, who),
    ...pastSection(absence),
    ...movesShort(absence, who),
  ];
}

const sureOf = ({ outcome, dependence }: Absence): Confidence['level'] => {
  if (outcome.verdict === 'none') return 'none';
  const seen = dependence.visible / dependence.changes;
  return seen < 0.9 || dependence.work < 50 ? 'low' : dependence.work < 200 ? 'medium' : 'high';
};

/** Area by area: what passed through, who else lands there, who could cover; then the replay in one line. */
function throughSection(absence: Absence, who: string): Block[] {
  const { dependence, replay } = absence;
  const rows = dependence.areas.filter(({ area, landed }) => area !== null && landed > 0);
  const several = absence.repositories.length > 1;
  const shown = rows.slice(0, AREAS_SHOWN);
  const rest = rows.length - shown.length;
  return [
    {
      kind: 'section',
      title: `What lands through ${who}, and who else lands there`,
      sure: sureOf(absence),
      blocks: [
        ...(shown.length === 0
          ? [
              textBlock(
                dependence.work === 0
                  ? 'No change of a teammate landed in 56 days.'
                  : `No change of a teammate in an area was seen landing through ${who} in 56 days.`,
              ),
            ]
          : [
              {
                kind: 'table',
                columns: [
                  { label: 'area', align: 'left', overflow: 'elide' },
                  { label: 'through', align: 'right', overflow: 'elide' },
                  { label: 'who else lands there', align: 'left', overflow: 'wrap' },
                  { label: 'could cover', align: 'left', overflow: 'wrap' },
                ],
                rows: shown.map((row): PageCell[] => {
                  const deputy = absence.deputies.areas.find(
                    (d) => d.area === row.area && d.repository === row.repository,
                  );
                  return [
                    areaText(several ? `${row.repository}: ${row.area}` : (row.area ?? '')),
                    `${numeral(row.landed)} of ${numeral(row.changes)}`,
                    landText(deputy),
                    coverText(deputy),
                  ];
                }),
              } as const,
            ]),
        ...(rest > 0
          ? [textBlock([quiet(`${counted(rest, 'more area')}: `), command('fortnight absence --show cover')])]
          : []),
        ...(replay.answer === null || replay.passed === 0
          ? []
          : [
              textBlock([
                `The last ${counted(replay.assumptions.weeks, 'week')} again without ${who}: of ${counted(replay.changes, 'change')}, ${numeral(replay.answer.left.nobodyStepsIn)} are left if nobody steps in, ${numeral(replay.answer.left.likelyOnesDo)} if the likely ones do${replay.answer.steppingIn.people.length > 0 ? ` (${listed(replay.answer.steppingIn.people)})` : ''}. `,
                quiet('It explains where, it foretells nothing: '),
                command('--show replay'),
              ]),
            ]),
      ],
    },
  ];
}

/** The first by name, and how many more: on the first screen a row is a few lines. */
const NAMES_SHOWN = 3;
function fewNames(cell: PeopleCell): string {
  if (cell.people.length <= NAMES_SHOWN) return namesText(cell);
  const [first, second] = cell.people;
  return `${first}, ${second} and ${numeral(cell.people.length - 2)} others`;
}

function landText(row: DeputyRow | undefined): PageCell {
  if (row === undefined) return quiet(NOTHING);
  if (row.landForOthers.people.length > 0) return fewNames(row.landForOthers);
  if (row.landOwnOnly.people.length > 0) return `own only: ${fewNames(row.landOwnOnly)}`;
  return row.isVisible ? { text: 'nobody else seen', tone: 'warn' } : quiet('hidden');
}

function coverText(row: DeputyRow | undefined): PageCell {
  if (row?.couldCover === null || row === undefined) return quiet(NOTHING);
  if (row.couldCover.people.length > 0) return fewNames(row.couldCover);
  return { text: 'nobody active has worked there', tone: 'warn' };
}

function outcomeSection({ outcome }: Absence): Block[] {
  if (outcome.verdict === 'none') {
    return [
      {
        kind: 'section',
        title: 'What would give a verdict',
        sure: 'none',
        blocks: [{ kind: 'list', items: [...neededEvidence(outcome)] }],
      },
    ];
  }
  return [
    {
      kind: 'section',
      title: 'What absences of leads like this did elsewhere',
      sure: surenessOf(outcome),
      blocks: [
        {
          kind: 'table',
          columns: [
            { label: "teammates' two weeks", align: 'left', overflow: 'wrap' },
            { label: `seen, ${bandRange(outcome.band)}`, align: 'right', overflow: 'elide' },
            { label: 'prior for you', align: 'right', overflow: 'elide' },
          ],
          rows: OUTCOMES.map((name) => [
            OUTCOME_LABELS[name],
            seenText(outcome.band, name),
            strong(`${percentWithin(outcome.prior[name])} of ${numeral(outcome.prior[name].of)}`),
          ]),
        },
        textBlock([quiet(`${limitsSentence(outcome)} `), command('--show outcome')]),
      ],
    },
  ];
}

/** What has nobody else, one line each; what has somebody is left out. */
function aloneSection({ dependence, nobodyElse, openWork, openDecisions }: Absence, who: string): Block[] {
  const { areas, reviews, releases } = nobodyElse;
  const some = (names: readonly string[]) =>
    names.length > 3 ? [...names.slice(0, 3), `${numeral(names.length - 3)} more`] : names;
  const items = [
    ...(areas.length > 0 && dependence.gate !== null
      ? [
          `${counted(areas.length, 'area')} of ${numeral(nobodyElse.areasSeen)} where nobody else who is active lands: ${listed(some(areas.map(({ area }) => areaText(area))))}.`,
        ]
      : []),
    ...(reviews.isVisible && reviews.onlyPerson > 0
      ? [
          `${numeral(reviews.onlyPerson)} of ${counted(reviews.seen, "teammates' change", "teammates' changes")} that nobody but ${who} is known to have landed or approved.`,
        ]
      : []),
    ...releases.filter(({ byPerson }) => byPerson > 0).map((cadence) => releaseWords(cadence, nobodyElse)),
    ...(openWork.waits.length > 0
      ? [
          `${counted(openWork.waits.length, 'open branch', 'open branches')} of teammates whose authors have had hardly any other way: ${listed(some(openWork.waits.map(({ branch }) => branch)))}.`,
        ]
      : []),
    ...(openWork.own.length > 0
      ? [
          `${counted(openWork.own.length, 'unfinished branch', 'unfinished branches')} of their own: ${listed(some(openWork.own.map(({ branch }) => branch)))}.`,
        ]
      : []),
    ...(openDecisions.waits.length > 0
      ? [
          `${counted(openDecisions.waits.length, 'open decision')} with ${who} in ${openDecisions.waits.length === 1 ? 'it' : 'them'}: ${listed(some(openDecisions.waits.map(({ title }) => title)))}.`,
        ]
      : []),
  ];
  return [
    {
      kind: 'section',
      title: `What has hardly anybody but ${who}`,
      sure: null,
      blocks: [
        items.length === 0 ? textBlock('Nothing that this evidence shows.') : { kind: 'list', items },
        textBlock([quiet('All of it, with its evidence: '), command('fortnight absence --show alone')]),
      ],
    },
  ];
}

function pastSection({ past }: Absence): Block[] {
  return [
    {
      kind: 'section',
      title: 'When it happened before',
      sure: null,
      blocks: [
        textBlock(silencesSentence(past.absences, past.person)),
        ...(past.absences.length > 0
          ? [textBlock([quiet('Each of them: '), command('fortnight absence --show past')])]
          : []),
      ],
    },
  ];
}

function movesShort({ moves }: Absence, who: string): Block[] {
  if (moves.moves.length === 0) return movesSection(moves);
  const several = moves.repositories.length > 1;
  const shown = moves.moves.slice(0, MOVES_SHOWN);
  const rest = moves.moves.length - shown.length;
  return [
    {
      kind: 'section',
      title: `What would take it off ${who}`,
      sure: null,
      blocks: [
        { kind: 'list', items: shown.map((move) => moveSentence(move, moves.away, several)) },
        textBlock([
          quiet(`${rest > 0 ? `${counted(rest, 'more move')}, what` : 'What'} each removes, and what it costs: `),
          command('fortnight moves'),
        ]),
      ],
    },
  ];
}

/** G, D and visibility with their counts, whose work it is, and area by area. */
function dependenceSection({ dependence, repositories }: Absence, who: string, everything: boolean): Block[] {
  const { visibility, gate, dependence: share, streams, areas, work } = dependence;
  const several = repositories.length > 1;
  const WAY = { none: 'hardly any other way', some: 'some other way', others: 'other ways' } as const;
  const shown = everything ? areas : areas.slice(0, 12);
  return [
    {
      kind: 'section',
      title: gate === null ? `What was seen landing through ${who}` : `What passes only through ${who}`,
      sure: null,
      blocks: [
        {
          kind: 'facts',
          rows: [
            {
              label: 'Visibility',
              value:
                visibility === null
                  ? 'no change of a teammate in 91 days'
                  : `who landed is known of ${countsText(visibility)} of teammates' changes in 91 days`,
            },
            {
              label: 'Gate G',
              value:
                gate === null
                  ? 'not enough evidence'
                  : `${percentWithin(gate)} of ${counted(gate.of, 'change')} in 91 days landed through ${who}`,
            },
            {
              label: 'Dependence D',
              value:
                share === null
                  ? 'not enough evidence'
                  : `${percentWithin(share)} of ${counted(work, 'change')} in 56 days depend on ${who}`,
            },
          ],
        },
        ...(streams.length > 0
          ? [
              {
                kind: 'table',
                columns: [
                  { label: 'changes by authors with', align: 'left', overflow: 'wrap' },
                  { label: 'in 56 days', align: 'right', overflow: 'elide' },
                  { label: 'who', align: 'left', overflow: 'wrap' },
                ],
                rows: streams.map((stream) => [
                  WAY[stream.way],
                  `${numeral(stream.changes)} of ${numeral(work)}`,
                  namesText(stream.authors),
                ]),
              } as const,
              ...streams
                .filter(({ way }) => way === 'none')
                .flatMap((stream) =>
                  evidenceLine('Hardly any other way', stream.evidence, stream.evidenceTotal, everything),
                ),
            ]
          : []),
        ...(shown.length > 0
          ? [
              {
                kind: 'table',
                columns: [
                  { label: 'area', align: 'left', overflow: 'elide' },
                  { label: 'landed by', align: 'right', overflow: 'elide' },
                  { label: 'D there', align: 'right', overflow: 'elide' },
                ],
                rows: shown.map((row) => [
                  areaText(several ? `${row.repository}: ${row.area ?? '(no area)'}` : (row.area ?? '(no area)')),
                  `${numeral(row.landed)} of ${numeral(row.changes)}`,
                  row.dependence === null
                    ? NOTHING
                    : `${percentWithin(row.dependence)} of ${numeral(row.dependence.of)}`,
                ]),
              } as const,
              ...(areas.length > shown.length
                ? [textBlock(quiet(`${counted(areas.length - shown.length, 'more area')}; all with --evidence.`))]
                : []),
              ...evidenceLine(
                `Landed by ${who}`,
                areas.flatMap(({ evidence }) => evidence).slice(0, 20),
                areas.reduce((sum, { evidenceTotal }) => sum + evidenceTotal, 0),
                everything,
              ),
            ]
          : []),
      ],
    },
  ];
}

function foot(absence: Absence, view: AbsenceView): Block {
  const marks = (['high', 'medium', 'low', 'none'] as const).map((level) => `${sureMark(level)} ${sureWords(level)}`);
  const day = new Date(absence.from * 1000).toISOString().slice(0, 10);
  return {
    kind: 'facts',
    rows: [
      { label: 'Plan it', value: command(`fortnight handover --from ${day} --days ${absence.days}`) },
      ...(view === 'overview' ? [{ label: 'Every part', value: command('fortnight absence --show all') }] : []),
      { label: 'How sure', value: quiet(marks.join(', ')) },
    ],
  };
}
