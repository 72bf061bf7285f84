import type { ConfigurationPlace, PeoplePage } from '../domain/configuration-edit.ts';
import { FortnightError } from '../domain/errors.ts';
import { configPath } from './config.ts';
import type { Opened } from './open.ts';
import { onlyRepository, peopleList } from './people-edit.ts';
import type { Session } from './session.ts';

/** Everybody, and who is taken to lead. */
export async function peoplePage(opened: Opened): Promise<PeoplePage> {
  return { ...(await peopleList(opened)), lead: opened.setting.lead };
}

/** The `fortnight.yml` an edit of people is written to, or why there is none and what to do about it. */
export function whereToWrite(
  { name, request }: Pick<Session, 'name' | 'request'>,
  { workspace }: Pick<Opened, 'workspace'>,
): Omit<ConfigurationPlace, 'undo'> {
  const nowhere = (because: string, hint: string | null) => ({ file: null, because, hint });
  if (name === 'demo') {
    return nowhere(
      'The demo is generated: there is no repository of yours to write to.',
      'Open a repository of your own: fortnight serve PATH.',
    );
  }
  if (!request.useConfiguration) {
    return nowhere(
      'fortnight.yml is left aside, as --no-config says.',
      'Start it again without --no-config to change who is who.',
    );
  }
  try {
    return { file: configPath(onlyRepository(workspace).location), because: null, hint: null };
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    return nowhere(error.message, error.hint);
  }
}
