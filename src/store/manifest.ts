import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FACTS_VERSION, RAW_TABLES, type RawTable } from '../domain/tables.ts';
import { MANIFEST, PARTS } from './directory.ts';
import { type CrashPoint, isCode, replaceFile, sha256OfFile } from './durable.ts';

/** The name tells the table, the partition (`all` for a table written whole) and the SHA-256 of the bytes. */
export const PART_NAME = /^([a-z_]+)-([a-z0-9-]+)-[0-9a-f]{64}\.parquet$/;

const partSchema = z.strictObject({
  file: z.string().regex(PART_NAME),
  partition: z.string(),
  rows: z.int().min(1),
  bytes: z.int().min(1),
});
const tableNames = Object.keys(RAW_TABLES) as [RawTable, ...RawTable[]];

/**
 * What the facts of a repository consist of. It names immutable parts and is itself replaced as a whole, so whoever
 * holds one holds complete facts. It knows no clock and no path: the same history gives the same bytes.
 */
const manifestSchema = z.strictObject({
  version: z.literal(FACTS_VERSION),
  head: z.string().nullable(),
  headPosition: z.number().nullable(),
  isShallow: z.boolean(),
  isPartial: z.boolean(),
  forgeUrl: z.string().nullable(),
  warnings: z.array(z.string()),
  tips: z.array(z.string()),
  parts: z.record(z.enum(tableNames), z.array(partSchema)),
});
export type Manifest = z.infer<typeof manifestSchema>;
export type Part = z.infer<typeof partSchema>;

export function partName(table: RawTable, partition: string, hash: string): string {
  return `${table}-${partition}-${hash}.parquet`;
}

/** The bytes of a manifest: keys and parts in a fixed order. */
export function formatManifest(manifest: Manifest): string {
  const parts: Partial<Record<RawTable, readonly Part[]>> = {};
  for (const table of tableNames) {
    parts[table] = [...manifest.parts[table]]
      .sort((a, b) => (a.file < b.file ? -1 : 1))
      .map(({ file, partition, rows, bytes }) => ({ file, partition, rows, bytes }));
  }
  const { version, head, headPosition, isShallow, isPartial, forgeUrl, warnings, tips } = manifest;
  const whole = { version, head, headPosition, isShallow, isPartial, forgeUrl, warnings, tips, parts };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

/** Reads the manifest; null when there is none, it is damaged, or of another version: then a scan rebuilds the facts. */
export async function readManifest(directory: string): Promise<Manifest | null> {
  let content: string;
  try {
    content = await readFile(join(directory, MANIFEST), 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENOTDIR')) return null;
    throw error;
  }
  try {
    const manifest = manifestSchema.safeParse(JSON.parse(content));
    return manifest.success ? manifest.data : null;
  } catch {
    return null;
  }
}

/** Every part of a manifest. */
export function allParts(manifest: Manifest): Part[] {
  return tableNames.flatMap((table) => manifest.parts[table]);
}

/** Whether every part is there at its full length. Does not read the parts: a scan checks those it builds upon. */
export async function hasAllParts(directory: string, manifest: Manifest): Promise<boolean> {
  const checks = allParts(manifest).map(async (part) => {
    const found = await stat(join(directory, PARTS, part.file)).catch(() => null);
    return found?.isFile() === true && found.size === part.bytes;
  });
  return (await Promise.all(checks)).every(Boolean);
}

/** Whether every part is, byte for byte, what its name says. Reads all of them: for when something has already failed. */
export async function areAllPartsWhole(directory: string, manifest: Manifest): Promise<boolean> {
  for (const part of allParts(manifest)) {
    if (!(await isPartWhole(join(directory, PARTS, part.file), part))) return false;
  }
  return true;
}

export async function isPartWhole(file: string, part: Part): Promise<boolean> {
  const found = await sha256OfFile(file).catch(() => null);
  return found !== null && part.file.endsWith(`-${found.sha256}.parquet`);
}

/** Puts a manifest in the place of the last one: the moment at which new facts become visible. */
export async function writeManifest(
  directory: string,
  manifest: Manifest,
  staging: string,
  crash: CrashPoint,
): Promise<void> {
  await replaceFile(directory, MANIFEST, formatManifest(manifest), staging, crash);
}
