import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../test/processor-time.ts';
import { type JoinInput, joinIdentities, OUR_RULES, STUDY_RULES } from './join.ts';
import { Mailmap } from './mailmap.ts';
import { isPlaceholderEmail } from './placeholders.ts';

interface Extra extends Partial<Omit<JoinInput, 'seen' | 'mailmaps'>> {
  readonly mailmap?: string;
}

function join(identities: readonly string[], { mailmap, ...extra }: Extra = {}) {
  return joinIdentities({
    seen: [...new Set(identities)].map((identity) => ({ identity, repositories: ['repo'], commits: 1 })),
    mailmaps: new Map(mailmap === undefined ? [] : [['repo', Mailmap.parse(mailmap)]]),
    people: [],
    split: [],
    rules: OUR_RULES,
    ...extra,
  });
}

/** Groups of identities, each and all in code-point order. */
function groups(identities: readonly string[], extra?: Extra): string[][] {
  const joined = join(identities, extra);
  const byPerson = Map.groupBy(joined.identities, (one) => one.person);
  return [...byPerson.values()].map((members) => members.map((one) => one.identity)).sort();
}

function areOne(a: string, b: string, extra?: Extra): boolean {
  return groups([a, b], extra).length === 1;
}

describe('two identities are one person', () => {
  it.each([
    ['by equal address, whatever its case', 'ada <Ada@A.example>', 'Ada Byron <ada@a.example>', 'email'],
    ['by equal full name', 'Ada Byron <ada@a.example>', 'Ada Byron <a@work.example>', 'name'],
    ['by full name without accents and case', 'Émile Łuk <e@a.example>', 'emile luk <e@b.example>', 'name'],
    ['by login', 'ada <7+adab@users.noreply.github.com>', 'Ada B <adab@users.noreply.github.com>', 'no-reply'],
    [
      'by account number after a rename',
      'a <7+ada@users.noreply.github.com>',
      'b <7+byron@users.noreply.github.com>',
      'no-reply',
    ],
    ['by login at GitLab', 'a <7-ada@users.noreply.gitlab.com>', 'b <7-ada@users.noreply.gitlab.com> ', 'email'],
  ])('%s', (_how, a, b, rule) => {
    expect(areOne(a, b)).toBe(true);
    expect(join([a, b]).identities.map((one) => one.rule)).toEqual([rule, rule]);
  });

  it.each([
    ['a single-word name', 'dave <d@a.example>', 'dave <d@b.example>'],
    ['initials', 'A B <x@a.example>', 'A B <y@b.example>'],
    [
      'the same login with different numbers',
      'a <1+ada@users.noreply.github.com>',
      'b <2+ada@users.noreply.github.com>',
    ],
    ['the same login at different forges', 'a <ada@users.noreply.github.com>', 'b <ada@users.noreply.gitlab.com>'],
    ['letters that only look alike', 'Ada Byron <a@a.example>', 'Аda Byron <b@b.example>'],
    ['stylised letters', 'Ada Byron <a@a.example>', '𝐀da Byron <b@b.example>'],
    ['an invisible letter', 'Ada Byron <a@a.example>', 'Ada\u200b Byron <b@b.example>'],
    ['root@localhost', 'Ada Byron <root@localhost>', 'Bo Chen <root@localhost>'],
    ['the forge itself', 'Ada Byron <noreply@github.com>', 'Bo Chen <noreply@github.com>'],
    ['no address', 'Ada Byron <>', 'Bo Chen <>'],
    ['(none)', 'Ada Byron <ada@(none)>', 'Bo Chen <ada@(none)>'],
    ['unknown@…', 'Ada Byron <unknown@x.example>', 'Bo Chen <unknown@x.example>'],
    ['a manual’s address', 'Ada Byron <you@example.com>', 'Bo Chen <you@example.com>'],
    ['a manual’s name', 'Your Name <a@a.example>', 'Your Name <b@b.example>'],
    ['a person and a bot', 'Ada Byron <ada@a.example>', 'release-bot <ada@a.example>'],
  ])('never by %s', (_what, a, b) => expect(areOne(a, b)).toBe(false));

  it('not by an address that four unrelated names use', () => {
    const names = ['Ada Byron', 'Bo Chen', 'Cy Dee', 'Di Eng'];
    expect(groups(names.map((name) => `${name} <team@x.example>`))).toHaveLength(4);
    expect(groups(names.slice(0, 3).map((name) => `${name} <team@x.example>`))).toHaveLength(1);
    expect(
      groups(['Ada Byron', 'Ada B', 'A Byron', 'ada', 'Ada King'].map((n) => `${n} <ada@x.example>`)),
    ).toHaveLength(1);
  });

  it('as .mailmap says, which is asked first and keeps apart what it tells apart', () => {
    const mailmap = 'Ada Byron <ada@a.example> Ada <shared@a.example>\nBo Chen <bo@b.example> Bo <shared@a.example>';
    expect(
      groups(['Ada <shared@a.example>', 'Bo <shared@a.example>', 'Ada Byron <ada@a.example>'], { mailmap }),
    ).toEqual([['Ada <shared@a.example>', 'Ada Byron <ada@a.example>'], ['Bo <shared@a.example>']]);
  });
});

