import { expect, test } from 'vitest';
import type { DecisionEntry } from '../decisions/standing.ts';
import { decisionItems } from './decision-items.ts';

const TODAY = '2026-11-21';
const decision = (id: string, status: 'proposed' | 'accepted', fields: DecisionEntry['fields']): DecisionEntry => ({
  kind: 'decision',
  id,
  path: `docs/decisions/${id}.md`,
  title: `On ${id}`,
  status,
  isOpen: status === 'proposed',
  fields: { status, ...fields },
  sections: [],
  version: '1',
  problems: [],
  text: '',
});
const ids = (...entries: readonly DecisionEntry[]) => decisionItems(entries, TODAY).map(({ record }) => record?.id);

test('a decision is due on its day and after it, and not before', () => {
  expect(
    ids(
      decision('today', 'proposed', { 'decide-by': TODAY }),
      decision('late', 'proposed', { 'decide-by': '2026-11-01' }),
      decision('later', 'proposed', { 'decide-by': '2026-11-22' }),
      decision('no-day', 'proposed', {}),
      decision('made', 'accepted', { 'decide-by': '2026-11-01' }),
    ),
  ).toEqual(['late', 'today']);
});

test('one in force comes back with a due revisit or an assumption that failed, and says which', () => {
  const [failed, revisited] = decisionItems(
    [
      decision('revisited', 'accepted', { revisit: TODAY }),
      decision('failed', 'accepted', {
        assumptions: [{ assumes: 'traffic is low', test: 'the peak', held: 'no', 'checked-on': '2026-11-02' }],
      }),
      decision('fine', 'accepted', { revisit: '2027-01-01', assumptions: [{ assumes: 'a', test: 'b', held: 'yes' }] }),
    ],
    TODAY,
  );
  expect(failed).toMatchObject({ since: '2026-11-02', because: [expect.stringMatching(/traffic is low/)] });
  expect(revisited).toMatchObject({ title: 'On revisited', since: TODAY });
});
