import { describe, expect, it } from 'vitest';
import { openTables } from '../../test/tables.ts';
import { DAY } from '../domain/window.ts';
import { KNOWLEDGE } from './knowledge.ts';

const UNTIL = 1000 * DAY;

interface Part {
  readonly ago: number;
  readonly authors: readonly string[];
  readonly lander?: string;
  readonly reviewer?: string;
  readonly bulk?: boolean;
}

async function knowledgeOf(parts: readonly Part[]) {
  const changes = parts.map((part, i) => ({ ...part, change: `c${i}`, landed_at: UNTIL - part.ago * DAY }));
  const query = await openTables({
    changes: changes.map((c) => ({ change: c.change, landed_at: c.landed_at, lander: c.lander ?? null })),
    change_authors: changes.flatMap((c) => c.authors.map((person) => ({ change: c.change, person }))),
    change_areas: changes.map((c) => ({ change: c.change, area: 'core' })),
    commits: changes.map((c) => ({
      id: c.change,
      change: c.change,
      author: c.authors[0] ?? '',
      is_bulk: c.bulk ?? false,
    })),
    reviews: changes.flatMap((c) => (c.reviewer === undefined ? [] : [{ change: c.change, person: c.reviewer }])),
  });
  const rows = await query<{ person: string; knowledge: number }>(
    `WITH ${KNOWLEDGE} SELECT person, knowledge FROM knowledge ORDER BY person`,
    { until: UNTIL, half_life: 100 },
  );
  return Object.fromEntries(rows.map((row) => [row.person, row.knowledge]));
}

describe('living knowledge of an area', () => {
  it('is one for a change authored just now, and halves every half-life', async () => {
    expect(await knowledgeOf([{ ago: 100, authors: ['amy'] }])).toEqual({ amy: 0.5 });
    expect(await knowledgeOf([{ ago: 200, authors: ['amy'] }])).toEqual({ amy: 0.25 });
  });

  it('is shared by co-authors without being split', async () => {
    expect(await knowledgeOf([{ ago: 100, authors: ['amy', 'bo'] }])).toEqual({ amy: 0.5, bo: 0.5 });
  });

  it('is half for who reviewed or landed what somebody else wrote', async () => {
    const knowledge = await knowledgeOf([{ ago: 100, authors: ['amy'], lander: 'lea', reviewer: 'rob' }]);
    expect(knowledge).toEqual({ amy: 0.5, lea: 0.25, rob: 0.25 });
  });

  it('counts two parts in one change once, the larger', async () => {
    expect(await knowledgeOf([{ ago: 100, authors: ['amy'], lander: 'amy', reviewer: 'amy' }])).toEqual({ amy: 0.5 });
  });

  it('adds up, forgets bulk changes, and knows nothing of the future', async () => {
    const knowledge = await knowledgeOf([
      { ago: 100, authors: ['amy'] },
      { ago: 100, authors: ['amy'] },
      { ago: 1, authors: ['amy'], bulk: true },
      { ago: 0, authors: ['amy'] },
    ]);
    expect(knowledge).toEqual({ amy: 1 });
  });
});
