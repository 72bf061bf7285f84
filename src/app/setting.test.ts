import { describe, expect, test } from 'vitest';
import { type LiteralTables, openTables } from '../../test/tables.ts';
import { settingSchema } from '../domain/setting.ts';
import type { Row } from '../domain/tables.ts';
import { DAY } from '../domain/window.ts';
import { DEFAULT_REQUEST, type Request } from './request.ts';
import { leadSentence, settle } from './setting.ts';

const NOW = Date.parse('2026-06-30T00:00:00Z') / 1000;

const repository: Row<'repositories'> = {
  repository: 'repo',
  head_id: null,
  head_time: null,
  first_time: null,
  is_shallow: false,
  is_partial: false,
  forge_url: null,
};

/** Ada lands eleven changes of Bo, the newest so many days before now. */
function adaLands(daysAgo: number): LiteralTables {
  const changes = Array.from({ length: 11 }, (_, i) => ({
    change: `c${i}`,
    landed_at: NOW - (daysAgo + i) * DAY,
    lander: 'Ada Lane',
  }));
  return {
    changes,
    change_authors: changes.map(({ change }) => ({ change, person: 'Bo Ek' })),
    identities: [
      { identity: 'Ada Lane <ada@x.example>', person: 'Ada Lane' },
      { identity: 'Bo Ek <bo@x.example>', person: 'Bo Ek' },
    ],
  };
}

async function settled(tables: LiteralTables, request: Partial<Request> = {}, more: Partial<Row<'repositories'>> = {}) {
  const facts = {
    query: await openTables(tables),
    repositories: [{ ...repository, ...more }],
    configuredLeads: [] as string[],
    notes: [],
  };
  return { facts, setting: await settle(facts, { ...DEFAULT_REQUEST, ...request }, NOW) };
}

describe('the window', () => {
  test('is the 180 days before now', async () => {
    const { setting } = await settled(adaLands(3));
    expect(setting.window).toEqual({ since: NOW - 180 * DAY, until: NOW });
    expect(setting.notes).toEqual([]);
    expect(settingSchema.parse(setting)).toEqual(setting);
  });

  test('ends just after the newest change of a history that rests, and says so', async () => {
    const { setting } = await settled(adaLands(31));
    expect(setting.window.until).toBe(NOW - 31 * DAY + 1);
    expect(setting.notes[0]).toMatch(/^The newest change landed on 2026-05-30, 31 days ago, so the window ends there/);
  });

  test('is what was asked for', async () => {
    const { setting } = await settled(adaLands(31), { since: '90d', until: '2026-06-01' });
    const until = Date.parse('2026-06-01T00:00:00Z') / 1000;
    expect(setting.window).toEqual({ since: until - 90 * DAY, until });
    expect(setting.notes).toEqual([]);
  });

  test('in which nothing landed says when the newest change before it did', async () => {
    const { setting } = await settled(adaLands(31), { since: '2026-06-10', until: '2026-06-20' });
    expect(setting.notes).toEqual(['Nothing landed in this window; the newest change before it landed on 2026-05-30.']);
  });

  test('leaves out changes of the future, and says so', async () => {
    const { changes = [], ...rest } = adaLands(3);
    const later = changes.map((c, i) => (i < 2 ? { ...c, landed_at: NOW + i * 9999 * DAY } : c));
    const { setting } = await settled({ ...rest, changes: later });
    expect(setting.window.until).toBe(NOW);
    expect(setting.notes).toEqual([
      '2 changes say they landed after today; a clock was wrong, and the window leaves them out.',
    ]);
  });

  test('cannot be empty', async () => {
    await expect(settled({}, { since: '2026-06-02', until: '2026-06-01' })).rejects.toMatchObject({
      code: 'empty-window',
      exitCode: 2,
    });
  });

  test('of nothing at all is still a window', async () => {
    const { setting } = await settled({});
    expect(setting.window.until).toBe(NOW);
  });
});

describe('the lead', () => {
  test('is inferred with its reason', async () => {
    const { setting } = await settled(adaLands(3));
    expect(setting.lead).toMatchObject({ name: 'Ada Lane', basis: 'inferred', isClose: false });
    expect(leadSentence(setting.lead)).toMatch(
      /^The lead is taken to be Ada Lane, who landed or approved 11 of 11 changes by others .* Not so\? Name another with --lead NAME, or as Lead on the page\.$/,
    );
  });

  test('is whoever the user says', async () => {
    const { setting } = await settled(adaLands(3), { lead: 'bo ek' });
    expect(setting.lead).toMatchObject({ name: 'Bo Ek', basis: 'given' });
    expect(leadSentence(setting.lead)).toBe('The lead is taken to be Bo Ek. Named by --lead, or on the page.');
  });

  test('is inferred where the configuration names nobody there is, and that is said', async () => {
    const { facts } = await settled(adaLands(3));
    const setting = await settle({ ...facts, configuredLeads: ['Nobody Known'] }, DEFAULT_REQUEST, NOW);
    expect(setting.lead).toMatchObject({ name: 'Ada Lane', basis: 'inferred' });
    expect(setting.notes.join()).toMatch(/fortnight\.yml names a lead, which is left aside\. .*"Nobody Known"/);
  });

  test('is whoever the configuration says, the command line before it', async () => {
    const { facts } = await settled(adaLands(3));
    const configured = { ...facts, configuredLeads: ['Bo Ek', 'Ada Lane', 'Bo Ek'] };
    const setting = await settle(configured, DEFAULT_REQUEST, NOW);
    expect(setting.lead).toMatchObject({ name: 'Bo Ek', basis: 'configured' });
    expect(setting.notes.join()).toContain('several leads (Bo Ek and Ada Lane); the first is taken');
    expect((await settle(configured, { ...DEFAULT_REQUEST, lead: 'Ada' }, NOW)).lead.basis).toBe('given');
  });

  test('can be nobody, with the reason', async () => {
    const { setting } = await settled({});
    expect(setting.lead).toMatchObject({ person: null, basis: 'nobody' });
    expect(leadSentence(setting.lead)).toMatch(/^Nobody is taken to be the lead\. /);
  });
});

test('a cut-off history is partial, and says how to mend it', async () => {
  const { setting } = await settled({}, {}, { is_shallow: true });
  expect(setting.isPartial).toBe(true);
  expect(setting.notes[0]).toBe(
    'The history of repo is cut off (a shallow clone); mend it with: git fetch --unshallow.',
  );
});
