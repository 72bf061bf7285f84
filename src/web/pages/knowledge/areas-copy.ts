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

/** Places of the areas, those that the fewest people are left for first. */
export function fewestFirst(map: Pick<KnowledgeMap, 'areas'>, left: Uint8Array): readonly number[] {
  const of = (place: number) => left[map.areas[place]?.set ?? 0] ?? 0;
  return map.areas.map((_, place) => place).sort((a, b) => of(a) - of(b) || a - b);
}

/** The areas as a table of text. */
export function areasCopy(map: KnowledgeMap, without: ReadonlySet<number>, left: Uint8Array): Copyable {
  const isOne = map.repositories.length < 2;
  const plainColumn = (label: string) => ({ label, align: 'left' as const });
  return {
    title: text.knowledge.titleWithout(
      text.knowledge.map,
      map.people.filter((_, place) => without.has(place)),
    ),
    columns: [
      ...(isOne ? [] : [plainColumn(text.knowledge.repository)]),
      plainColumn(text.knowledge.area),
      { label: text.knowledge.filesColumn, align: 'right' },
      plainColumn(text.knowledge.knownTo),
    ],
    rows: fewestFirst(map, left).flatMap((place) => {
      const area = map.areas[place];
      if (area === undefined) return [];
      return [
        [
          ...(isOne ? [] : [area.repository]),
          area.area ?? text.knowledge.unnamed,
          numeral(area.files),
          leftNames(map, area.set, without).join(', '),
        ],
      ];
    }),
    note: map.answer,
  };
}
