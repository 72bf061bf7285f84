import type { Absence, AbsenceView } from '../domain/absence.ts';
import { type Block, command, type Page, quiet, strong, textBlock } from '../domain/page.ts';
import { sureMark, sureWords } from '../domain/sure.ts';
import { counted, listed, numeral, percentWithin } from '../domain/words.ts';
import { absenceOverview } from './absence-overview.ts';
import { absenceDays, cautionSentence, WAY_WORDS } from './absence-words.ts';
import { bandSection } from './bands.ts';
import { deputiesBlocks } from './deputies.ts';
import { evidenceLine } from './evidence-line.ts';
import { areaText, countsText, NOTHING, namesText } from './figures.ts';
import { movesSection } from './moves.ts';
import { nobodyElseBlocks } from './nobody-else.ts';
import { openWorkBlocks } from './open-work.ts';
import { pastAbsencesBlocks } from './past-absences.ts';
import { replayBlocks } from './replay.ts';

const AREAS_SHOWN = 12;
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
      ...(view === 'overview' ? absenceOverview(absence) : sections(absence, who, view, everything)),
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
  const words = cautionSentence(absence);
  const caution: Block[] = words === null ? [] : [textBlock(words)];
  if (view !== 'all' && view !== 'overview') return [...caution, ...blocks[view]()];
  return [
    ...caution,
    { kind: 'section', title: absence.question, sure: null, blocks: [textBlock(absence.answer)] },
    ...Object.values(blocks).flatMap((make) => make()),
  ];
}

/** G, D and visibility with their counts, whose work it is, and area by area. */
function dependenceSection({ dependence, repositories }: Absence, who: string, everything: boolean): Block[] {
  const { visibility, gate, dependence: share, streams, areas, work } = dependence;
  const several = repositories.length > 1;
  const shown = everything ? areas : areas.slice(0, AREAS_SHOWN);
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
              label: 'Who landed',
              value:
                visibility === null
                  ? 'no change of a teammate in 91 days'
                  : `known of ${countsText(visibility)} of teammates' changes in 91 days`,
            },
            {
              label: `Through ${who}`,
              value:
                gate === null
                  ? 'not enough evidence'
                  : `${percentWithin(gate)} of ${counted(gate.of, 'change')} in 91 days`,
            },
            {
              label: 'Share D',
              value:
                share === null
                  ? 'not enough evidence'
                  : `${percentWithin(share)} of ${counted(work, 'change')} in 56 days depend on ${who}: each by how much of its authors' work of 182 days landed so`,
            },
          ],
        },
        ...(streams.length > 0
          ? [
              {
                kind: 'table',
                columns: [
                  { label: 'by authors whose work lands', align: 'left', overflow: 'wrap' },
                  { label: 'in 56 days', align: 'right', overflow: 'elide' },
                  { label: 'who', align: 'left', overflow: 'wrap' },
                ],
                rows: streams.map((stream) => [
                  WAY_WORDS[stream.way](who),
                  `${numeral(stream.changes)} of ${numeral(work)}`,
                  namesText(stream.authors),
                ]),
              } as const,
              ...streams
                .filter(({ way }) => way === 'none')
                .flatMap((stream) =>
                  evidenceLine(`Almost only through ${who}`, stream.evidence, stream.evidenceTotal, everything),
                ),
            ]
          : []),
        ...(shown.length > 0
          ? [
              {
                kind: 'table',
                columns: [
                  { label: 'area', align: 'left', overflow: 'elide' },
                  { label: 'through', align: 'right', overflow: 'elide' },
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
                ? [textBlock(quiet(`${counted(areas.length - shown.length, 'more area')}: add --evidence.`))]
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

/** Views whose headings say how sure they are. */
const hasMarks: readonly AbsenceView[] = ['overview', 'all', 'outcome', 'past', 'moves'];

function foot(absence: Absence, view: AbsenceView): Block {
  const marks = (['high', 'medium', 'low', 'none'] as const).map((level) => `${sureMark(level)} ${sureWords(level)}`);
  const day = new Date(absence.from * 1000).toISOString().slice(0, 10);
  return {
    kind: 'facts',
    rows: [
      { label: 'Plan it', value: command(`fortnight handover --from ${day} --days ${absence.days}`) },
      ...(view === 'overview' ? [{ label: 'Every part', value: ['add ', command('--show all')] }] : []),
      ...(hasMarks.includes(view) ? [{ label: 'How sure', value: quiet(marks.join(', ')) }] : []),
    ],
  };
}
