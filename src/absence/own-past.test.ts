import { expect, it } from 'vitest';
import { historyOf, moment, personOf } from '../../test/absence-history.ts';
import { findAbsences } from './find-absences.ts';
import { ownPast } from './own-past.ts';

/** Bo's work goes through ada, who is silent from day 400 to 419; bo lands on alone for those days. */
const history = historyOf([
  'days 0-399: bo > ada core',
  'days 402-418/4: bo lands core',
  'days 420-470: bo > ada core',
  'days 100-399: ada lands docs',
  'days 420-470: ada lands docs',
]);
const ada = personOf(history, 'ada');
const found = findAbsences(history);

it('has the outcome and the dependence of each past absence', () => {
  const [one, ...others] = ownPast(history, found, ada, moment(460));
  expect(others).toEqual([]);
  // Three changes (days 402, 406, 410) where fourteen are usual.
  expect(one).toMatchObject({ outcome: 'nearly-stopped', dependence: 1, absence: { kind: 'temporary' } });
});

it('leaves out one whose first fortnight is not over', () => {
  expect(ownPast(history, found, ada, moment(413))).toEqual([]);
  expect(ownPast(history, found, ada, moment(414))).toHaveLength(1);
});

it('knows no outcome where the study would not have looked: a history under a year', () => {
  const young = historyOf(['days 0-199: bo > ada core', 'days 220-270: bo > ada core', 'days 200-219: bo lands core']);
  const past = ownPast(young, findAbsences(young), personOf(young, 'ada'), moment(260));
  expect(past.map(({ outcome }) => outcome)).toEqual([null]);
});
