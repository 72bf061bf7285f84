/** What every command is told about where to look, at what, and how. */
export interface Request {
  /** Folders; empty: the current one. */
  readonly paths: readonly string[];
  /** As written: see `parseMoment`. */
  readonly since: string | null;
  readonly until: string | null;
  /** First day of an absence that is asked about: unless {@link until} says more, the window ends there at the latest. */
  readonly before?: string;
  /** Who the user says the lead is. */
  readonly lead: string | null;
  readonly dataDirectory: string | null;
  /** False: `fortnight.yml` is left aside. */
  readonly useConfiguration: boolean;
  readonly scan: 'when-needed' | 'never' | 'full';
  /** All evidence and all rows. */
  readonly everything: boolean;
}

export const DEFAULT_REQUEST: Request = {
  paths: [],
  since: null,
  until: null,
  lead: null,
  dataDirectory: null,
  useConfiguration: true,
  scan: 'when-needed',
  everything: false,
};
