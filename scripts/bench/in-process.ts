import { performance } from 'node:perf_hooks';
import { answer } from '../../src/app/answer.ts';
import { realEffects } from '../../src/app/effects.ts';
import { withFacts } from '../../src/app/open.ts';
import { DEFAULT_REQUEST } from '../../src/app/request.ts';
import type { Measure } from '../../src/domain/measure.ts';
import { median } from './timed.ts';

/**
 * Seconds of each measure by id, asked three times with the facts open: query and conclusion alone. A measure that
 * fails is left out.
 */
export async function inProcess(
  history: string,
  dataDirectory: string,
  measures: readonly Measure[],
): Promise<ReadonlyMap<string, number>> {
  const request = { ...DEFAULT_REQUEST, paths: [history], dataDirectory };
  return await withFacts({ effects: realEffects(), request }, async ({ facts, setting }) => {
    const found = new Map<string, number>();
    for (const measure of measures) {
      const runs: number[] = [];
      try {
        for (let round = 0; round < 3; round += 1) {
          const start = performance.now();
          await answer(facts, setting, measure);
          runs.push((performance.now() - start) / 1000);
        }
        found.set(measure.id, median(runs));
      } catch {
        // The run as a whole process, which comes next, says what went wrong.
      }
    }
    return found;
  });
}
