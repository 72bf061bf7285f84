import type { Finding } from '../domain/diagnosis.ts';
import type { Query } from '../domain/query.ts';
import type { Setting } from '../domain/setting.ts';
import { DAY } from '../domain/window.ts';
import { calendarDay, counted, numeral } from '../domain/words.ts';

interface Counts {
  readonly first_time: number | null;
  readonly changes: number;
  readonly landers: number;
  readonly reviewed: number;
  readonly releases: number;
  readonly pre_releases: number;
  readonly all_releases: number;
  readonly areas: number;
  readonly sources: string | null;
  readonly people: number;
  readonly joined: number;
  readonly machines: number;
}

const SQL = `
WITH landed AS (
  SELECT c.repository, c.change, CASE WHEN p.kind = 'human' THEN c.lander END AS lander
  FROM changes c LEFT JOIN people p ON p.person = c.lander
  WHERE c.is_human AND c.landed_at >= $since AND c.landed_at < $until
)
SELECT (SELECT min(first_time) FROM repositories) AS first_time,
       (SELECT count(*) FROM landed) AS changes,
       (SELECT count(lander) FROM landed) AS landers,
       (SELECT count(*) FROM landed SEMI JOIN reviews USING (repository, change)) AS reviewed,
       (SELECT count(*) FROM releases WHERE released_at >= $since AND released_at < $until AND NOT is_prerelease) AS releases,
       (SELECT count(*) FROM releases WHERE released_at >= $since AND released_at < $until AND is_prerelease) AS pre_releases,
       (SELECT count(*) FROM releases) AS all_releases,
       (SELECT count(*) FROM areas) AS areas,
       (SELECT string_agg(DISTINCT source, ', ' ORDER BY source) FROM areas) AS sources,
       (SELECT count(*) FROM people WHERE kind = 'human') AS people,
       (SELECT count(*) FROM identities) - (SELECT count(*) FROM people) AS joined,
       (SELECT count(*) FROM people WHERE kind <> 'human') AS machines`;

/** What there is of each kind of evidence, in the window where that matters. */
export async function evidenceFindings(
  query: Query,
  setting: Setting,
  documents: readonly string[],
): Promise<Finding[]> {
  const [counts] = await query<Counts>(SQL, { ...setting.window });
  if (counts === undefined) return [];
  return [
    history(counts, setting),
    changes(counts),
    landers(counts),
    reviews(counts),
    releases(counts),
    areas(counts),
    people(counts, documents),
    configuration(documents),
  ];
}

function history({ first_time }: Counts, { window, isPartial }: Setting): Finding {
  const days = first_time === null ? 0 : Math.max(0, Math.floor((window.until - first_time) / DAY));
  return {
    id: 'history',
    title: 'History',
    state: first_time === null ? 'missing' : isPartial || days < 365 ? 'thin' : 'there',
    finding:
      first_time === null
        ? 'No commit was found.'
        : `${counted(days, 'day')}, since ${calendarDay(first_time)}${isPartial ? '; some of it is not in this clone' : ''}.`,
    remedy: isPartial ? 'git fetch --unshallow (or --refetch --no-filter) brings the rest.' : null,
  };
}

function changes(counts: Counts): Finding {
  return {
    id: 'changes',
    title: 'Changes',
    state: counts.changes < 20 ? 'missing' : counts.changes < 50 ? 'thin' : 'there',
    finding: `${counted(counts.changes, 'change')} by people landed in the window.`,
    remedy: counts.changes < 50 ? 'A longer window holds more: --since 1y.' : null,
  };
}

function landers({ changes: of, landers: known }: Counts): Finding {
  const share = of === 0 ? 0 : known / of;
  return {
    id: 'landers',
    title: 'Who landed',
    state: share < 0.6 ? 'missing' : share < 0.9 ? 'thin' : 'there',
    finding: of === 0 ? 'Nothing landed in the window.' : `Known of ${numeral(known)} of ${counted(of, 'change')}.`,
    remedy:
      share < 0.9
        ? 'A forge that squashes or merges by itself hides who pressed the button; merges made by people show it.'
        : null,
  };
}

function reviews({ changes: of, reviewed }: Counts): Finding {
  const share = of === 0 ? 0 : reviewed / of;
  return {
    id: 'reviews',
    title: 'Who reviewed',
    state: reviewed === 0 ? 'missing' : share < 0.6 ? 'thin' : 'there',
    finding: of === 0 ? 'Nothing landed in the window.' : `Known of ${numeral(reviewed)} of ${counted(of, 'change')}.`,
    remedy: share < 0.6 ? 'Reviews on a forge leave no trace in git; trailers such as Reviewed-by do.' : null,
  };
}

function releases({ releases: found, pre_releases: early, all_releases: all }: Counts): Finding {
  return {
    id: 'releases',
    title: 'Releases',
    state: all === 0 ? 'missing' : found === 0 ? 'thin' : 'there',
    finding: `${counted(found, 'release')}${early > 0 ? ` and ${counted(early, 'pre-release')}` : ''} in the window, ${numeral(all)} in all.`,
    remedy:
      all === 0
        ? 'Releases are read from tags that look like a version: v1.2.3. A clone may have been made without tags.'
        : null,
  };
}

function areas({ areas: found, sources }: Counts): Finding {
  return {
    id: 'areas',
    title: 'Areas',
    state: found === 0 ? 'missing' : 'there',
    finding:
      found === 0 ? 'No product files were found.' : `${counted(found, 'area')}, named by ${sources ?? 'nothing'}.`,
    remedy:
      sources === 'directories'
        ? 'A CODEOWNERS file, or areas in fortnight.yml, would name them as the team does.'
        : null,
  };
}

function people(counts: Counts, documents: readonly string[]): Finding {
  const mailmap = documents.some((path) => path.endsWith('.mailmap'));
  return {
    id: 'people',
    title: 'People',
    state: counts.people === 0 ? 'missing' : 'there',
    finding: `${counted(counts.people, 'person', 'people')} (${counted(Math.max(0, counts.joined), 'further identity', 'further identities')} joined to them), ${counted(counts.machines, 'bot or agent', 'bots and agents')}; ${mailmap ? 'a .mailmap is read' : 'no .mailmap'}.`,
    remedy: counts.people === 0 ? null : 'fortnight people lists them, and whom it would join but did not.',
  };
}

function configuration(documents: readonly string[]): Finding {
  const files = documents.filter((path) => path.endsWith('fortnight.yml'));
  return {
    id: 'configuration',
    title: 'Configuration',
    state: 'there',
    finding:
      files.length === 0
        ? 'No fortnight.yml, so everything is as it comes.'
        : `${files.join(', ')} is in effect; what it changes is said below.`,
    remedy: null,
  };
}
