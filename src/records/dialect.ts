import type { Matter, MatterChanges } from '../documents/edit-front-matter.ts';
import type { RecordProblem } from '../domain/records/entry.ts';

/** How the records of a kind are read and changed that others write too, in dialects of their own. */
export interface Dialect {
  /** What a file says of itself: fields that are valid for the kind, and its title; undefined leaves it to the front matter. */
  read(
    name: string,
    text: string,
    matter: Matter,
  ): {
    readonly title?: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly problems?: readonly RecordProblem[];
  };
  /** Makes those changes that do not belong into the front matter, and gives back the others. */
  edit?(
    name: string,
    text: string,
    changes: { readonly title: string | undefined; readonly fields: MatterChanges },
  ): { readonly text: string; readonly title: string | undefined; readonly fields: MatterChanges };
}
