import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { RepositoryLocation } from '../../domain/repository.ts';
import { checkObjectStore } from './object-store.ts';
import { readRefFiles } from './refs.ts';
import { readRepositoryConfig } from './repository-config.ts';
import { readShallow } from './shallow.ts';
import { readSmallFile } from './small-file.ts';

/** Bump when a scan of an unchanged repository would give other facts. */
const VERSION = 1;

/**
 * A short text that stays the same as long as a scan would give the same facts: it covers the head, all refs, where a shallow
 * clone ends, and the few settings that matter. Reads small files; starts no program. (Objects that were lost or repaired
 * without any ref moving do not change it.)
 */
export async function quickFingerprint(location: RepositoryLocation): Promise<string> {
  const config = readRepositoryConfig(location.commonDir);
  const hexLength = config.objectFormat === 'sha256' ? 64 : 40;
  const hash = createHash('sha256').update(JSON.stringify([VERSION, config]));
  hash.update(JSON.stringify([...readShallow(location.commonDir, hexLength).commits].sort()));
  if (config.refStorage === 'files') {
    const { head, refs } = readRefFiles(location, hexLength);
    hash.update(`\n${head}\n`);
    for (const { id, name } of refs) hash.update(`${id} ${name}\n`);
  } else {
    for (const folder of new Set([location.gitDir, location.commonDir])) {
      hash.update(readSmallFile(join(folder, 'reftable', 'tables.list'), 1 << 20, [folder]) ?? 'none');
    }
  }
  hash.update(String(checkObjectStore(join(location.commonDir, 'objects')).hasPromisorPacks));
  return hash.digest('hex');
}
