import type { HandOver } from '../../domain/delegations.ts';
import { type Cell, type Evidence, people, type ReportRow } from '../../domain/report.ts';
import { shellWord } from '../../domain/shell-word.ts';
import { counted, numeral } from '../../domain/words.ts';
import { areaText } from '../../report/figures.ts';
import { areaGlobs } from './area-globs.ts';
import type { Area } from './hand-over-areas.ts';

export type Reason = HandOver['reasons'][number];

/** What was found of an area: why it is worth handing over, and who could take it. */
export interface Found {
  readonly reasons: Reason[];
  readonly knows: string[];
  readonly couldLearn: string[];
}

/** A delegation suggested runs for four weeks unless somebody says otherwise. */
const DUE = '+4w';

export const knownReason = ({ cells, evidence, evidenceTotal }: ReportRow): Reason => ({
  measure: 'known-to-one',
  because: `Of those who are active you alone know it; ${counted(numberIn(cells.changes), 'change')} landed there in the window.`,
  evidence: [...evidence],
  evidenceTotal,
});

export const routineReason = ({ cells, evidence, evidenceTotal }: ReportRow): Reason => ({
  measure: 'routine-approvals',
  because: `${numeral(numberIn(cells.spare))} of ${counted(numberIn(cells.passed), "teammates' change", "teammates' changes")} that passed through you there were routine, and somebody else knows the area.`,
  evidence: [...evidence],
  evidenceTotal,
});

export const handsOnReason = (changes: readonly Evidence[]): Reason => ({
  measure: 'hands-on',
  because: 'You wrote changes there that somebody else who is active could have owned.',
  evidence: [...changes],
  evidenceTotal: changes.length,
});

const TITLES: Readonly<Record<Reason['measure'], (area: string) => string>> = {
  'known-to-one': (area) => `Get to know ${area}, and own what changes there`,
  'routine-approvals': (area) => `Land routine changes in ${area}`,
  'hands-on': (area) => `Own the next changes in ${area}`,
};

/** A suggestion, with a command for each name; names of both sets are the lead's never. */
export function handOver(
  { repository, area, paths }: Area,
  { reasons, knows, couldLearn }: Found,
  lead: string | null,
  all: readonly string[],
): HandOver {
  const others = (names: readonly string[]) => names.filter((name) => name !== lead);
  const globs = areaGlobs(paths, all);
  const [first] = reasons;
  const title = TITLES[first?.measure ?? 'hands-on'](areaText(area));
  const there = people(others(knows));
  const learners = people(others(couldLearn).filter((name) => !there.people.includes(name)));
  const line = (to: string) =>
    [
      `fortnight delegate new ${shellWord(title)} --to ${to} --due ${DUE}`,
      ...globs.map((glob) => `--paths ${shellWord(glob)}`),
    ].join(' ');
  return {
    repository,
    area,
    paths: globs,
    reasons,
    knows: there,
    couldLearn: learners,
    command: line('NAME'),
    commands: people([...there.people, ...learners.people]).people.map((to) => ({ to, line: line(shellWord(to)) })),
  };
}

export const numberIn = (cell: Cell | undefined): number => (typeof cell === 'number' ? cell : 0);
