import type { Place } from '../open.ts';
import type { Session } from '../session.ts';

/** Where the records of a practice are kept. */
export type PracticePlace = Pick<Place, 'effects' | 'request'>;

const begun = new WeakMap<Session, Promise<void>>();

/** Where the records of what a session looks at are kept. Those of the demo are made when they are first looked for. */
export async function practicePlace(session: Session): Promise<PracticePlace> {
  const { effects, request, name } = session;
  const at = { effects, request };
  if (name === 'demo') {
    const making = begun.get(session) ?? makeRecords(session, at);
    begun.set(session, making);
    await making;
  }
  return at;
}

async function makeRecords(session: Session, at: PracticePlace): Promise<void> {
  const { demoRecords } = await import('./demo-records.ts');
  await session.ask({}, (opened) => demoRecords(at, opened));
}
