import type { Query } from '../domain/query.ts';
import { type MaskedPerson, NameMask } from './name-mask.ts';
import type { Opened } from './open.ts';

const masks = new WeakMap<Query, Map<string | null, Promise<NameMask>>>();

/** The mask of these facts, for whom this question takes to be the lead; made once for as long as the facts are open. */
export async function maskOf({ facts, setting }: Pick<Opened, 'facts' | 'setting'>): Promise<NameMask> {
  const { query } = facts;
  const lead = setting.lead.person;
  const known = masks.get(query) ?? new Map<string | null, Promise<NameMask>>();
  masks.set(query, known);
  const mask = known.get(lead) ?? maskFrom(query, lead);
  known.set(lead, mask);
  return await mask;
}

const PEOPLE = `
SELECT p.person, p.name, list(i.identity ORDER BY i.identity) AS identities
FROM people p JOIN identities i USING (person)
WHERE p.kind = 'human'
GROUP BY p.person, p.name ORDER BY p.person`;

async function maskFrom(query: Query, lead: string | null): Promise<NameMask> {
  return new NameMask(await query<MaskedPerson>(PEOPLE), lead);
}
