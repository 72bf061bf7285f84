import type { AreaCoverage, HandoverInput } from '../src/absence/handover/input.ts';
import { epochDay, historyOf, moment, personOf } from './absence-history.ts';

/** What a test tells of a planned absence of `ada`; everything else is nothing. */
export interface ToldHandover {
  readonly lines: readonly string[];
  /** First day away; the evidence ends there. */
  readonly from: number;
  readonly days?: number;
  readonly coverage?: readonly (Pick<AreaCoverage, 'area'> & Partial<AreaCoverage>)[];
  readonly evidence?: Partial<HandoverInput['evidence']>;
}

/** The input of a plan, from lines of a told history. */
export function handoverInput({ lines, from, days = 14, coverage = [], evidence = {} }: ToldHandover): HandoverInput {
  const history = historyOf(lines, { until: from });
  return {
    history,
    person: personOf(history, 'ada'),
    away: ['id-ada'],
    names: ['ada'],
    repositories: ['one'],
    from: epochDay(from),
    days,
    today: epochDay(from - 14),
    moment: moment(from),
    since: moment(from - 180),
    evidence: { openWork: [], decisions: [], hotFiles: [], repairs: [], titles: new Map(), ...evidence },
    coverage: coverage.map((one) => ({
      repository: 'one',
      withYou: 5,
      cover: [],
      elsewhere: [],
      evidence: [],
      ...one,
    })),
    notes: [],
  };
}
