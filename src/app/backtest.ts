import type { Query } from '../domain/query.ts';
import { COVER_PARAMETERS } from '../measures/cover-ranking.ts';
import { findCases, findTerms, type Settled } from './backtest-cases.ts';
import { type CasesOfHistory, type Judgement, judge } from './backtest-judgement.ts';

export interface CoverBacktest extends Judgement {
  readonly settledBy: Settled;
  /** Those of the measure `cover`, all of them. */
  readonly parameters: Readonly<Record<string, number>>;
}

export interface BacktestOptions {
  /** `people.person`; null: inferred anew for every 90 days, from what landed before them. */
  readonly lead?: string | null;
  /** Which change settles a case; default: the first without the lead. */
  readonly settledBy?: Settled;
  /** Nothing that landed at or after it is looked at, in seconds; default: no end. */
  readonly until?: number;
  /** Those of the measure `cover` that are not at their default, by kebab-case name. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/** The end of the last year with four digits. */
const NO_END = 253_402_300_800;

/**
 * Tests who-could-cover on the past: for each change the lead had a part in, would the people named at that moment have
 * included whoever next worked in that area without the lead? It ranks with the very text the measure `cover` uses.
 *
 * Each member of `teams` asks the facts of one team: its repositories share a lead. Unrelated histories go in as several
 * teams, and count the same in `overall`. The result counts and names nobody.
 */
export async function backtestCover(teams: readonly Query[], options: BacktestOptions = {}): Promise<CoverBacktest> {
  const { until = NO_END, settledBy = 'without-lead' } = options;
  const defaults = Object.fromEntries(COVER_PARAMETERS.map((parameter) => [parameter.name, parameter.default]));
  const parameters = { ...defaults, ...options.parameters };
  const histories: CasesOfHistory[] = [];
  for (const query of teams) {
    const terms = await findTerms(query, { lead: options.lead ?? null, until });
    const cases = await findCases(query, terms, parameters, { until, settledBy });
    const repositories = await query<{ repository: string }>('SELECT repository FROM repositories ORDER BY repository');
    for (const { repository } of repositories)
      histories.push({ repository, cases: cases.filter((c) => c.repository === repository) });
  }
  return { ...judge(histories), settledBy, parameters };
}
