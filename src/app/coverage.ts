import type { AreaCoverage } from '../absence/handover/input.ts';
import { cover } from '../measures/cover.ts';
import { isPeople } from '../report/figures.ts';
import { answer } from './answer.ts';
import type { Away } from './away.ts';
import type { Opened } from './open.ts';

/** Who could cover each area somebody away works in, by the measure `cover`; those who are away too are not named. */
export async function coverageOf({ facts, setting }: Opened, away: Away, since: number): Promise<AreaCoverage[]> {
  const areas = new Map(
    away.history.areas.map((one) => [
      setting.repositories.length > 1 ? `${one.repository}: ${one.area}` : one.area,
      one,
    ]),
  );
  const found = new Map<string, AreaCoverage>();
  for (const [i, person] of away.ids.entries()) {
    const lead = { ...setting.lead, person, name: away.names[i] ?? null };
    const report = await answer(facts, { ...setting, lead, window: { since, until: away.moment } }, cover);
    for (const { cells, evidence } of report.rows) {
      const area = areas.get(String(cells.area));
      if (area === undefined) continue;
      const named = (cell: unknown) => (isPeople(cell) ? cell.people.filter((name) => !away.names.includes(name)) : []);
      const before = found.get(String(cells.area));
      found.set(String(cells.area), {
        ...area,
        withYou: (before?.withYou ?? 0) + Number(cells.changes ?? 0),
        cover: [...(before?.cover ?? []), ...named(cells.people)],
        elsewhere: [...(before?.elsewhere ?? []), ...named(cells.elsewhere)],
        evidence: [...(before?.evidence ?? []), ...evidence],
      });
    }
  }
  return [...found.values()].sort((a, b) => b.withYou - a.withYou);
}
