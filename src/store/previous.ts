import type { PreviousScan } from '../domain/sink.ts';
import type { RawRow } from '../domain/tables.ts';
import { hasAllParts, type Manifest, readManifest } from './manifest.ts';
import { type FactsOfRepository, openWorkbench } from './raw.ts';
import type { Session } from './session.ts';

/** The last complete facts in a folder; null when there are none that can be used, and a scan must make them. */
export async function readFacts(directory: string): Promise<Manifest | null> {
  // A part can vanish while its manifest is being replaced: then the next manifest is the one to read.
  for (let attempt = 0; attempt < 3; attempt++) {
    const manifest = await readManifest(directory);
    if (manifest === null || (await hasAllParts(directory, manifest))) return manifest;
  }
  return null;
}

/** What a collector wants to know of the last complete scan, asked of its parts when it asks. */
export class PreviousFacts implements PreviousScan {
  readonly tips: readonly string[];
  readonly head: string | null;
  readonly headPosition: number | null;
  readonly isShallow: boolean;
  readonly isPartial: boolean;
  readonly #facts: FactsOfRepository;
  #opening: Promise<Session> | undefined;

  constructor(directory: string, manifest: Manifest) {
    this.#facts = { name: '', directory, manifest };
    this.tips = manifest.tips;
    this.head = manifest.head;
    this.headPosition = manifest.headPosition;
    this.isShallow = manifest.isShallow;
    this.isPartial = manifest.isPartial;
  }

  async known(table: 'commits' | 'landings', ids: readonly string[]): Promise<ReadonlySet<string>> {
    if (ids.length === 0) return new Set();
    const session = await this.#session();
    await session.run('DROP TABLE IF EXISTS asked');
    await session.scratch(
      'asked',
      { asked_id: 'text' },
      ids.map((id) => [id]),
    );
    const column = table === 'commits' ? 'id' : 'commit_id';
    const rows = await session.query<{ asked_id: string }>(
      `SELECT asked_id FROM asked SEMI JOIN raw_${table} ON asked_id = ${column}`,
    );
    return new Set(rows.map((row) => row.asked_id));
  }

  async contents(): ReturnType<PreviousScan['contents']> {
    const session = await this.#session();
    const rows = await session.query<Omit<RawRow<'head_files'>, 'kind'>>(
      'SELECT path, blob, size, is_binary, is_generated, interpreter FROM raw_head_files',
    );
    return new Map(rows.map(({ path, ...content }) => [path, content]));
  }

  async close(): Promise<void> {
    (await this.#opening)?.close();
    this.#opening = undefined;
  }

  #session(): Promise<Session> {
    this.#opening ??= openWorkbench([this.#facts]);
    return this.#opening;
  }
}
