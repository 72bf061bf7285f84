import { byName } from '../domain/by-name.ts';
import type { NameMask } from './name-mask.ts';

/**
 * An answer in which nobody is named: every text goes through the mask, and sets that stood in alphabetical order do so
 * again, under the names they are shown by. `fixed` are the words of the answer's own vocabulary (`high`, `none`): a text
 * that is one of them is left as it is, also when somebody is called so. Keys and numbers stay.
 */
export function hideNames(answer: unknown, mask: NameMask, fixed: ReadonlySet<string> = new Set()): unknown {
  const said = (text: string): string => (fixed.has(text) ? text : mask.hide(text));
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return said(value);
    if (Array.isArray(value)) return list(value);
    if (typeof value !== 'object' || value === null) return value;
    const object = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, walk(one)]));
    return isMap(object) ? inOrder(object) : object;
  };
  const list = (values: readonly unknown[]): unknown[] => {
    // Half a million numbers need no look each.
    if (typeof values[0] === 'number') return [...values];
    const hidden = values.map(walk);
    if (isSorted(values, nameOf) && values.every((value) => mask.isName(nameOf(value) ?? ''))) {
      hidden.sort((a, b) => byName(nameOf(a) ?? '', nameOf(b) ?? ''));
      // Several forms of one person's name are one person.
      return typeof hidden[0] === 'string' ? [...new Set(hidden)] : hidden;
    }
    return hidden;
  };
  /** Names that sets point at by their place must keep it until {@link inOrder} moves both. */
  const mapPeople = (value: object): unknown =>
    Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, key === 'people' ? (one as string[]).map(said) : walk(one)]),
    );
  return isMap(answer) ? inOrder(mapPeople(answer) as IndexedPeople) : walk(answer);
}

/** People once, and sets of them as places in that list: how the map of knowledge tells who knows what. */
interface IndexedPeople {
  readonly people: readonly string[];
  readonly leadAt: number | null;
  readonly sets: readonly (readonly number[])[];
}

function isMap(value: unknown): value is IndexedPeople {
  return typeof value === 'object' && value !== null && 'people' in value && 'leadAt' in value && 'sets' in value;
}

/** People in alphabetical order again, and every place that points at one of them moved along. */
function inOrder<T extends IndexedPeople>(map: T): T {
  const order = map.people.map((_, at) => at).sort((a, b) => byName(map.people[a] ?? '', map.people[b] ?? ''));
  const moved = new Map(order.map((before, now) => [before, now]));
  const to = (place: number): number => moved.get(place) ?? place;
  return {
    ...map,
    people: order.map((at) => map.people[at]),
    leadAt: map.leadAt === null ? null : to(map.leadAt),
    sets: map.sets.map((set) => set.map(to).sort((a, b) => a - b)),
  };
}

/** A name, or what carries one. */
function nameOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const isNamed = typeof value === 'object' && value !== null && 'name' in value && typeof value.name === 'string';
  return isNamed ? (value.name as string) : null;
}

function isSorted(values: readonly unknown[], name: (value: unknown) => string | null): boolean {
  return values.every((value, i) => {
    const [before, own] = [i === 0 ? '' : name(values[i - 1]), name(value)];
    return before !== null && own !== null && (i === 0 || byName(before, own) <= 0);
  });
}
