import { area } from './area.ts';
import { change } from './change.ts';
import { coding } from './coding.ts';
import { data } from './data.ts';
import { decisions } from './decisions.ts';
import { delegations } from './delegations.ts';
import { design } from './design.ts';
import { flow } from './flow.ts';
import { fortnight } from './fortnight.ts';
import { journal } from './journal.ts';
import { knowledge } from './knowledge.ts';
import { measure } from './measure.ts';
import { people } from './people.ts';
import { practice } from './practice.ts';
import { records } from './records.ts';
import { report } from './report.ts';
import { scorecard } from './scorecard.ts';
import { shell } from './shell.ts';
import { week } from './week.ts';

/**
 * Every word of the page itself, by page: what a translation replaces. Sentences about figures come from the server,
 * names and subjects from the repository. A message with something in it is a function.
 */
export const text = {
  shell,
  fortnight,
  scorecard,
  measure,
  knowledge,
  flow,
  area,
  change,
  people,
  report,
  data,
  practice,
  decisions,
  delegations,
  journal,
  coding,
  week,
  records,
  design,
} as const;
