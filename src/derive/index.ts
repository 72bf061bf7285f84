import type { Derivation } from '../domain/workbench.ts';
import { deriveChanges } from './changes.ts';
import { deriveCommits } from './commits.ts';
import { deriveCredit } from './credit.ts';
import { deriveDecisions } from './decisions/index.ts';
import { fileDerivations } from './files/index.ts';
import { deriveOpenWork } from './open-work/index.ts';
import { derivePeople } from './people.ts';
import { deriveReleases } from './releases.ts';
import { deriveRepositories } from './repositories.ts';
import { deriveReviews } from './reviews.ts';

/**
 * From raw facts and the configuration to the tables measures read, in this order. Later steps read what earlier ones
 * made, and scratch tables, in which a commit and a path are numbers: `logins` and `forge_identities` of the people,
 * `known_commits` and `known_trailers` of the credit, `known_changes`, `known_paths` and `bulk_commits` of the files,
 * `mainline` and `landed` of the commits. What nobody reads again is a view, computed when it is written.
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
  deriveOpenWork,
  deriveDecisions,
];
