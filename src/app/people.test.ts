import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openTables } from '../../test/tables.ts';
import { parseConfigText } from './config.ts';
import {
  findPerson,
  type ListedPerson,
  listPeople,
  type ProposalInput,
  proposeJoin,
  proposeSplit,
  suggestPeople,
} from './people.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function listed(person: string, name: string, identities: readonly string[]): ListedPerson {
  const known = identities.map((identity) => ({ identity, rule: 'alone', evidence: 'nothing else matches it' }));
  return { person, name, kind: 'human', identities: known };
}

const ADA = listed('p1', 'Ada Byron', ['Ada Byron <ada@a.example>', 'ada <ada@a.example>']);
const DAVE = listed('p2', 'dave', ['dave <d@d.example>']);
const OTHER = listed('p3', 'Dave', ['Dave <root@localhost>']);
const PEOPLE = [ADA, DAVE, OTHER];

function place(text: string | null, figures: ProposalInput['figures'] = async () => ({})) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'people-')));
  folders.push(root);
  const path = join(root, 'fortnight.yml');
  if (text !== null) writeFileSync(path, text);
  mkdirSync(join(root, '.git'));
  const location = { name: 'repo', gitDir: join(root, '.git'), commonDir: join(root, '.git'), workTree: root };
  return { path, input: { location, head: async () => null, people: PEOPLE, figures } };
}

describe('the list of people', () => {
  it('is alphabetical, with every identity, its rule and evidence', async () => {
    const query = await openTables({
      people: [
        { person: 'z', name: 'ada', kind: 'human' },
        { person: 'a', name: 'Bo', kind: 'bot' },
      ],
      identities: [
        { identity: 'x <x@x.example>', person: 'z', rule: 'email', evidence: 'same address' },
        { identity: 'a <x@x.example>', person: 'z', rule: 'email', evidence: 'same address' },
        { identity: 'Bo <b@b.example>', person: 'a', rule: 'alone', evidence: 'nothing else matches it' },
      ],
    });
    expect(
      (await listPeople(query)).map(({ name, identities }) => [name, identities.map((one) => one.identity)]),
    ).toEqual([
      ['ada', ['a <x@x.example>', 'x <x@x.example>']],
      ['Bo', ['Bo <b@b.example>']],
    ]);
  });

  it('suggests who may be one', () => {
    expect(suggestPeople(PEOPLE).map((one) => one.identities)).toEqual([
      ['dave <d@d.example>', 'Dave <root@localhost>'],
    ]);
  });
});

describe('finding a person', () => {
  it.each(['p1', 'ADA@a.example', 'ada <ada@a.example>', 'ada byron'])('takes %s', (text) => {
    expect(findPerson(PEOPLE, text)).toBe(ADA);
  });
  it('names the choices when several bear the name', () => {
    expect(() => findPerson(PEOPLE, 'dave')).toThrow(/could be 2 people: dave \(dave <d@d\.example>\); Dave/);
  });
  it('says when nobody does', () => expect(() => findPerson(PEOPLE, 'eve')).toThrow(/Nobody/));
});

describe('joining two people', () => {
  it('proposes the file, tells which figures differ, and writes only when saved', async () => {
    const { path, input } = place('# ours\nlead: Ada Byron\n', async (config) => ({
      'truck factor': String(3 - config.people.length),
      areas: '4',
    }));
    const proposal = await proposeJoin(input, 'ada@a.example', 'd@d.example');
    expect(proposal.sentence).toBe('Ada Byron and dave become one person, Ada Byron.');
    expect(proposal.effect).toEqual([{ figure: 'truck factor', before: '3', after: '2' }]);
    expect(readFileSync(path, 'utf8')).toBe('# ours\nlead: Ada Byron\n');
    expect(await proposal.save()).toEqual({ path, replaced: Buffer.from('# ours\nlead: Ada Byron\n') });
    const saved = readFileSync(path, 'utf8');
    expect(saved).toMatch(/^# ours\n/);
    expect(parseConfigText(saved).people).toEqual([
      { name: 'Ada Byron', identities: ['ada@a.example', 'd@d.example'] },
    ]);
  });

  it('begins a file where there is none', async () => {
    const { path, input } = place(null);
    await (await proposeJoin(input, 'p1', 'p2')).save();
    expect(parseConfigText(readFileSync(path, 'utf8')).people).toHaveLength(1);
  });

  it('names an address that many share by the whole identity', async () => {
    const { config } = await proposeJoin(place(null).input, 'p1', 'p3');
    expect(config.people[0]?.identities).toEqual(['ada@a.example', 'Dave <root@localhost>']);
  });

  it('adds to the entry that is there, and takes back a split', async () => {
    const text =
      'people:\n  - name: Ada Byron # she\n    identities:\n      - ada@a.example # work\nsplit:\n  - d@d.example\n';
    const { text: edited, config } = await proposeJoin(place(text).input, 'p1', 'p2');
    expect(config.people).toEqual([{ name: 'Ada Byron', identities: ['ada@a.example', 'd@d.example'] }]);
    expect(config.split).toEqual([]);
    expect(edited).toContain('# she');
    expect(edited).toContain('# work');
  });

  it('refuses what is joined already', async () => {
    await expect(proposeJoin(place(null).input, 'ada@a.example', 'ada byron')).rejects.toThrow(/one person already/);
  });

  it('starts again when the file changed before it was saved', async () => {
    const { path, input } = place('lead: Ada\n');
    const proposal = await proposeJoin(input, 'p1', 'p2');
    writeFileSync(path, 'lead: Bo\n');
    await expect(proposal.save()).rejects.toThrow(/changed by somebody else/);
    expect(readFileSync(path, 'utf8')).toBe('lead: Bo\n');
  });
});

describe('splitting', () => {
  it('keeps an identity apart', async () => {
    const { config, sentence } = await proposeSplit(place(null).input, 'ada <ada@a.example>');
    expect(sentence).toBe('ada <ada@a.example> no longer counts as Ada Byron.');
    expect(config.split).toEqual(['ada <ada@a.example>']);
  });
  it('takes the identity out of an entry that joined it', async () => {
    const text = 'people:\n  - name: Ada Byron\n    identities: [ada@a.example, x@x.example]\n';
    expect((await proposeSplit(place(text).input, 'ada@a.example')).config).toMatchObject({
      people: [{ identities: ['x@x.example'] }],
      split: ['ada@a.example'],
    });
  });
  it('takes the whole entry out when nothing is left of it', async () => {
    const text =
      'people:\n  - name: Ada Byron\n    identities: [ada@a.example]\n  - name: Bo\n    identities: [b@b.example]\n';
    const { config } = await proposeSplit(place(text).input, 'ada <ada@a.example>');
    expect(config.people).toEqual([{ name: 'Bo', identities: ['b@b.example'] }]);
  });
  it('refuses an identity that stands alone, or nowhere', async () => {
    await expect(proposeSplit(place(null).input, 'd@d.example')).rejects.toThrow(/own already/);
    await expect(proposeSplit(place(null).input, 'eve@e.example')).rejects.toThrow(/No identity/);
  });
});
