import { afterEach, describe, expect, it } from 'vitest';
import { quietEffects, runLine } from '../../test/command-line.ts';
import { BOB, FIXTURE_START, fixtureRepository, openFixture, temporaryFolder } from '../../test/git-fixture.ts';
import { TEAM_NOW, teamRepository } from '../../test/team-repository.ts';
import { sessionSchema } from '../domain/session.ts';
import { DAY } from '../domain/window.ts';
import { absence } from './absence.ts';
import { describeSession } from './describe-session.ts';
import { measures } from './measures.ts';
import { DEFAULT_REQUEST, type Request } from './request.ts';
import { scorecard } from './scorecard.ts';
import { Session } from './session.ts';

const open: Session[] = [];
afterEach(async () => {
  for (const session of open.splice(0)) await session.close();
});

interface Where {
  readonly cwd?: string;
  readonly dataDir?: string;
  readonly now?: () => number;
  readonly request?: Partial<Request>;
}

function sessionAt({ cwd = teamRepository(), dataDir = temporaryFolder('data'), now, request }: Where = {}): Session {
  const effects = { ...quietEffects({ cwd, now: TEAM_NOW, dataDir }), ...(now === undefined ? {} : { now }) };
  const session = new Session({
    name: 'here',
    place: { effects, request: { ...DEFAULT_REQUEST, ...request } },
    canOpenDemo: true,
  });
  open.push(session);
  return session;
}

/** Until the scan that runs has ended. */
const scanned = (session: Session): Promise<void> =>
  new Promise((resolve) => {
    const stop = session.onScan(({ state }) => {
      if (state === 'running' || state === 'idle') return;
      resolve();
      queueMicrotask(() => stop());
    });
  });

async function ready(session: Session): Promise<Session> {
  await session.start();
  await scanned(session);
  expect(session.state).toBe('ready');
  return session;
}

const commits = (session: Session) =>
  session.ask({}, async ({ facts }) => (await facts.query<{ n: number }>('SELECT count(*) AS n FROM commits'))[0]?.n);

describe('a session', () => {
  it('is there before anything was read, and says so', async () => {
    const session = sessionAt();
    await session.start();
    expect(session.state).toBe('scanning');
    await expect(session.ask({}, async () => 1)).rejects.toMatchObject({ code: 'scanning' });
    const told = sessionSchema.parse(await describeSession(session, {}));
    expect(told).toMatchObject({ state: 'scanning', window: null, people: { active: [] }, canOpenDemo: true });
    expect(told.measures).toHaveLength(measures.length);
    await scanned(session);
    expect(session.state).toBe('ready');
  });

  it('answers where there is no repository: what is missing, and what to do', async () => {
    const session = sessionAt({ cwd: temporaryFolder('nothing') });
    await session.start();
    const told = sessionSchema.parse(await describeSession(session, {}));
    expect(told).toMatchObject({ state: 'no-repository', error: { code: 'not-a-repository' } });
    await expect(session.ask({}, async () => 1)).rejects.toMatchObject({ code: 'not-a-repository' });
  });

  it('says that nothing was scanned yet where it may not scan', async () => {
    const session = sessionAt({ request: { scan: 'never' } });
    await session.start();
    expect(session.state).toBe('never-scanned');
    expect((await describeSession(session, {})).error).toMatchObject({ code: 'not-scanned' });
  });

  it('shows the facts of before at once', async () => {
    const [cwd, dataDir] = [teamRepository(), temporaryFolder('data')];
    await ready(sessionAt({ cwd, dataDir }));
    const again = sessionAt({ cwd, dataDir });
    await again.start();
    expect(again.state).toBe('ready');
    await scanned(again);
    expect([again.generation, again.scan.said]).toEqual([1, expect.stringMatching(/^Nothing new: /)]);
  });

  it('names who can be chosen as away: those seen at work first, in alphabetical order, without figures', async () => {
    const { people } = await describeSession(await ready(sessionAt()), {});
    expect(people.active).toEqual([expect.stringContaining('lory'), 'Alice Arch', 'Bob Bridge', 'Carol Cove']);
    expect(people.others).toEqual([]);
    const before = await describeSession(open[0] as Session, { until: '2020-01-01' });
    expect(before.people.others).toHaveLength(4);
  });

  it('gives two people of one name by their addresses, and what it gives means one of them', async () => {
    const repository = fixtureRepository({ name: 'twins' });
    const authors = ['Kim <kim@one.example>', 'Kim <kim@two.example>', BOB];
    repository.commits(authors.map((author, i) => ({ message: `Work ${i}`, author, files: { 'a.ts': `${i}\n` } })));
    const session = await ready(sessionAt({ cwd: repository.path, now: () => FIXTURE_START + DAY }));
    const { active } = (await describeSession(session, {})).people;
    // People of one name may have been joined; each that is given can be asked about.
    for (const name of active)
      expect(await session.ask({ lead: name }, async ({ setting }) => setting.lead.basis)).toBe('given');
  });
});

