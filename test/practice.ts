import type { Opened } from '../src/app/open.ts';
import type { PracticePlace } from '../src/app/practice/practice-at.ts';
import { DEFAULT_REQUEST } from '../src/app/request.ts';
import { type Config, EMPTY_CONFIG } from '../src/domain/config.ts';
import { WINDOW } from './ask.ts';
import { quietEffects } from './command-line.ts';
import { temporaryFolder } from './git-fixture.ts';
import { type LiteralTables, openTables } from './tables.ts';

/** Literal tables as an operation finds them opened, the lead being `ada` and the window that of measures unless told otherwise. */
export async function openedTables(
  tables: LiteralTables,
  { lead = 'ada', config = EMPTY_CONFIG }: { readonly lead?: string | null; readonly config?: Config } = {},
): Promise<{ readonly facts: Pick<Opened['facts'], 'query'> } & Pick<Opened, 'setting' | 'configs'>> {
  const query = await openTables(tables);
  const repositories = await query<{ repository: string }>('SELECT repository FROM repositories');
  return {
    facts: { query },
    setting: {
      repositories: repositories.map(({ repository }) => repository),
      window: WINDOW,
      lead: {
        person: lead,
        name: lead,
        basis: lead === null ? 'nobody' : 'given',
        reason: 'Named by --lead.',
        isClose: false,
      },
      isPartial: false,
      notes: [],
    },
    configs: new Map([['repo', config]]),
  };
}

/** A private folder of its own, far from any repository, on the day on which the window of measures ends. */
export function practiceAt(today = WINDOW.until): PracticePlace {
  const cwd = temporaryFolder('elsewhere');
  const effects = quietEffects({
    ...{ cwd, now: today, dataDir: temporaryFolder('data') },
    env: { FORTNIGHT_PRIVATE_DIR: temporaryFolder('private') },
  });
  return { effects, request: DEFAULT_REQUEST };
}
