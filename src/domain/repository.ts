/** A repository as found on disk, before anything in it is trusted. All paths are real paths. */
export interface RepositoryLocation {
  /** Folder name without `.git`: how a person calls it. */
  readonly name: string;
  /** The `.git` directory of this worktree (or the bare repository itself). */
  readonly gitDir: string;
  /** The directory shared by all worktrees; equals `gitDir` in the main one. Its path identifies the repository. */
  readonly commonDir: string;
  /** Root of the work tree; null when bare. */
  readonly workTree: string | null;
}
