import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDecision } from '../src/documents/read-decision.ts';
import { type ResolvedLink, resolveDecisions } from '../src/documents/resolve-decisions.ts';

/** Decision records of public projects with what a person read in them; they lie beside the project where they are shared. */
const directory = join(
  process.env.FORTNIGHT_SHARED ?? fileURLToPath(new URL('../../shared', import.meta.url)),
  'decisions',
);
const index = join(directory, 'index.json');
const isThere = existsSync(index);

interface Labelled {
  readonly repo: string;
  readonly path: string;
  readonly file: string;
  readonly status: string | null;
  readonly date: string | null;
  readonly supersedes: readonly string[] | null;
  readonly superseded_by: readonly string[] | null;
  readonly checked?: boolean;
}

/** What is no status of ours: a word nobody knows is none; superseded in part is still in force. */
const OURS: Readonly<Record<string, string | null>> = { other: null, 'partially superseded': 'accepted' };

const namesOf = (links: readonly ResolvedLink[]) =>
  links
    .map(({ name, text }) => name ?? text)
    .sort()
    .join();

describe.skipIf(!isThere)(
  `decision records of public projects (${isThere ? directory : 'FORTNIGHT_SHARED or ../shared, absent: skipped'})`,
  () => {
    const labelled: readonly Labelled[] = isThere ? JSON.parse(readFileSync(index, 'utf8')) : [];
    const read = labelled.map((label) => ({
      label: {
        ...label,
        status: label.status !== null && label.status in OURS ? (OURS[label.status] ?? null) : label.status,
      },
      found: readDecision(label.path, readFileSync(join(directory, label.file), 'utf8'), null),
    }));
    const links = new Map(
      [...new Set(labelled.map(({ repo }) => repo))].flatMap((repo) =>
        resolveDecisions(
          read.flatMap(({ label, found }) => (label.repo === repo ? [{ ...found, path: label.path }] : [])),
        ).map((one) => [`${repo}\n${one.path}`, one] as const),
      ),
    );
    const isLinked = ({ label }: (typeof read)[number]) => {
      const found = links.get(`${label.repo}\n${label.path}`);
      return (
        found !== undefined &&
        namesOf(found.supersedes) === [...(label.supersedes ?? [])].sort().join() &&
        namesOf(found.supersededBy) === [...(label.superseded_by ?? [])].sort().join()
      );
    };

    it.each([
      ['that were read by eye', 75, read.filter(({ label }) => label.checked === true)],
      ['and all others', 270, read],
    ])('%s have the status, the date and the links that were found in at least 97 of 100', (_, count, records) => {
      const agreeing = (same: (one: (typeof read)[number]) => boolean) => records.filter(same).length / records.length;
      expect(records).toHaveLength(count);
      expect(agreeing(({ label, found }) => label.status === found.status)).toBeGreaterThanOrEqual(0.97);
      expect(agreeing(({ label, found }) => label.date === found.date)).toBeGreaterThanOrEqual(0.97);
      expect(agreeing(isLinked)).toBeGreaterThanOrEqual(0.97);
    });
  },
);
