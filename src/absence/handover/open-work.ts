import type { HandoverItem } from '../../domain/handover.ts';
import { EVIDENCE_LIMIT, people } from '../../domain/report.ts';
import { DAY } from '../../domain/window.ts';
import { calendarDay, counted, listed } from '../../domain/words.ts';
import { AUTHOR_DAYS, type Dependence, landedBetween, VISIBILITY_FLOOR } from '../dependence.ts';
import type { AreaIndex, History, PersonIndex } from '../history.ts';
import { areasLandedAlone } from '../stepped-in.ts';
import type { OpenBranch } from './evidence.ts';
import { areaTitle, type HandoverInput, namesOf } from './input.ts';

/** Branches nobody touched for longer are not work in hand. */
export const IN_HAND_DAYS = 56;

/**
 * Branches of teammates whose work has so far landed only through the person, and the person's own unfinished ones, the
 * last touched first. It says whom such work has waited for, not that it will wait; requests that lie on a forge alone are
 * not seen.
 */
export function openWorkItems(
  input: HandoverInput,
  { visibility }: Dependence,
): { readonly teammates: readonly HandoverItem[]; readonly own: readonly HandoverItem[] } {
  const inHand = input.evidence.openWork.filter(({ workedAt }) => workedAt >= input.moment - IN_HAND_DAYS * DAY);
  const isOwn = ({ authors }: OpenBranch) => authors.some((author) => input.away.includes(author));
  const canTell = visibility !== null && visibility >= VISIBILITY_FLOOR;
  const ways = canTell ? waysOfAuthors(input) : null;
  const alone = new Set(
    [...areasLandedAlone(input.history, input.person, input.moment)].map((area) => nameAt(input, area)),
  );
  const indexOf = new Map(input.history.people.map(({ person }, index) => [person, index]));
  const teammates = inHand.flatMap((branch): HandoverItem[] => {
    const authors = branch.authors.flatMap((author) => indexOf.get(author) ?? []);
    if (ways === null || isOwn(branch) || authors.length === 0) return [];
    const because = throughNobodyElse(input, branch, authors, ways, alone);
    return because === null ? [] : [itemOf(input, branch, authors, because)];
  });
  const others = inHand.filter((branch) => !isOwn(branch) && branch.authors.length > 0);
  if (ways === null && others.length > 0) teammates.push(unknownItem(others));
  return { teammates, own: inHand.filter(isOwn).map((branch) => ownItem(branch)) };
}

/** Where landing is hidden, nobody can tell which of them have had nobody else. */
function unknownItem(branches: readonly OpenBranch[]): HandoverItem {
  return {
    id: 'open-work/all',
    kind: 'open-work',
    text: `Say who lands what is open of teammates: ${counted(branches.length, 'branch', 'branches')}.`,
    because: `Touched in the last ${IN_HAND_DAYS} days; whether they have another way cannot be told, because the history hides who lands.`,
    role: '',
    who: people([]),
    evidence: branches.slice(0, EVIDENCE_LIMIT).map(({ repository, tip }) => ({ kind: 'commit', repository, id: tip })),
    evidenceTotal: branches.length,
  };
}

interface Ways {
  /** Landed work of an author in 26 weeks with a known lander, and how much of it the person landed. */
  readonly known: number;
  readonly through: number;
}

function waysOfAuthors({ history, person, moment }: HandoverInput): ReadonlyMap<PersonIndex, Ways> {
  const ways = new Map<PersonIndex, Ways>();
  for (const { authors, lander } of landedBetween(history, moment - AUTHOR_DAYS * DAY, moment)) {
    if (lander === null || authors.includes(person)) continue;
    for (const author of authors) {
      const { known, through } = ways.get(author) ?? { known: 0, through: 0 };
      ways.set(author, { known: known + 1, through: through + (lander === person ? 1 : 0) });
    }
  }
  return ways;
}

/** Why a branch has nobody else so far; null when there is another way. */
function throughNobodyElse(
  input: HandoverInput,
  branch: OpenBranch,
  authors: readonly PersonIndex[],
  ways: ReadonlyMap<PersonIndex, Ways>,
  alone: ReadonlySet<string>,
): string | null {
  const known = authors.map((author) => ways.get(author) ?? { known: 0, through: 0 });
  if (known.some(({ known: all, through }) => through < all)) return null;
  const landed = known.reduce((sum, one) => sum + one.through, 0);
  if (landed > 0)
    return `All ${counted(landed, 'change')} by ${authors.length > 1 ? 'its authors' : 'its author'} with a known lander in 26 weeks landed through you.`.replace(
      'All 1 change',
      'The one change',
    );
  const titles = branch.areas.map((area) => areaTitle(input, branch.repository, area));
  return titles.length > 0 && titles.every((title) => alone.has(title))
    ? `Nothing by ${authors.length > 1 ? 'its authors' : 'its author'} has landed in 26 weeks, and nobody but you was seen landing in ${listed(titles)} for 13.`
    : null;
}

function itemOf(
  { history }: Pick<HandoverInput, 'history'>,
  branch: OpenBranch,
  authors: readonly PersonIndex[],
  because: string,
): HandoverItem {
  return {
    id: `open-work/${branch.repository}/${branch.branch}`,
    kind: 'open-work',
    text: `Land or answer ${branchTitle(branch)}, or say who will.`,
    because: `Last worked on ${calendarDay(branch.workedAt)}. ${because}`,
    role: 'By',
    who: people(namesOf(history, authors)),
    evidence: [{ kind: 'commit', repository: branch.repository, id: branch.tip }],
    evidenceTotal: 1,
  };
}

function ownItem(branch: OpenBranch): HandoverItem {
  return {
    id: `own-branch/${branch.repository}/${branch.branch}`,
    kind: 'own-branch',
    text: `Finish, hand over or park your branch ${branchTitle(branch)}.`,
    because: `It has not landed; last worked on ${calendarDay(branch.workedAt)}.`,
    role: '',
    who: people([]),
    evidence: [{ kind: 'commit', repository: branch.repository, id: branch.tip }],
    evidenceTotal: 1,
  };
}

const branchTitle = ({ branch, number }: OpenBranch): string => (number === null ? branch : `${branch} (#${number})`);

function nameAt(
  input: { readonly history: History } & Pick<HandoverInput, 'repositories'>,
  area: AreaIndex | null,
): string {
  const known = area === null ? undefined : input.history.areas[area];
  return known === undefined ? '' : areaTitle(input, known.repository, known.area);
}
