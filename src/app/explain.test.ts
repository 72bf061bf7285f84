import { describe, expect, test } from 'vitest';
import { changes, times } from '../../test/ask.ts';
import { repositoryRow, settingOf } from '../../test/setting.ts';
import { openTables } from '../../test/tables.ts';
import { explanationSchema } from '../domain/explanation.ts';
import { gate } from '../measures/gate.ts';
import { knownToOne } from '../measures/known-to-one.ts';
import { explain } from './explain.ts';

const setting = settingOf({ notes: ['A note for every figure.'] });
const repository = (forge: string | null) => repositoryRow({ forge_url: forge });
const tables = changes(...times(24, 'bo > ada core'));

async function explained(forge: string | null) {
  const query = await openTables(tables);
  return explain({ query, repositories: [repository(forge)] }, setting, gate, {});
}

describe('explain', () => {
  test('opens each piece of evidence: what it was, when, and where it can be seen', async () => {
    const explanation = await explained('https://forge.example/team/engine');
    expect(explanationSchema.parse(explanation)).toEqual(explanation);
    const [first] = explanation.evidence[0] ?? [];
    const known = tables.commits?.find((commit) => commit.id === first?.id);
    expect(first?.time).toBe(known?.committer_time);
    expect(first?.title).toBe(known?.subject ?? '');
    expect(first?.url).toBe(`https://forge.example/team/engine/commit/${first?.id}`);
  });

  test('makes no address up where the forge is not known', async () => {
    const explanation = await explained(null);
    expect(explanation.evidence.flat().every((piece) => piece.url === null)).toBe(true);
  });

  test('says the lead and what holds of every figure in the notes', async () => {
    const { report } = await explained(null);
    expect(report.notes).toEqual(
      expect.arrayContaining(['The lead is taken to be ada. Named by --lead.', 'A note for every figure.']),
    );
  });

  test('shows the parameters as they were given, beside their defaults', async () => {
    const query = await openTables(tables);
    const facts = { query, repositories: [repository(null)] };
    const { parameters, report } = await explain(facts, setting, knownToOne, { parameters: { 'half-life': 90 } });
    expect(parameters.find((p) => p.name === 'half-life')).toMatchObject({ value: 90, default: 180 });
    expect(report.parameters['half-life']).toBe(90);
  });
});