describe('a scan of a session', () => {
  it('brings new commits, and what was asked before it ended is answered from the facts of before', async () => {
    const cwd = teamRepository();
    const session = await ready(sessionAt({ cwd }));
    const before = await commits(session);
    openFixture(cwd).commits([{ message: 'More', author: BOB, at: TEAM_NOW - DAY, files: { 'more.ts': 'more\n' } }]);
    let release = () => {};
    const underWay = session.ask({}, async ({ facts }) => {
      await new Promise<void>((resolve) => (release = resolve));
      return (await facts.query<{ n: number }>('SELECT count(*) AS n FROM commits'))[0]?.n;
    });
    expect(session.startScan().state).toBe('running');
    expect(await commits(session)).toBe(before);
    await scanned(session);
    expect(session.scan).toMatchObject({ state: 'done', said: expect.stringContaining('1 new commit') });
    expect(await commits(session)).toBe((before ?? 0) + 1);
    release();
    expect(await underWay).toBe(before);
  });

  it('is called for when the repository has moved on since its facts were read, and no longer once it has run', async () => {
    const cwd = teamRepository();
    const session = await ready(sessionAt({ cwd }));
    const hasMovedOn = async () => (await describeSession(session, {})).hasMovedOn;
    expect(await hasMovedOn()).toBe(false);
    openFixture(cwd).commits([{ message: 'More', author: BOB, at: TEAM_NOW - DAY, files: { 'more.ts': 'more\n' } }]);
    expect(await hasMovedOn()).toBe(true);
    session.startScan();
    expect(await hasMovedOn()).toBe(false);
    await scanned(session);
    expect(await hasMovedOn()).toBe(false);
    openFixture(cwd).git('update-ref', 'refs/heads/main', 'main~1');
    expect(await hasMovedOn()).toBe(true);
  });

  it('is called for where facts of before are looked at without one', async () => {
    const [cwd, dataDir] = [teamRepository(), temporaryFolder('data')];
    await ready(sessionAt({ cwd, dataDir }));
    openFixture(cwd).commits([{ message: 'More', author: BOB, at: TEAM_NOW - DAY, files: { 'more.ts': 'more\n' } }]);
    const session = sessionAt({ cwd, dataDir, request: { scan: 'never' } });
    await session.start();
    expect((await describeSession(session, {})).hasMovedOn).toBe(true);
  });

  it('tells how far it is, and is one at a time', async () => {
    const session = await ready(sessionAt());
    const told: string[] = [];
    session.onScan(({ state, phase }) => told.push(`${state} ${phase ?? ''}`.trim()));
    session.startScan('full');
    session.startScan('full');
    await scanned(session);
    expect(told[0]).toBe('done');
    expect(told.filter((text) => text === 'done')).toHaveLength(2);
    expect(told).toContain('running commits');
    expect(told).toContain('running answers');
  });

  it('can be cancelled, and the facts stay those of before', async () => {
    const session = await ready(sessionAt());
    const before = await commits(session);
    session.startScan('full');
    expect(await session.cancelScan()).toMatchObject({ state: 'cancelled', error: null });
    expect(session.state).toBe('ready');
    expect(await commits(session)).toBe(before);
    session.startScan();
    await scanned(session);
    expect(session.scan.state).toBe('done');
  });

  it('can be cancelled before there are any facts, and started again', async () => {
    const session = sessionAt();
    await session.start();
    await session.cancelScan();
    expect(session.state).toBe('never-scanned');
    session.startScan();
    await scanned(session);
    expect(session.state).toBe('ready');
  });

  it('says why it failed', async () => {
    const session = sessionAt({ request: { dataDirectory: '/dev/null/nowhere' } });
    await session.start();
    await scanned(session);
    expect(session.state).toBe('failed');
    expect((await describeSession(session, {})).error?.message).toContain('/dev/null/nowhere');
  });
});

describe('answers of a session', () => {
  it('are those of the command line', async () => {
    const [cwd, dataDir] = [teamRepository(), temporaryFolder('data')];
    const session = await ready(sessionAt({ cwd, dataDir }));
    const world = { cwd, dataDir, now: TEAM_NOW };
    const asked = { persons: [], days: 14, target: 0.2, load: 2, assumptions: {}, calibration: null };
    // Twice, from facts that remember.
    for (const from of [null, '2024-04-01', null, '2024-04-03', '2024-04-01']) {
      const own = await session.ask({ ...(from === null ? {} : { from }) }, (opened) =>
        absence(opened, session.effects, { ...asked, from }),
      );
      const printed = await runLine(['absence', '--json', ...(from === null ? [] : ['--from', from])], world);
      expect(JSON.parse(JSON.stringify(own))).toEqual(JSON.parse(printed.stdout));
    }
    const card = await session.ask({}, ({ facts, setting }) => scorecard(facts, setting, measures, false));
    expect(JSON.parse(JSON.stringify(card))).toEqual(JSON.parse((await runLine(['--json'], world)).stdout));
  });

  it('are computed once for the same facts and day, and anew for others', async () => {
    let now = TEAM_NOW;
    const session = await ready(sessionAt({ now: () => now }));
    let computed = 0;
    const ask = () =>
      session.askOnce('key', {}, async () => {
        computed += 1;
        return String(computed);
      });
    expect(await Promise.all([ask(), ask()])).toEqual(['1', '1']);
    now += 60;
    expect([await ask(), session.effects.now()]).toEqual(['1', TEAM_NOW]);
    now += DAY;
    expect([await ask(), session.effects.now()]).toEqual(['2', now]);
    await session.reopen();
    expect(await ask()).toBe('3');
  });
});
