import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dependenceAt, VISIBILITY_FLOOR } from '../src/absence/dependence.ts';
import { planHandover } from '../src/absence/handover/plan.ts';
import { lookBack } from '../src/absence/handover/retro.ts';
import { handoverSchema } from '../src/domain/handover.ts';
import { retroSchema } from '../src/domain/retro.ts';
import { mergeChecklist } from '../src/report/checklist-merge.ts';
import { handoverPage } from '../src/report/handover.ts';
import { handoverCalendar } from '../src/report/handover-calendar.ts';
import { handoverLines } from '../src/report/handover-lines.ts';
import { retroPage } from '../src/report/retro.ts';
import { epochDay, moment } from './absence-history.ts';
import { handoverInput } from './handover-input.ts';
import { breaches, jsonBreaches, pageBreaches, type Said } from './must-not.ts';

const NOW = 200;
const NAMES = ['ada', 'bo', 'cy', 'dan'];
const name = fc.constantFrom(...NAMES);
const line = fc.oneof(
  fc
    .tuple(fc.nat(NOW - 1), name, fc.constantFrom(...NAMES, 'ada', '?'), fc.constantFrom('core', 'docs', 'core,docs'))
    .map(([day, author, lander, areas]) => `day ${day}: ${author} > ${lander} ${areas}`),
  fc.tuple(fc.nat(NOW - 1), fc.constantFrom(...NAMES, '?')).map(([day, who]) => `day ${day}: ${who} releases v${day}`),
);
const branch = fc.tuple(name, fc.nat(80), fc.constantFrom('core', 'docs')).map(([author, ago, area]) => ({
  repository: 'one',
  branch: `${area}-${ago}`,
  tip: `tip-${ago}`,
  authors: [`id-${author}`],
  workedAt: moment(NOW - ago),
  areas: [area],
  number: null,
}));
const decision = fc.tuple(name, fc.constantFrom('proposed', 'draft', 'accepted', null)).map(([author, status]) => ({
  repository: 'one',
  path: `docs/${author}.md`,
  title: 'Cache answers',
  status,
  proposedAt: moment(NOW - 9),
  changedAt: moment(NOW - 9),
  writtenBy: [`id-${author}`],
  areas: ['core'],
}));
const inputs = fc
  .record({
    lines: fc.array(line, { maxLength: 60 }),
    openWork: fc.array(branch, { maxLength: 6 }),
    decisions: fc.array(decision, { maxLength: 3 }),
    cover: fc.subarray(NAMES.slice(1)),
  })
  .map(({ lines, openWork, decisions, cover }) =>
    handoverInput({
      lines: ['day 0: ada active', 'day 0: bo active', 'day 0: cy active', 'day 0: dan active', ...lines],
      from: NOW,
      coverage: [
        { area: 'core', cover },
        { area: 'docs', elsewhere: cover },
      ],
      evidence: { openWork, decisions },
    }),
  );

describe('a plan and a look back', () => {
  it('say nothing that may not be said, on the screen, in the file, in the calendar or as data, whatever the past', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const { visibility } = dependenceAt(input.history, input.person, input.moment);
        const belowFloor = visibility !== null && visibility < VISIBILITY_FLOOR;
        const said: Said = { belowFloor, person: 'ada', people: NAMES };
        const plan = handoverSchema.parse(planHandover(input));
        expect(pageBreaches(handoverPage({ plan, written: null }), said)).toEqual([]);
        const text = mergeChecklist('', handoverLines(plan), { owner: '00000000' }).text;
        expect(breaches(text.replace(/ ?<!-- .*? -->/g, ''), said)).toEqual([]);
        expect(
          breaches(
            handoverCalendar(plan, 0)
              .replaceAll('\r\n ', '')
              .replace(/^(?:UID|DT).*$/gm, ''),
            said,
          ),
        ).toEqual([]);
        expect(jsonBreaches(plan, said)).toEqual([]);
      }),
    );
  });

  it('is true of the look back as well', () => {
    fc.assert(
      fc.property(inputs, fc.nat(NOW - 20), fc.boolean(), (input, from, isFound) => {
        const span = {
          basis: isFound ? ('found' as const) : ('asked' as const),
          from: epochDay(from),
          to: epochDay(from + 14),
        };
        const retro = retroSchema.parse(lookBack({ ...input, titles: new Map(), span, found: [] }));
        const said: Said = { person: 'ada', people: NAMES };
        expect(pageBreaches(retroPage({ retro, reason: 'r' }), said)).toEqual([]);
        expect(jsonBreaches(retro, said)).toEqual([]);
      }),
    );
  });
});
