import type { Derivation } from '../domain/workbench.ts';
import { deriveChanges } from './changes.ts';
import { deriveCommits } from './commits.ts';
import { deriveCredit } from './credit.ts';
import { fileDerivations } from './files/index.ts';
import { derivePeople } from './people.ts';
import { deriveReleases } from './releases.ts';
import { deriveRepositories } from './repositories.ts';
import { deriveReviews } from './reviews.ts';

/**
 * From raw facts and the configuration to the tables measures read, in this order. Later steps read what earlier ones
 * made, and scratch tables: `logins` and `forge_identities` of the people, `bulk_commits` (repository, commit_id) of the
 * files, `known_commits`, `known_trailers`, `mainline` and `landed` of the commits.
 */
export const derivations: readonly Derivation[] = [
  deriveRepositories,
  derivePeople,
  deriveCredit,
  ...fileDerivations,
  deriveCommits,
  deriveChanges,
  deriveReviews,
  deriveReleases,
];
