import { EVIDENCE_LIMIT, type Evidence } from '../../domain/report.ts';
import type { AreaIndex, History, LandedChange, PersonIndex } from '../history.ts';
import { type HandoverEvidence, keyOf } from './evidence.ts';

/** Who could cover one area, as the measure `cover` answers it. */
export interface AreaCoverage {
  readonly repository: string;
  readonly area: string;
  /** Changes there that the person away had a part in. */
  readonly withYou: number;
  readonly cover: readonly string[];
  readonly elsewhere: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** Everything a plan is made from. Days are counted since 1970. */
export interface HandoverInput {
  readonly history: History;
  /** The person away; stands for all of them. */
  readonly person: PersonIndex;
  /** Everybody who is away, by `people.person`. */
  readonly away: readonly string[];
  readonly names: readonly string[];
  readonly repositories: readonly string[];
  /** First day away. */
  readonly from: number;
  readonly days: number;
  /** The day on which the plan is made. */
  readonly today: number;
  /** The evidence ends here, in seconds. */
  readonly moment: number;
  readonly evidence: HandoverEvidence;
  /** Where the person works and who could cover it, most of their work first; seen from `since` (seconds) on. */
  readonly coverage: readonly AreaCoverage[];
  readonly since: number;
  readonly notes: readonly string[];
}

export const changeEvidence = ({ repository, id }: LandedChange): Evidence => ({ kind: 'change', repository, id });

/** The newest changes as evidence, as many as an answer keeps; how many of them are shown is for a page to say. */
export const newestChanges = (changes: readonly LandedChange[], most = EVIDENCE_LIMIT): Evidence[] =>
  [...changes].reverse().slice(0, most).map(changeEvidence);

/** An area as a person calls it; with its repository where there are several. */
export function areaTitle(
  { repositories }: Pick<HandoverInput, 'repositories'>,
  repository: string,
  area: string,
): string {
  const name = area === '.' ? '(root)' : area;
  return repositories.length > 1 ? `${repository}: ${name}` : name;
}

export function areaTitleAt(input: Pick<HandoverInput, 'history' | 'repositories'>, area: AreaIndex | null): string {
  const known = area === null ? undefined : input.history.areas[area];
  return known === undefined ? 'files outside all areas' : areaTitle(input, known.repository, known.area);
}

/** What a change was about, with its number. */
export function changeTitle(titles: HandoverEvidence['titles'], change: LandedChange): string {
  const title = titles.get(keyOf(change.repository, change.id)) ?? change.title;
  return change.number === null || title.includes(`#${change.number}`) ? title : `${title} (#${change.number})`;
}

export const namesOf = (history: History, people: Iterable<PersonIndex>): string[] =>
  [...people].flatMap((person) => history.people[person]?.name ?? []);