describe('every join', () => {
  it('has one tie, told with the identity at its other end', () => {
    const { identities } = join([
      'Ada Byron <a@a.example>',
      'ada <a@a.example>',
      'Ada Byron <b@b.example>',
      'countess <b@b.example>',
      'Bo Chen <bo@b.example>',
    ]);
    expect(identities.map(({ identity, rule, evidence }) => `${identity}: ${rule}, ${evidence}`)).toEqual([
      'Ada Byron <a@a.example>: email, same address a@a.example: ada <a@a.example>',
      'Ada Byron <b@b.example>: name, same full name "ada byron": Ada Byron <a@a.example>',
      'Bo Chen <bo@b.example>: alone, nothing else matches it',
      'ada <a@a.example>: email, same address a@a.example: Ada Byron <a@a.example>',
      'countess <b@b.example>: email, same address b@b.example: Ada Byron <b@b.example>',
    ]);
  });

  it('gives the person the id of the alphabetically first identity, in any order of reading', () => {
    const list = ['Ada Byron <a@a.example>', 'ada <a@a.example>', 'Bo Chen <bo@b.example>'];
    expect(join([...list].reverse())).toEqual(join(list));
    expect(join(list).people.map((one) => one.person)).toHaveLength(2);
    expect(join(list).identities[0]?.person).toBe(join([list[0] as string]).identities[0]?.person);
  });
});

describe('the configuration', () => {
  const list = ['Ada Byron <a@a.example>', 'dave <d@d.example>', 'Ada Byron <b@b.example>'];
  it('joins by address and names the person', () => {
    const extra = { people: [{ name: 'Countess', identities: ['A@a.example', 'd@d.example'] }] };
    expect(groups(list, extra)).toHaveLength(1);
    expect(join(list, extra).people).toMatchObject([{ name: 'Countess', kind: 'human' }]);
    expect(join(list, extra).identities.find((one) => one.identity === 'dave <d@d.example>')).toMatchObject({
      rule: 'configuration',
      evidence: 'fortnight.yml names both as Countess: Ada Byron <a@a.example>',
    });
  });
  it('splits whatever a rule joined, even what it joins itself', () => {
    const split = ['Ada Byron <b@b.example>'];
    expect(groups(list, { split })).toHaveLength(3);
    expect(groups(list, { split, people: [{ name: 'Ada', identities: ['b@b.example', 'a@a.example'] }] })).toHaveLength(
      3,
    );
  });
  it('may say what kind a person is', () => {
    expect(join(list, { people: [{ name: 'dave', identities: [], kind: 'bot' }] }).people).toContainEqual(
      expect.objectContaining({ name: 'dave', kind: 'bot' }),
    );
  });
});

describe('the rule of the published truck factors', () => {
  it('also joins single-word names, and through any address', () => {
    const rules = STUDY_RULES;
    expect(areOne('dave <d@a.example>', 'Dave <d@b.example>', { rules })).toBe(true);
    expect(areOne('Ada Byron <root@localhost>', 'Bo Chen <root@localhost>', { rules })).toBe(true);
    expect(areOne('a <7+ada@users.noreply.github.com>', 'b <ada@users.noreply.github.com>', { rules })).toBe(false);
  });
});

const someName = fc.oneof(
  fc.constantFrom('Ada Byron', 'ADA BYRON', 'Bo Chen', 'dave', 'Your Name', 'Ada\u0000 Byron', '', 'x'.repeat(3000)),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[<>\n]/g, '')),
);
const someEmail = fc.oneof(
  fc.constantFrom('a@a.example', 'A@a.example', 'root@localhost', '', 'x', 'noreply@github.com', 'b@(none)'),
  fc.constantFrom('1+ada@users.noreply.github.com', 'ada@users.noreply.github.com', '@users.noreply.', '+@noreply.x'),
  fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[<>\n]/g, '')),
);
const someIdentity = fc.tuple(someName, someEmail).map(([name, email]) => `${name} <${email}>`);

describe('any identities', () => {
  it('are joined only by what two of them share, and never through a placeholder', () => {
    fc.assert(
      fc.property(fc.array(someIdentity, { maxLength: 8 }), (list) => {
        const { identities, people } = join(list);
        expect(identities).toHaveLength(new Set(list).size);
        expect(new Set(identities.map((one) => one.person)).size).toBe(people.length);
        for (const { rule, evidence, parsed } of identities) {
          const key = parsed.email.toLowerCase();
          if (rule === 'email') {
            expect(isPlaceholderEmail(key)).toBe(false);
            expect(evidence).toContain(key);
          }
          if (rule === 'name') expect(parsed.name.trim()).toContain(' ');
          if (rule === 'alone') expect(evidence).toBe('nothing else matches it');
        }
      }),
      { numRuns: 20_000 },
    );
  });

  it('are joined in time that grows with their number', () => {
    const list = Array.from(
      { length: 40_000 },
      (_, i) => `Person${i % 7000} Family${i % 9000} <p${i % 25_000}@x.example>`,
    );
    join(list.slice(0, 2000));
    const times = [1, 2, 3].map(() => {
      const started = processorTime();
      join(list);
      return processorTime() - started;
    });
    // 0.25 s on a quiet machine; the bound only tells linear from quadratic.
    expect(Math.min(...times)).toBeLessThan(1500);
  });
});
