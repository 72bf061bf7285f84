import type { Opened } from '../app/open.ts';
import type { Session } from '../app/session.ts';
import type { Asked } from './asked.ts';

/** What a question joins records with: facts where there are some, else null, as records are told without them too. */
export async function optionalFacts<T>(
  session: Session,
  { since, until, lead }: Asked,
  tell: (opened: Opened | null) => Promise<T>,
): Promise<T> {
  if (session.state !== 'ready') return await tell(null);
  return await session.ask({ since, until, lead }, tell);
}
