import { randomUUID } from 'node:crypto';
import type { Undoable } from '../domain/configuration-edit.ts';
import { FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { CONFIG_FILE, replaceConfig } from './config.ts';

/** An edit as it was made: what stood in the file before, and what stands there since. */
interface MadeEdit {
  readonly location: RepositoryLocation;
  readonly file: string;
  readonly sentence: string;
  /** Null: there was no file. */
  readonly replaced: Uint8Array | null;
  readonly text: string;
}

/** Nobody goes back further than this. */
const KEPT = 100;

/** Edits of `fortnight.yml` that can be taken back, for as long as a server runs. Nothing of it is written anywhere. */
export class ConfigurationUndo {
  readonly #made: (MadeEdit & { readonly id: string })[] = [];
  #turn: Promise<unknown> = Promise.resolve();

  remember(edit: MadeEdit): void {
    this.#made.push({ ...edit, id: randomUUID() });
    if (this.#made.length > KEPT) this.#made.shift();
  }

  /** One after the other: of two edits at once the later sees what the earlier wrote. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work);
    this.#turn = mine.catch(() => undefined);
    return await mine;
  }

  /** The newest edit that was not taken back yet. */
  get latest(): Undoable | null {
    const last = this.#made.at(-1);
    return last === undefined ? null : { id: last.id, sentence: last.sentence, file: last.file };
  }

  /** Puts back what stood in the file, byte for byte. Refuses when the file is no longer what the edit made of it. */
  async undo(id: string): Promise<Undoable> {
    return await this.inTurn(() => this.#undo(id));
  }

  async #undo(id: string): Promise<Undoable> {
    const at = this.#made.findIndex((one) => one.id === id);
    const edit = this.#made[at];
    if (edit === undefined) {
      throw new FortnightError('nothing-to-undo', 'This edit was taken back already, or made by an earlier server.', {
        hint: `See ${CONFIG_FILE} itself; git keeps what was committed.`,
      });
    }
    await replaceConfig(edit.location, edit.replaced, edit.text).catch((error: unknown) => {
      if (!(error instanceof FortnightError) || error.code !== 'configuration-changed') throw error;
      throw new FortnightError('configuration-changed', `${CONFIG_FILE} was changed since, so it was left as it is.`, {
        hint: 'Take the lines out by hand, or undo the later change first.',
        cause: error,
      });
    });
    this.#made.splice(at, 1);
    return { id, sentence: edit.sentence, file: edit.file };
  }
}

const undos = new WeakMap<object, ConfigurationUndo>();

/** The edits that belong to a session: they are forgotten with it. */
export function configurationUndo(session: object): ConfigurationUndo {
  const known = undos.get(session) ?? new ConfigurationUndo();
  undos.set(session, known);
  return known;
}
