import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Agreement, agreementOf, type Matched } from './absence-rows.ts';
import { openHistories, whereabouts } from './histories.ts';

const HISTORIES = ['borg', 'caddy', 'fastify', 'jekyll-2015-02-24', 'redis'];

/** Every row of the study that we do not find, and every absence we find that it does not list; the cause of each stands in docs/validity.md. */
const EXPLAINED: Readonly<Record<string, Pick<Agreement, 'missed' | 'extra'>>> = {
  fastify: {
    missed: ['polisesap, 2018-11-01', 'polisesap, 2019-01-16', 'VuGafibav, 2022-06-24'],
    extra: [
      'polisesap, 2018-03-09',
      'polisesap, 2018-04-04',
      'polisesap, 2018-05-05',
      'polisesap, 2018-05-22',
      'Zakemevut Musefikam Vuzotarim, 2018-08-27',
      'polisesap, 2018-09-09',
      'Zakemevut Musefikam Vuzotarim, 2019-03-24',
      'Sovivenir Bigefuvav, 2019-05-20',
      'Hatadumok Kededenep, 2022-09-15',
    ],
  },
  redis: {
    missed: [],
    extra: ['Ragipegut Rotifidus, 2011-03-23', 'Tozubipah Vuhitudig, 2019-12-24', 'Nosemodor Kahomavis, 2019-12-31'],
  },
};

const validity = readFileSync(new URL('../docs/validity.md', import.meta.url), 'utf8');
const section = validity.slice(validity.indexOf('## Absences found in five histories')).split(/\n## /)[0] ?? '';
const { areThere, words } = whereabouts(HISTORIES);

describe('what is missed or found beyond the study of absences', () => {
  it('is told in docs/validity.md, case by case', () => {
    const cases = Object.values(EXPLAINED).flatMap(({ missed, extra }) => [...missed, ...extra]);
    expect(cases.filter((one) => !section.includes(one))).toEqual([]);
  });
});

describe.skipIf(!areThere)(`absences of five histories beside those of the study (in ${words})`, () => {
  let agreements: readonly Agreement[];
  let close = () => {};
  beforeAll(async () => {
    const opened = await openHistories(HISTORIES);
    close = opened.close;
    agreements = await Promise.all(
      HISTORIES.map(async (history) => {
        const facts = opened.facts.get(history);
        if (facts === undefined) throw new Error(history);
        return await agreementOf(history, facts.query);
      }),
    );
  }, 300_000);
  afterAll(() => close());

  const every = () => agreements.flatMap(({ matched }) => matched);
  const temporary = () => every().filter(({ row }) => row.kind === 'temporary');

  it('finds at least 95 % of the temporary ones, as temporary, beginning within two days', () => {
    const rows = agreements.flatMap((one) => one.rows).filter(({ kind }) => kind === 'temporary');
    const found = temporary().filter(({ ours }) => ours.kind === 'temporary');
    expect(found.length / rows.length).toBeGreaterThanOrEqual(0.95);
  });

  it('differs in G and D by at most 0.03 and in usual work by at most 10 %, each history by its median', () => {
    for (const { matched } of agreements) {
      const rows = matched.filter(({ row }) => row.kind === 'temporary');
      expect(median(rows.map(apart.gate))).toBeLessThanOrEqual(0.03);
      expect(median(rows.map(apart.dependence))).toBeLessThanOrEqual(0.03);
      expect(median(rows.map(apart.usual))).toBeLessThanOrEqual(0.1);
    }
  });

  it('differs so little in nearly every one of them', () => {
    expect(shareOf(temporary(), (one) => apart.gate(one) <= 0.03)).toBeGreaterThanOrEqual(0.98);
    expect(shareOf(temporary(), (one) => apart.dependence(one) <= 0.03)).toBe(1);
    expect(shareOf(temporary(), (one) => apart.usual(one) <= 0.1)).toBeGreaterThanOrEqual(0.94);
  });

  it('tells the kind, the weeks before and the holidays of every one as the study does', () => {
    for (const { row, ours } of every()) {
      expect([row.person, row.start, ours.kind, ours.touchesHolidays ? 'yes' : 'no']).toEqual([
        row.person,
        row.start,
        row.kind,
        row.touches_holidays,
      ]);
    }
    const isWeeks = ({ row, ours }: Matched) => ours.activeWeeks === Number(row.active_weeks_of_13);
    expect(shareOf(every(), isWeeks)).toBeGreaterThan(0.98);
  });

  it.each(HISTORIES)('misses and finds beyond the study only what is explained: %s', (history) => {
    const { missed, extra } = agreements.find((one) => one.history === history) as Agreement;
    expect({ missed, extra }).toEqual(EXPLAINED[history] ?? { missed: [], extra: [] });
  });

  it('gives the figures written down in docs/validity.md', () => {
    const all = { history: '**all**', rows: agreements.flatMap((one) => one.rows), matched: every() };
    const extras = agreements.flatMap((one) => one.extra).length;
    const lines = [...agreements.map((one) => line(one, one.extra.length)), line(all, extras)].join('\n');
    expect(section).toContain(lines);
  });
});

const apart = {
  gate: ({ row, ours }: Matched) => Math.abs((ours.gate ?? 0) - Number(row.G)),
  dependence: ({ row, ours }: Matched) => Math.abs((ours.dependence ?? 0) - Number(row.D)),
  usual: ({ row, ours }: Matched) => Math.abs(ours.usual / Number(row.usual_per_14_days) - 1),
  logRatio: ({ row, ours }: Matched) => Math.abs((ours.logRatio ?? 0) - Number(row.matched_log_ratio)),
};

/** A row of the table of docs/validity.md: counts of all found rows, of each what agrees. */
function line({ history, rows, matched }: Pick<Agreement, 'history' | 'rows' | 'matched'>, extra: number): string {
  const isTemporary = ({ kind }: { readonly kind?: string }) => kind === 'temporary';
  const agree = (is: (one: Matched) => boolean) => String(matched.filter(is).length);
  const withRatio = matched.filter(({ row, ours }) => row.matched_log_ratio !== '' && ours.logRatio !== null);
  return `| ${[
    history,
    `${matched.length} of ${rows.length}`,
    `${matched.filter(({ row, ours }) => isTemporary(row) && isTemporary(ours)).length} of ${rows.filter(isTemporary).length}`,
    extra,
    `${median(matched.map(apart.gate)).toFixed(4)} (${agree((one) => apart.gate(one) <= 0.03)})`,
    `${median(matched.map(apart.dependence)).toFixed(4)} (${agree((one) => apart.dependence(one) <= 0.03)})`,
    `${(100 * median(matched.map(apart.usual))).toFixed(1)} % (${agree((one) => apart.usual(one) <= 0.1)})`,
    agree(({ row, ours }) => ours.landed === Number(row.landed_by_others)),
    agree(({ row, ours }) => ours.othersAway === Number(row.other_key_people_away)),
    agree(({ row, ours }) => ours.windows === Number(row.matched_windows)),
    median(withRatio.map(apart.logRatio)).toFixed(2),
  ].join(' | ')} |`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}

const shareOf = (all: readonly Matched[], is: (one: Matched) => boolean): number => all.filter(is).length / all.length;
