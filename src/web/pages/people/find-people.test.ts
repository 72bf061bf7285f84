import { describe, expect, it } from 'vitest';
import type { PersonEntry } from '../../../domain/people-list.ts';
import { besideName, findPeople, onlyShown, suggestionsOf, underInitials } from './find-people.ts';

const person = (name: string, identities: readonly string[], kind = 'human'): PersonEntry => ({
  person: name,
  name,
  kind,
  identities: identities.map((identity) => ({ identity, rule: 'alone', evidence: 'nothing else matches it' })),
});
const ADA = person('Ada Byron', ['Ada Byron <ada@work.example>', 'ada <countess@home.example>']);
const EVA = person('Éva Nagy', ['Éva Nagy <eva@work.example>']);
const BOT = person('renovate', ['renovate <bot@renovate.example>'], 'bot');
const ALL = [ADA, EVA, BOT];

describe('finding people', () => {
  it.each([
    ['countess', [ADA]],
    ['WORK.example', [ADA, EVA]],
    ['eva', [EVA]],
    ['work nagy', [EVA]],
    ['  ', ALL],
    ['zoe', []],
  ])('by %j', (find, found) => expect(findPeople(ALL, find)).toEqual(found));

  it('keeps bots and agents apart from people', () => {
    expect(onlyShown(ALL, 'everybody')).toEqual([ADA, EVA]);
    expect(onlyShown(ALL, 'several')).toEqual([ADA]);
    expect(onlyShown(ALL, 'machines')).toEqual([BOT]);
  });

  it('goes through five thousand between two keystrokes', () => {
    const many = Array.from({ length: 5000 }, (_, i) => person(`Name ${i}`, [`Name ${i} <n${i}@mail.example>`]));
    findPeople(many, 'n');
    const started = process.cpuUsage();
    expect(findPeople(many, 'n49 mail')).toHaveLength(111);
    expect(process.cpuUsage(started).user).toBeLessThan(50_000);
  });
});

it('suggests whom it found', () => {
  const suggestion = {
    people: ['Ada Byron', 'renovate'] as [string, string],
    identities: ['a', 'b'] as [string, string],
  };
  const list = { people: ALL, suggestions: [{ ...suggestion, evidence: 'alike' }] };
  expect(suggestionsOf(list, [ADA])).toHaveLength(1);
  expect(suggestionsOf(list, [EVA])).toEqual([]);
});

it('stands people under the letter of their name, whatever its accents, and what is no letter apart', () => {
  const all = [person('42', []), person('Ada', []), EVA, person('eve', []), person('Ян', [])];
  expect(underInitials(all, '#').map(({ letter, people }) => `${letter}: ${people.map((one) => one.name)}`)).toEqual([
    '#: 42',
    'A: Ada',
    'E: Éva Nagy,eve',
    'Я: Ян',
  ]);
});

it('names an identity by its address where the name says nothing new', () => {
  expect(besideName('Ada Byron <ada@work.example>', 'Ada Byron')).toBe('ada@work.example');
  expect(besideName('ada <ada@work.example>', 'Ada Byron')).toBe('ada <ada@work.example>');
});
