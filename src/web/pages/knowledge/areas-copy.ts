import type { KnowledgeMap } from '../../../domain/knowledge-map.ts';
import { numeral } from '../../../domain/words.ts';
import type { Copyable } from '../../design/copyable.ts';
import { text } from '../../messages/index.ts';

/** Names left of a set. */
export const leftNames = (
  { sets, people }: Pick<KnowledgeMap, 'sets' | 'people'>,
  set: number,
  without: ReadonlySet<number>,
): string[] => (sets[set] ?? []).flatMap((one) => (without.has(one) ? [] : (people[one] ?? [])));

/** The areas as a table of text. */
export function areasCopy(map: KnowledgeMap, without: ReadonlySet<number>): Copyable {
  const isOne = map.repositories.length < 2;
  const left = (label: string) => ({ label, align: 'left' as const });
  return {
    title: text.knowledge.map,
    columns: [
      ...(isOne ? [] : [left(text.knowledge.repository)]),
      left(text.knowledge.area),
      { label: text.knowledge.filesColumn, align: 'right' },
      left(text.knowledge.knownTo),
    ],
    rows: map.areas.map((area) => [
      ...(isOne ? [] : [area.repository]),
      area.area ?? text.knowledge.unnamed,
      numeral(area.files),
      leftNames(map, area.set, without).join(', '),
    ]),
    note: map.answer,
  };
}
