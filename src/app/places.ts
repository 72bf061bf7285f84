import { demoPlace } from './demo.ts';
import type { Place } from './open.ts';
import { Session } from './session.ts';

/** What a surface that stays open can look at. */
export interface Places {
  readonly here: Session;
  /** The generated team, made when it is first asked for. */
  demo(): Promise<Session>;
  close(): Promise<void>;
}

/** Opens the place it was started in, at once: facts are read meanwhile. */
export function openPlaces(place: Place): Places {
  const here = new Session({ name: 'here', place, canOpenDemo: true });
  void here.start();
  let demo: Promise<Session> | null = null;
  const openDemo = async (): Promise<Session> => {
    const { effects, request } = place;
    const session = new Session({
      name: 'demo',
      place: await demoPlace(effects, request.dataDirectory),
      canOpenDemo: true,
      canScan: false,
    });
    await session.start();
    return session;
  };
  return {
    here,
    demo() {
      demo ??= openDemo().catch((error: unknown) => {
        // What failed is tried again by the next.
        demo = null;
        throw error;
      });
      return demo;
    },
    async close() {
      await Promise.all([here.close(), demo?.then((session) => session.close()).catch(() => undefined)]);
    },
  };
}
