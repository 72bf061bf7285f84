import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NameMask } from './name-mask.ts';

const TEAM = [
  {
    person: 'p1',
    name: 'Ann Lee',
    identities: ['Ann Lee <ann@example.com>', 'annie <7+annie-l@users.noreply.github.com>'],
  },
  { person: 'p2', name: 'Bo Ek', identities: ['Bo Ek <bo@example.com>'] },
  { person: 'p3', name: 'will', identities: ['will <will@example.com>'] },
  { person: 'p4', name: 'Jo', identities: ['Jo <jo@example.com>'] },
];
const mask = new NameMask(TEAM, 'p1');
const bo = mask.hide('Bo Ek');

describe('hidden names', () => {
  it('are the lead and numbered people, the same each time', () => {
    expect(mask.hide('Ann Lee')).toBe('the lead');
    expect(bo).toMatch(/^Person \d$/);
    expect(new NameMask([...TEAM].reverse(), 'p1').hide('Bo Ek')).toBe(bo);
  });

  it('stand for names, addresses, both together, and what a forge calls somebody', () => {
    for (const form of ['Ann Lee', 'ann@example.com', 'Ann Lee <ann@example.com>', 'annie', 'annie-l']) {
      expect(mask.hide(form)).toBe('the lead');
    }
  });

  it('are found inside sentences, whatever stands around them and however they are written', () => {
    expect(mask.hide('Bo Ek landed it for ann lee.')).toBe(`${bo} landed it for the lead.`);
    expect(mask.hide('(Signed-off-by: Bo Ek <BO@example.com>, ANN LEE)')).toBe(`(Signed-off-by: ${bo}, the lead)`);
    expect(mask.hide('“Bo Ek’s”')).toBe(`“${bo}’s”`);
    expect(mask.hide('src/Bo Ek/read.ts')).toBe(`src/${bo}/read.ts`);
  });

  it('are found as lists of authors, branches and code write them', () => {
    for (const form of ['Lee, Ann', 'A. Lee', 'ann-lee', 'ann.lee', 'ann_lee', 'annlee', 'AnnLee']) {
      expect(mask.hide(`by ${form}.`), form).toBe('by the lead.');
    }
  });

  it('are found in accounts that are called like a mailbox made of the name, and no word is one', () => {
    const team = ['alee', 'info', 'lee.ann'].map((mailbox, i) => ({
      person: `q${i}`,
      name: 'Ann Lee',
      identities: [`Ann Lee <${mailbox}@example.com>`],
    }));
    const own = new NameMask(team, 'q0');
    expect(own.hide('Merge alee/fix with lee.ann, for info')).toMatch(/^Merge the lead\/fix with Person \d, for info$/);
  });

  it('leave nobody’s address either, also of somebody who is not known', () => {
    expect(mask.hide('Co-authored-by: <helper@corp.example>, ünï+x@b-c.example.org')).toBe(
      'Co-authored-by: <an address>, an address',
    );
    expect(mask.hide('npm i @scope/part@1.2.3 at 12:00 @ home, a@b')).toBe(
      'npm i @scope/part@1.2.3 at 12:00 @ home, a@b',
    );
  });

  it('begin a sentence as sentences begin', () => {
    expect(mask.hide('Ann Lee is away. Ann Lee landed 5.')).toBe('The lead is away. The lead landed 5.');
  });

  it('leave words alone of which a name is a part, and words that are written like a name but are none', () => {
    expect(mask.hide('Bo Eklund, Rebo Ek, annies, it Will wait')).toBe('Bo Eklund, Rebo Ek, annies, it Will wait');
  });

  it('of fewer than three letters are hidden where they are the whole text, and are words elsewhere', () => {
    expect(mask.hide('Jo')).toMatch(/^Person/);
    expect(mask.hide('Jo and others')).toBe('Jo and others');
  });

  it('are understood when they are sent back', () => {
    expect(mask.reveal(bo)).toBe('Bo Ek <bo@example.com>');
    expect(mask.reveal('The lead')).toBe('Ann Lee <ann@example.com>');
    expect(mask.reveal(mask.hide('src/Bo Ek/read.ts'))).toBe('src/Bo Ek/read.ts');
    expect(mask.reveal('Somebody')).toBe('Somebody');
  });

  it('never survive as a word, whoever is called what and whatever stands around', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcXYåßÐłЖ王7'), minLength: 3, maxLength: 8 });
    const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
    const address = fc.tuple(word, word).map(([user, host]) => `${user}@${host}.example`);
    const people = fc.array(fc.tuple(name, address), { minLength: 1, maxLength: 8 });
    const around = fc.string({ unit: fc.constantFrom(...' .,;:()<>"\'/-–…\u202e'), minLength: 1, maxLength: 3 });
    const some = fc.array(fc.tuple(fc.nat(), fc.boolean(), around), { maxLength: 8 });
    fc.assert(
      fc.property(people, some, (team, pieces) => {
        // What aliases are made of are names of nobody here.
        fc.pre(team.every(([called]) => !/\b(person|the|lead|\d+)\b/i.test(called)));
        const persons = team.map(([called, mail], i) => ({
          person: `p${i}`,
          name: called,
          identities: [`${called} <${mail}>`],
        }));
        const own = new NameMask(persons, 'p0');
        const text = pieces
          .map(([at, isName, gap]) => `${team[at % team.length]?.[isName ? 0 : 1] ?? ''}${gap}`)
          .join('');
        const hidden = own.hide(text);
        expect(team.flat().filter((form) => standsAsWord(form, hidden))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});

function standsAsWord(form: string, text: string): boolean {
  const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{M}\p{N}_]/u.test(character);
  for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
    if (!isLetter(text[at - 1]) && !isLetter(text[at + form.length])) return true;
  }
  return false;
}
