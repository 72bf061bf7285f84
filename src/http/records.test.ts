import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenServer, openServer } from '../../scripts/browser/open-server.ts';
import { temporaryFolder } from '../../test/git-fixture.ts';
import { TEAM_NOW, teamRepository } from '../../test/team-repository.ts';
import type { RecordData } from '../domain/records/entry.ts';
import { cookieName } from './guard.ts';

const THEIRS = '---\n# ours\nstatus:   accepted\nx: "kept"\n---\n# Read by line\n\nOdd  spaces.\n';

let server: OpenServer;
let cookie: string;
/** Where the server keeps what is private. */
let own: string;
let repository: string;

beforeAll(async () => {
  repository = teamRepository();
  mkdirSync(join(repository, 'docs/decisions'), { recursive: true });
  writeFileSync(join(repository, 'docs/decisions/0001-read-by-line.md'), THEIRS);
  const assets = `${temporaryFolder('page')}/`;
  server = await openServer({ paths: [repository], now: TEAM_NOW, assets });
  own = server.places.here.effects.env.FORTNIGHT_PRIVATE_DIR ?? '';
  await server.ready();
  cookie = `${cookieName(server.port)}=${await server.letIn()}`;
});
afterAll(() => server.close());

interface Said {
  readonly status: number;
  readonly body: RecordData & {
    readonly isHidden: boolean;
    readonly told: { readonly record: RecordData; readonly records: readonly RecordData[] } | null;
    readonly error: { readonly code: string; readonly message: string };
  };
}
const said = async (response: Response): Promise<Said> => ({
  status: response.status,
  body: (await response.json()) as Said['body'],
});
const ask = async (path: string) => said(await fetch(`${server.address}api/${path}`, { headers: { cookie } }));
const tell = async (path: string, body: object) =>
  said(
    await fetch(`${server.address}api/${path}`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
const decision = () => readFileSync(join(repository, 'docs/decisions/0001-read-by-line.md'), 'utf8');

describe('a record, over HTTP', () => {
  it('is changed where that was asked for, byte for byte, and told as it then stands', async () => {
    const { body } = await ask('here/record?kind=decision&id=0001-read-by-line');
    const { version = '' } = body.told?.record ?? {};
    const changes = { fields: { owner: 'Bob Bridge' } };
    const saved = await tell('here/record-save', { kind: 'decision', id: '0001-read-by-line', version, changes });
    expect(saved.status).toBe(200);
    expect(saved.body.fields.owner).toBe('Bob Bridge');
    expect(decision()).toBe(THEIRS.replace('x: "kept"\n', 'x: "kept"\nowner: Bob Bridge\n'));
  });

  it('that another text took the place of is left alone: 409, and what stands there stays', async () => {
    const before = decision();
    const request = { kind: 'decision', id: '0001-read-by-line', version: 'read-long-ago', changes: { title: 'Mine' } };
    const refused = await tell('here/record-save', request);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'record-changed']);
    expect(decision()).toBe(before);
  });

  it.each([
    ['a value its kind does not allow', { fields: { sure: 200 } }],
    ['a field its kind does not have', { fields: { rank: 1 } }],
    ['a day that no calendar has', { fields: { 'check-on': '2024-02-31' } }],
  ])('is not written with %s', async (_, changes) => {
    const before = (await ask('here/records?kind=journal')).body.told?.records.length;
    const refused = await tell('here/record-new', { kind: 'journal', title: 'Asked why', ...changes });
    expect([refused.status, refused.body.error.code]).toEqual([422, 'invalid-record']);
    expect((await ask('here/records?kind=journal')).body.told?.records).toHaveLength(before ?? -1);
  });

  it.each(['../../../secret', '/etc/passwd', '..\\secret', 'a\u0000b', 'C:secret'])(
    'is never looked for outside of its folder: %s',
    async (id) => {
      const answer = await ask(`here/record?kind=journal&id=${encodeURIComponent(id)}`);
      expect([404, 422]).toContain(answer.status);
    },
  );

  it('says that there is no such kind', async () => {
    expect((await ask('here/records?kind=salary')).body.error.code).toBe('no-such-kind');
  });

  it('that is private rests in the private folder alone, and is not told while names are hidden', async () => {
    const { body } = await tell('here/record-new', { kind: 'journal', title: 'Talked to Carol Cove' });
    expect(readdirSync(join(own, 'journal'))).toContain(`${body.id}.md`);
    for (const path of [`record?kind=journal&id=${body.id}`, 'records?kind=journal', 'journal', 'week']) {
      const hidden = await ask(`here/${path}${path.includes('?') ? '&' : '?'}names=hidden`);
      expect(hidden.body, path).toMatchObject({ isHidden: true, told: null });
    }
  });

  it('of the demo is kept in memory and touches no folder', async () => {
    await server.ready('demo');
    const files = () => readdirSync(own, { recursive: true }).sort();
    const before = files();
    const { body } = await tell('demo/record-new', { kind: 'journal', title: 'Only here' });
    const told = await ask(`demo/record?kind=journal&id=${body.id}`);
    expect(told.body.told?.record.title).toBe('Only here');
    expect(files()).toEqual(before);
    expect((await ask('here/records?kind=journal')).body.told?.records.map(({ title }) => title)).not.toContain(
      'Only here',
    );
  });
});
