import type { Session } from '../session.ts';
import type { PracticePlace } from './practice-at.ts';

export type { PracticePlace } from './practice-at.ts';

const begun = new WeakMap<Session, Promise<void>>();

/** Where the records of what a session looks at are kept. Those of the demo are made when they are first looked for. */
export async function practicePlace(session: Session): Promise<PracticePlace> {
  const { effects, request, name } = session;
  const at = { effects, request };
  if (name === 'demo') {
    const making = begun.get(session) ?? makeRecords(session, at);
    begun.set(session, making);
    // Asked before the team's history was read: the next one makes them.
    await making.catch((error: unknown) => {
      begun.delete(session);
      throw error;
    });
  }
  return at;
}

async function makeRecords(session: Session, at: PracticePlace): Promise<void> {
  const { demoRecords } = await import('./demo-records.ts');
  await session.ask({}, (opened) => demoRecords(at, opened));
}
