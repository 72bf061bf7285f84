import { describe, expect, it } from 'vitest';
import { byName } from '../domain/by-name.ts';
import { people } from '../domain/report.ts';
import { hideNames } from './hide-names.ts';
import { NameMask } from './name-mask.ts';

const names = Array.from(
  { length: 30 },
  (_, i) => `Somebody ${String.fromCharCode(65 + (i % 26))}${i < 26 ? 'x' : 'y'}`,
).sort(byName);
const mask = new NameMask(
  names.map((name, i) => ({ person: `p${i}`, name, identities: [`${name} <mail${i}@example.com>`] })),
  'p7',
);

describe('an answer without names', () => {
  it('names nobody in any text, at any depth, and keeps numbers, keys and nothings', () => {
    const answer = { notes: ['Somebody Ax is away.'], rows: [{ cells: { who: 'Somebody Bx', n: 3, none: null } }] };
    expect(hideNames(answer, mask)).toEqual({
      notes: [`${mask.hide('Somebody Ax')} is away.`],
      rows: [{ cells: { who: mask.hide('Somebody Bx'), n: 3, none: null } }],
    });
  });

  it('has its sets in alphabetical order, under the names they are shown by', () => {
    const hidden = hideNames({ cover: people(names), all: names }, mask) as {
      cover: { people: string[] };
      all: string[];
    };
    expect(hidden.cover.people).toHaveLength(30);
    expect(hidden.cover.people).toEqual([...hidden.cover.people].sort(byName));
    expect(hidden.all).toEqual(hidden.cover.people);
  });

  it('has lists of people in that order as well, each with what was said of them', () => {
    const hidden = hideNames(
      names.map((name) => ({ name, identities: [{ identity: `${name} <x@example.com>` }] })),
      mask,
    ) as { name: string; identities: { identity: string }[] }[];
    expect(hidden.map(({ name }) => name)).toEqual(hidden.map(({ name }) => name).sort(byName));
    for (const one of hidden) expect(one.identities[0]?.identity).toContain(one.name.replace(/^the lead/, 'The lead'));
  });

  it('leaves an order alone that is no alphabet of names', () => {
    const steps = ['b waits', 'a goes', 'Somebody Ax stays'];
    expect(hideNames(steps, mask)).toEqual(['b waits', 'a goes', `${mask.hide('Somebody Ax')} stays`]);
  });

  it('keeps pointing at the same people where sets are places in a list of names', () => {
    const map = {
      people: names,
      leadAt: 7,
      sets: [[], [0, 1, 7], [29]],
      folders: [{ names: 'a.ts/b.ts', sets: [1, 2] }],
    };
    const hidden = hideNames(map, mask) as typeof map;
    const namesOf = (of: typeof map, set: number) => (of.sets[set] ?? []).map((at) => of.people[at] ?? '');
    expect(hidden.people).toEqual([...hidden.people].sort(byName));
    expect(hidden.people[hidden.leadAt]).toBe('the lead');
    for (const set of [0, 1, 2]) {
      expect(namesOf(hidden, set).sort()).toEqual(
        namesOf(map, set)
          .map((name) => mask.hide(name))
          .sort(),
      );
      expect(hidden.sets[set]).toEqual([...(hidden.sets[set] ?? [])].sort((a, b) => a - b));
    }
    expect(hidden.folders).toEqual(map.folders);
  });

  it('keeps the words of its own vocabulary, also when somebody is called so', () => {
    const high = new NameMask([{ person: 'p', name: 'high', identities: ['high <h@example.com>'] }], null);
    expect(hideNames({ level: 'high' }, high, new Set(['high']))).toEqual({ level: 'high' });
    expect(hideNames({ level: 'high' }, high)).toEqual({ level: 'Person 1' });
  });
});
