import type { OpenBranch, OpenDecisions, OpenWork } from '../domain/open-work.ts';
import { type Block, type PageColumn, quiet, textBlock } from '../domain/page.ts';
import { calendarDay, counted, listed, numeral } from '../domain/words.ts';
import { areaText, NOTHING, namesText } from './figures.ts';

const SHOWN = 8;

/** Open work that has had no other way than one person, and decisions that have that person in them. */
export function openWorkBlocks(work: OpenWork, decisions: OpenDecisions, everything = false): Block[] {
  const several =
    new Set([...work.waits, ...work.own, ...decisions.waits].map(({ repository }) => repository)).size > 1;
  const shape: Shape = { several, everything };
  return [
    {
      kind: 'section',
      title: `Open work that has had hardly anybody but ${work.person}`,
      sure: null,
      blocks: [
        ...teammatesBlocks(work, shape),
        ...ownBlocks(work, shape),
        ...decisionBlocks(decisions, shape),
        textBlock(quiet(groundWords(work))),
      ],
    },
  ];
}

interface Shape {
  /** Of several repositories: each row says which. */
  readonly several: boolean;
  readonly everything: boolean;
}

function teammatesBlocks({ person, waits, teammates, isVisible, changes, visible }: OpenWork, shape: Shape): Block[] {
  if (teammates === 0) return [textBlock('No branch of a teammate is open in this clone.')];
  if (!isVisible) {
    return [
      textBlock(
        `${counted(teammates, 'branch', 'branches')} of teammates ${teammates === 1 ? 'is' : 'are'} open. Not enough evidence to say through whom such work passes: who landed is known of ${numeral(visible)} of ${counted(changes, 'change')}.`,
      ),
    ];
  }
  if (waits.length === 0) {
    return [
      textBlock(
        `${counted(teammates, 'branch', 'branches')} of teammates open; each has had another way than ${person}.`,
      ),
    ];
  }
  return [
    textBlock(
      `Of ${counted(teammates, 'open branch', 'open branches')} of teammates, ${numeral(waits.length)} ${waits.length === 1 ? 'has' : 'have'} had no other way:`,
    ),
    ...tableOf(
      [
        ...BRANCH,
        { label: 'by', align: 'left', overflow: 'wrap' },
        { label: 'because', align: 'left', overflow: 'wrap' },
      ],
      waits.map((branch) => [
        ...branchCells(branch, shape),
        namesText(branch.authors),
        branch.because === 'authors'
          ? `all or nearly all they landed went through ${person}`
          : `only ${person} landed there`,
      ]),
      shape,
    ),
  ];
}

function ownBlocks({ person, own }: OpenWork, shape: Shape): Block[] {
  if (own.length === 0) return [textBlock(`${person} has no unfinished branch in this clone.`)];
  return [
    textBlock(`Unfinished branches of ${person}:`),
    ...tableOf(
      BRANCH,
      own.map((branch) => branchCells(branch, shape)),
      shape,
    ),
  ];
}

const BRANCH: readonly PageColumn[] = [
  { label: 'branch', align: 'left', overflow: 'elide' },
  { label: 'areas', align: 'left', overflow: 'elide' },
  { label: 'last worked on', align: 'left', overflow: 'elide' },
];

function branchCells({ repository, branch, number, areas, workedAt }: OpenBranch, { several }: Shape): string[] {
  const name = number === null ? branch : `${branch} (#${number})`;
  return [
    several ? `${repository}: ${name}` : name,
    areas.length === 0 ? NOTHING : listed(areas.map(areaText)),
    workedAt === null ? NOTHING : calendarDay(workedAt),
  ];
}

const REASONS: Readonly<Record<OpenDecisions['waits'][number]['because'], (person: string) => string>> = {
  decider: (person) => `names ${person} as a decider`,
  writer: (person) => `nobody but ${person} wrote it`,
  areas: (person) => `about areas where only ${person} landed`,
};

function decisionBlocks({ person, records, open, waits }: OpenDecisions, shape: Shape): Block[] {
  if (records === 0) return [textBlock('No decision records were found.')];
  const of = counted(records, 'decision record');
  if (open === 0) return [textBlock(`Of ${of}, none says it is still open.`)];
  const are = open === 1 ? 'is' : 'are';
  if (waits.length === 0) return [textBlock(`Of ${of}, ${numeral(open)} ${are} open; none has only ${person}.`)];
  return [
    textBlock(
      `Of ${of}, ${numeral(open)} ${are} open, ${numeral(waits.length)} with ${person} in ${waits.length === 1 ? 'it' : 'them'}:`,
    ),
    ...tableOf(
      [
        { label: 'decision', align: 'left', overflow: 'wrap' },
        { label: 'state', align: 'left', overflow: 'elide' },
        { label: 'because', align: 'left', overflow: 'wrap' },
      ],
      waits.map(({ repository, title, status, proposedAt, because }) => [
        shape.several ? `${repository}: ${title}` : title,
        proposedAt === null ? status : `${status} since ${calendarDay(proposedAt)}`,
        REASONS[because](person),
      ]),
      shape,
    ),
  ];
}

function tableOf(columns: readonly PageColumn[], rows: readonly (readonly string[])[], { everything }: Shape): Block[] {
  const shown = everything ? rows : rows.slice(0, SHOWN);
  const rest = rows.length - shown.length;
  return [{ kind: 'table', columns, rows: shown }, ...(rest > 0 ? [textBlock(quiet(`${numeral(rest)} more.`))] : [])];
}

function groundWords({ moment, freshDays, older }: OpenWork): string {
  const left = older === 0 ? '' : `; ${counted(older, 'older one')} left out`;
  return (
    `Branches of this clone worked on in the ${counted(freshDays, 'day')} before ${calendarDay(moment)}${left}. A request without a ` +
    'branch here is not seen. It tells through whom such work has passed, not what becomes of it.'
  );
}
