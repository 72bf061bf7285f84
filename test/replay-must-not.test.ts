import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependenceAt, VISIBILITY_FLOOR } from '../src/absence/dependence.ts';
import { deputies } from '../src/absence/deputies.ts';
import { nobodyElse } from '../src/absence/nobody-else.ts';
import { replay } from '../src/absence/replay.ts';
import { deputiesBlocks } from '../src/report/deputies.ts';
import { nobodyElseBlocks } from '../src/report/nobody-else.ts';
import { replayBlocks } from '../src/report/replay.ts';
import { historyOf, moment, personOf } from './absence-history.ts';
import { jsonBreaches, pageBreaches, type Said } from './must-not.ts';

const NOW = 200;
const NAMES = ['Ada', 'Bo', 'Cy', 'Dan'];
const change = fc
  .tuple(
    fc.integer({ min: 0, max: NOW - 1 }),
    fc.constantFrom(...NAMES),
    fc.constantFrom(...NAMES, 'Ada', '?'),
    fc.constantFrom('core', 'docs', 'core,docs'),
    fc.constantFrom('', ' ok Bo', ' ok Ada,Dan'),
  )
  .map(([day, author, lander, areas, ok]) => `day ${day}: ${author} > ${lander} ${areas}${ok}`);
const release = fc
  .tuple(fc.integer({ min: 0, max: NOW - 1 }), fc.constantFrom(...NAMES, '?'))
  .map(([day, who]) => `day ${day}: ${who} releases v${day}`);
const pasts = fc
  .tuple(fc.array(change, { maxLength: 60 }), fc.array(release, { maxLength: 12 }))
  .map(([changes, releases]) => ['day 0: Ada active', ...changes, ...releases]);

describe('replay, deputies and what has nobody else', () => {
  it('say nothing that may not be said, on the page or as data, whatever the past', () => {
    fc.assert(
      fc.property(pasts, fc.boolean(), (lines, everything) => {
        const history = historyOf(lines, { until: NOW });
        const ada = personOf(history, 'Ada');
        const now = moment(NOW);
        const { visibility } = dependenceAt(history, ada, now);
        const belowFloor = visibility !== null && visibility < VISIBILITY_FLOOR;
        const said: Said = { belowFloor, person: 'Ada', people: NAMES };
        const again = replay(history, ada, now);
        const [may, alone] = [deputies(history, ada, now), nobodyElse(history, ada, now)];
        const blocks = [
          ...replayBlocks(again, everything),
          ...deputiesBlocks(may, everything),
          ...nobodyElseBlocks(alone, everything),
        ];
        expect(pageBreaches({ blocks }, said)).toEqual([]);
        expect(jsonBreaches({ again, may, alone }, said)).toEqual([]);
        if (belowFloor) expect(again.answer).toBeNull();
      }),
    );
  });
});
