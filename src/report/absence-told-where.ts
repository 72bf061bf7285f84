import type { Absence } from '../domain/absence.ts';
import type { AbsenceTold } from '../domain/absence-told.ts';
import type { DeputyRow } from '../domain/deputies.ts';
import { people } from '../domain/report.ts';
import { isCutOff } from './absence-words.ts';
import { areaText } from './figures.ts';

type Where = AbsenceTold['where'][number];

/** Area by area, where most depends on the person first: what landed through them, who else lands there, who knows it too. */
export function tellWhere({ dependence, deputies, repositories, outcome }: Absence): Where[] {
  // What lies outside any area is told last: nobody can take over a place without a name.
  const rows = [...dependence.areas].sort((a, b) => Number(a.area === null) - Number(b.area === null));
  return rows.map((row) => {
    const { repository, area } = row;
    const deputy = deputies.areas.find((one) => one.area === area && one.repository === repository);
    const name = area === null ? OUTSIDE : areaText(area);
    return {
      ...row,
      label: repositories.length > 1 && repository !== '' ? `${repository}: ${name}` : name,
      // Whoever is not seen in a shallow clone may be in the part that is missing.
      ...landsOf(area === null || isCutOff({ outcome }) ? undefined : deputy),
    };
  });
}

const OUTSIDE = 'outside any area';

function landsOf(row: DeputyRow | undefined): Pick<Where, 'elseLands' | 'lands' | 'knows'> {
  if (row === undefined) return { elseLands: 'unknown', lands: people([]), knows: people([]) };
  const { landForOthers, landOwnOnly, couldCover } = row;
  const forOthers = landForOthers.people.length > 0;
  const lands = forOthers ? landForOthers : landOwnOnly;
  const elseLands = forOthers ? 'others' : lands.people.length > 0 ? 'own-only' : row.isVisible ? 'nobody' : 'hidden';
  return { elseLands, lands, knows: people((couldCover?.people ?? []).filter((name) => !lands.people.includes(name))) };
}
