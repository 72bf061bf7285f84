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
        textBlock(quiet(openWorkGrounds(work))),
      ],
    },
  ];
}

interface Shape {
  /** Of several repositories: each row says which. */
  readonly several: boolean;
  readonly everything: boolean;
}

/** How much open work of teammates has had no other way; the rows that say which may follow. */
export function teammatesBranchesSentence(work: Omit<OpenWork, 'own' | 'older'>): string {
  const { person, waits, teammates, isVisible, changes, visible } = work;
  if (teammates === 0) return 'No branch of a teammate is open in this clone.';
  if (!isVisible) {
    return `${counted(teammates, 'branch', 'branches')} of teammates ${teammates === 1 ? 'is' : 'are'} open. Not enough evidence to say through whom such work passes: who landed is known of ${numeral(visible)} of ${counted(changes, 'change')}.`;
  }
  return waits.length === 0
    ? `${counted(teammates, 'branch', 'branches')} of teammates open; each has had another way than ${person}.`
    : `Of ${counted(teammates, 'open branch', 'open branches')} of teammates, ${numeral(waits.length)} ${waits.length === 1 ? 'has' : 'have'} had no other way:`;
}

/** Why a branch has had no other way than the person. */
export const branchReason = (because: OpenWork['waits'][number]['because'], person: string): string =>
  because === 'authors' ? `all or nearly all they landed went through ${person}` : `only ${person} landed there`;

function teammatesBlocks(work: OpenWork, shape: Shape): Block[] {
  const { person, waits } = work;
  const said = textBlock(teammatesBranchesSentence(work));
  if (waits.length === 0) return [said];
  return [
    said,
    ...tableOf(
      [
        ...BRANCH,
        { label: 'by', align: 'left', overflow: 'wrap' },
        { label: 'because', align: 'left', overflow: 'wrap' },
      ],
      waits.map((branch) => [
        ...branchCells(branch, shape),
        namesText(branch.authors),
        branchReason(branch.because, person),
      ]),
      shape,
    ),
  ];
}

/** Whether the person has unfinished branches; they follow. */
export const ownBranchesSentence = ({ person, own }: Pick<OpenWork, 'person' | 'own'>): string =>
  own.length === 0 ? `${person} has no unfinished branch in this clone.` : `Unfinished branches of ${person}:`;

function ownBlocks({ person, own }: OpenWork, shape: Shape): Block[] {
  const said = textBlock(ownBranchesSentence({ person, own }));
  if (own.length === 0) return [said];
  return [
    said,
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

/** How a branch is called, and the areas it lies in. */
export function branchLabel({ repository, branch, number }: OpenBranch, several: boolean): string {
  const name = number === null ? branch : `${branch} (#${number})`;
  return several ? `${repository}: ${name}` : name;
}
export const branchAreas = ({ areas }: Pick<OpenBranch, 'areas'>): string =>
  areas.length === 0 ? NOTHING : listed(areas.map(areaText));

function branchCells(branch: OpenBranch, { several }: Shape): string[] {
  const { workedAt } = branch;
  return [branchLabel(branch, several), branchAreas(branch), workedAt === null ? NOTHING : calendarDay(workedAt)];
}

const REASONS: Readonly<Record<OpenDecisions['waits'][number]['because'], (person: string) => string>> = {
  decider: (person) => `names ${person} as a decider`,
  writer: (person) => `nobody but ${person} wrote it`,
  areas: (person) => `about areas where only ${person} landed`,
};

/** How many decisions are open, and how many have the person in them; they follow. */
export function decisionsSentence({ person, records, open, waits }: Omit<OpenDecisions, 'moment'>): string {
  if (records === 0) return 'No decision records were found.';
  const of = counted(records, 'decision record');
  if (open === 0) return `Of ${of}, none says it is still open.`;
  const are = open === 1 ? 'is' : 'are';
  return waits.length === 0
    ? `Of ${of}, ${numeral(open)} ${are} open; none has only ${person}.`
    : `Of ${of}, ${numeral(open)} ${are} open, ${numeral(waits.length)} with ${person} in ${waits.length === 1 ? 'it' : 'them'}:`;
}

type OpenDecision = OpenDecisions['waits'][number];
export const decisionState = ({ status, proposedAt }: Pick<OpenDecision, 'status' | 'proposedAt'>): string =>
  proposedAt === null ? status : `${status} since ${calendarDay(proposedAt)}`;
export const decisionReason = (because: OpenDecision['because'], person: string): string => REASONS[because](person);

function decisionBlocks(decisions: OpenDecisions, shape: Shape): Block[] {
  const { person, waits } = decisions;
  const said = textBlock(decisionsSentence(decisions));
  if (waits.length === 0) return [said];
  return [
    said,
    ...tableOf(
      [
        { label: 'decision', align: 'left', overflow: 'wrap' },
        { label: 'state', align: 'left', overflow: 'elide' },
        { label: 'because', align: 'left', overflow: 'wrap' },
      ],
      waits.map((decision) => [
        shape.several ? `${decision.repository}: ${decision.title}` : decision.title,
        decisionState(decision),
        decisionReason(decision.because, person),
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

/** What was looked at, and what of it is not seen. */
export function openWorkGrounds({ moment, freshDays, older }: OpenWork): string {
  const left = older === 0 ? '' : `; ${counted(older, 'older one')} left out`;
  return (
    `Branches of this clone worked on in the ${counted(freshDays, 'day')} before ${calendarDay(moment)}${left}. A request without a ` +
    'branch here is not seen. It tells through whom such work has passed, not what becomes of it.'
  );
}
