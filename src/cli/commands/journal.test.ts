import { describe, expect, test } from 'vitest';
import { runLine } from '../../../test/command-line.ts';
import { temporaryFolder } from '../../../test/git-fixture.ts';
import { pageBreaches } from '../../../test/must-not.ts';
import { pages } from '../../app/pages.ts';
import { journalCalibrationSchema } from '../../domain/journal-calibration.ts';
import { DAY } from '../../domain/window.ts';

const NOW = Date.UTC(2026, 10, 21) / 1000;
const cwd = temporaryFolder('elsewhere');
const at = (own: string, days = 0) => ({
  ...{ cwd, now: NOW + days * DAY, dataDir: temporaryFolder('data') },
  env: { FORTNIGHT_PRIVATE_DIR: own },
});

/** A journal of so many claims, of which the first so many held. */
async function journal(claims: number, held: number): Promise<string> {
  const own = temporaryFolder('private');
  for (let i = 0; i < claims; i += 1) {
    await runLine(['log', `Entry ${i}`, '--claim', 'it helps', '--sure', '90'], at(own));
    await runLine(['journal', 'resolve', `20261121-entry-${i}`, i < held ? 'held' : 'failed'], at(own, 30));
  }
  return own;
}

describe('a claim', () => {
  test('is resolved on its day, by the beginning of its name', async () => {
    const own = temporaryFolder('private');
    await runLine(['log', 'Asked what breaks', '--claim', 'saves two weeks', '--sure', '70'], at(own));
    const { exitCode, stdout } = await runLine(['journal', 'resolve', '20261121', 'held', '--json'], at(own, 31));
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([
      0,
      { deed: 'changed', record: { status: 'held', isOpen: false, fields: { resolved: '2026-12-22' } } },
    ]);
  });

  test.each([
    [['journal', 'resolve', 'nothing', 'held'], /There is no journal entry called nothing/],
    [['journal', 'resolve', '20261121', 'great'], /cannot be great/],
    [['journal', 'resolve', '20261121-listened', 'held'], /claims nothing/],
  ])('%j is refused in a sentence', async (line, sentence) => {
    const own = temporaryFolder('private');
    await runLine(['log', 'Listened'], at(own));
    const { exitCode, stderr } = await runLine(line, at(own));
    expect([exitCode, stderr]).toEqual([2, expect.stringMatching(sentence)]);
  });
});

describe('fortnight journal calibration', () => {
  test('says how often claims held beside how sure they were, and what there is not enough evidence for', async () => {
    const { stdout } = await runLine(['journal', 'calibration'], at(await journal(6, 2), 40));
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      '33% (10–70%) of 6 claims held; you gave them 90 in 100 on average: surer than they turned out.',
    );
    expect(stdout).toMatch(/90–99 in 100 +2 of 6 +33% \(10–70%\) +90 in 100/);
    expect(stdout).toContain('Brier score: not enough evidence, 6 claims of 20.');
  });

  test('says that there is not enough evidence in an empty journal', async () => {
    const { exitCode, stdout } = await runLine(['journal', 'calibration'], at(temporaryFolder('private')));
    expect([exitCode, stdout]).toEqual([0, expect.stringContaining('Not enough evidence: 0 claims')]);
  });

  test('says nothing it must not', async () => {
    const { stdout } = await runLine(['journal', 'calibration', '--json'], at(await journal(5, 5), 40));
    const page = pages.journalCalibration(journalCalibrationSchema.parse(JSON.parse(stdout)));
    expect(pageBreaches(page)).toEqual([]);
  });
});
