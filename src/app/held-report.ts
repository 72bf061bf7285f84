import type { Measure } from '../domain/measure.ts';
import type { Query } from '../domain/query.ts';
import type { Report } from '../domain/report.ts';
import type { Setting } from '../domain/setting.ts';
import { answer } from './answer.ts';

/** Reports kept of one set of facts: somebody who looks at one area after the other asks the same of each. */
const KEPT = 8;

const held = new WeakMap<Query, Map<string, Promise<Report>>>();

/** {@link answer} of a measure at its defaults, asked once for as long as the facts are open and the setting is the same. */
export async function heldReport(
  { query }: { readonly query: Query },
  setting: Setting,
  measure: Measure,
): Promise<Report> {
  const kept = held.get(query) ?? new Map<string, Promise<Report>>();
  held.set(query, kept);
  const key = JSON.stringify([measure.id, setting]);
  const known = kept.get(key);
  if (known !== undefined) return await known;
  const report = answer({ query }, setting, measure);
  kept.set(key, report);
  // What failed is asked again by the next.
  report.catch(() => kept.delete(key));
  for (const old of [...kept.keys()].slice(0, Math.max(0, kept.size - KEPT))) kept.delete(old);
  return await report;
}
