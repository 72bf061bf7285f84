import { byName } from '../domain/by-name.ts';
import { bindings, defaultParameters } from '../domain/conclude.ts';
import type { KnowledgeMap } from '../domain/knowledge-map.ts';
import type { Query } from '../domain/query.ts';
import type { Confidence } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import { counted, numeral } from '../domain/words.ts';
import { FILE_HOLDER_FORMULA } from '../measures/file-holders.ts';
import { confidence } from '../measures/grounds.ts';
import { HOLDER_FORMULA } from '../measures/holders.ts';
import { AREA_KNOWERS, type AreaKnowersRow, FOLDER_KNOWERS, type FolderKnowersRow } from '../measures/knowledge-map.ts';
import { knownToOne } from '../measures/known-to-one.ts';
import { AREA_SOURCES } from './area-source.ts';

const MISLEADS =
  `${knownToOne.misleads} A file nobody changed of late is known to nobody as a file, and may still be known to those who ` +
  'know its area. Files are as large as their bytes say, damped, which is not how hard they are.';

/** Who knows which area and which file of the head, at the end of the window. */
export async function knowledgeMap(facts: { readonly query: Query }, setting: Setting): Promise<KnowledgeMap> {
  const bound = bindings({
    window: setting.window,
    lead: setting.lead.person,
    leadName: setting.lead.name,
    parameters: defaultParameters(knownToOne),
  });
  const areaRows = await facts.query<AreaKnowersRow>(AREA_KNOWERS, bound);
  const areas = areaRows.filter((row) => row.repository !== null);
  const sure = sureOf(areaRows, areas.length);
  const isTold = sure.level !== 'none';
  const folderRows = areas.length === 0 ? [] : await facts.query<FolderKnowersRow>(FOLDER_KNOWERS, bound);
  const names = await namesOf(facts.query);
  const told = isTold ? [...areas, ...folderRows].flatMap((row) => row.persons ?? []) : [];
  const people = [...new Set(told.map((person) => names.get(person) ?? person))].sort(byName);
  const sets = collectSets(people, names);
  const setOf = (persons: readonly string[] | null): number => (isTold ? sets.placeOf(persons ?? []) : 0);
  const fileSets = new Map([['0', 0]]);
  for (const row of folderRows) if (row.repository === null) fileSets.set(row.sets, setOf(row.persons));
  const keyOf = (row: { repository: string | null; area: string | null }): string =>
    JSON.stringify([row.repository, row.area]);
  const places = new Map(areas.map((row, at) => [keyOf(row), at]));
  const lead = setting.lead.name === null ? -1 : people.indexOf(setting.lead.name);
  const map = {
    ...setting,
    question: 'Who knows which part of the system, and what is left when somebody is away?',
    confidence: sure,
    formula: `${HOLDER_FORMULA} ${FILE_HOLDER_FORMULA}`,
    misleads: MISLEADS,
    people,
    leadAt: lead < 0 ? null : lead,
    areas: areas.map((row) => ({
      repository: row.repository ?? '',
      area: row.area,
      source: row.source === null ? null : (AREA_SOURCES[row.source] ?? row.source),
      files: row.files,
      bytes: row.bytes,
      set: setOf(row.persons),
    })),
    folders: folderRows
      .filter((row) => row.repository !== null)
      .map((row) => ({
        area: places.get(keyOf(row)) ?? 0,
        path: row.folder ?? '',
        names: row.names ?? '',
        sizes: (row.sizes ?? '').split(',').map(Number),
        sets: row.sets.split(',').map((set) => fileSets.get(set) ?? 0),
      })),
    sets: sets.all,
  };
  return { ...map, answer: answerOf(map) };
}

/** Distinct sets as they come; the first is the empty one. */
function collectSets(people: readonly string[], names: ReadonlyMap<string, string>) {
  const at = new Map(people.map((name, place) => [name, place]));
  const all: number[][] = [[]];
  const places = new Map([['', 0]]);
  return {
    all,
    placeOf(persons: readonly string[]): number {
      const members = [...new Set(persons.flatMap((person) => at.get(names.get(person) ?? person) ?? []))];
      members.sort((a, b) => a - b);
      const key = members.join(',');
      const known = places.get(key);
      if (known !== undefined) return known;
      places.set(key, all.length);
      return all.push(members) - 1;
    },
  };
}

async function namesOf(query: Query): Promise<ReadonlyMap<string, string>> {
  const rows = await query<{ person: string; name: string }>("SELECT person, name FROM people WHERE kind = 'human'");
  return new Map(rows.map(({ person, name }) => [person, name]));
}

function sureOf([first]: readonly AreaKnowersRow[], areas: number): Confidence {
  if (first === undefined || areas === 0)
    return { level: 'none', because: 'There is no source or test file at the head.' };
  return confidence('medium', 'it rests on changes and approvals seen in git', first, 'whole past');
}

function answerOf({ areas, sets, confidence: sure }: Pick<KnowledgeMap, 'areas' | 'sets' | 'confidence'>): string {
  const named = areas.filter(({ area }) => area !== null);
  if (sure.level === 'none' || named.length === 0)
    return areas.length === 0
      ? 'Not enough evidence: no source or test file was found at the head.'
      : 'Not enough evidence: without the whole history, who knows an area is not known.';
  const sizes = named.map(({ set }) => sets[set]?.length ?? 0);
  const few = sizes.filter((size) => size === 1).length;
  const none = sizes.filter((size) => size === 0).length;
  const many = named.length - few - none;
  if (named.length === 1) {
    const who = many > 0 ? 'two active people or more' : few > 0 ? 'one active person alone' : 'nobody active';
    return `The one area is known to ${who}.`;
  }
  const parts = [
    `${numeral(many)} of ${counted(named.length, 'area')} ${many === 1 ? 'is' : 'are'} known to two active people or more`,
    ...(few > 0 ? [`${numeral(few)} to one alone`] : []),
    ...(none > 0 ? [`${numeral(none)} to nobody active`] : []),
  ];
  return `${parts.join(', ')}.`;
}
