import type { Askable } from '../domain/askable.ts';
import { people } from '../domain/report.ts';
import { DAY } from '../domain/window.ts';
import type { Opened } from './open.ts';

/** Who was not seen for longer is found by their name all the same; the list would only be long. */
const SEEN_WITHIN = 366 * DAY;

const SQL = `
SELECT DISTINCT p.name FROM people p
WHERE p.kind = 'human' AND p.person IN (
  SELECT author FROM commits WHERE committer_time >= $since AND committer_time < $until
  UNION SELECT committer FROM commits WHERE committer_time >= $since AND committer_time < $until
  UNION SELECT lander FROM changes WHERE landed_at >= $since AND landed_at < $until
  UNION SELECT person FROM reviews WHERE reviewed_at >= $since AND reviewed_at < $until
)`;

/** Whom a question about an absence may be asked of: everybody seen in the year before the window ends, and the lead. */
export async function askable({ facts, setting }: Pick<Opened, 'facts' | 'setting'>): Promise<Askable> {
  const { until } = setting.window;
  const seen = await facts.query<{ name: string }>(SQL, { since: until - SEEN_WITHIN, until });
  const { name } = setting.lead;
  return {
    lead: setting.lead,
    until,
    people: people([...seen.map((one) => one.name), ...(name === null ? [] : [name])]),
  };
}
