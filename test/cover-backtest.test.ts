import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backtestCover, type CoverBacktest } from '../src/app/backtest.ts';
import type { Settled } from '../src/app/backtest-cases.ts';
import { COVER_VALIDITY } from '../src/measures/cover-ranking.ts';
import { coverTable } from './cover-table.ts';
import { openHistories, whereabouts } from './histories.ts';

/** The histories in alphabetical order; the formula was chosen on every other one, and reported on the rest once. */
const CHOSEN_ON = [
  'borg',
  'capybara-2015-02-25',
  'fastify',
  'geocoder-2015-02-24',
  'jedis-2015-02-22',
  'metrics-2015-02-12',
  'monolog-2015-02-25',
];
const REPORTED_ON = [
  'caddy',
  'composer-2015-02-25',
  'flask-2015-02-18',
  'grunt-2015-02-24',
  'jekyll-2015-02-24',
  'moment-2015-01-16',
  'redis',
];
const HISTORIES = [...CHOSEN_ON, ...REPORTED_ON];

const validity = readFileSync(new URL('../docs/validity.md', import.meta.url), 'utf8').split('\n');
const { areThere, words } = whereabouts(HISTORIES);

describe.skipIf(!areThere)(`the cover backtest on fourteen histories (in ${words})`, () => {
  let opened: Awaited<ReturnType<typeof openHistories>>;
  beforeAll(async () => {
    opened = await openHistories(HISTORIES);
  }, 300_000);
  afterAll(() => opened.close());

  const done = new Map<string, Promise<CoverBacktest>>();
  const backtest = (histories: readonly string[], settledBy: Settled) => {
    const key = `${histories.join()} ${settledBy}`;
    const teams = histories.flatMap((history) => opened.facts.get(history)?.query ?? []);
    const result = done.get(key) ?? backtestCover(teams, { settledBy });
    done.set(key, result);
    return result;
  };

  it.each([
    { set: 'the seven chosen on', histories: CHOSEN_ON, settledBy: 'without-lead', all: 'chosen on' },
    { set: 'the other seven', histories: REPORTED_ON, settledBy: 'without-lead', all: 'the others' },
    { set: 'the seven chosen on, by next author', histories: CHOSEN_ON, settledBy: 'author', all: 'chosen on' },
    { set: 'the other seven, by next author', histories: REPORTED_ON, settledBy: 'author', all: 'the others' },
  ] as const)(
    'gives the figures written down in docs/validity.md: $set',
    async ({ histories, settledBy, all }) => {
      const rows = coverTable(await backtest(histories, settledBy), all);
      const start = validity.indexOf(rows[0] ?? '');
      expect(validity.slice(start, start + rows.length).join('\n')).toBe(rows.join('\n'));
    },
    300_000,
  );

  it('is right more often than both baselines where it was not chosen', async () => {
    const { overall } = await backtest(REPORTED_ON, 'without-lead');
    expect(overall?.histories).toBe(6);
    expect(overall?.gains.last.low).toBeGreaterThan(0);
    expect(overall?.gains.most.low).toBeGreaterThan(0);
  }, 300_000);

  it('is right as often as the measure says beside its names', async () => {
    const both = [await backtest(CHOSEN_ON, 'without-lead'), await backtest(REPORTED_ON, 'without-lead')];
    const rates = both.flatMap((b) => b.histories.flatMap((h) => h.rules?.formula.hitAt3 ?? []));
    const rounded = (share: number) => Math.floor(100 * share) / 100;
    expect({
      histories: rates.length,
      least: rounded(Math.min(...rates)),
      most: rounded(Math.max(...rates)),
    }).toEqual(COVER_VALIDITY);
  }, 300_000);
});
