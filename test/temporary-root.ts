import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything a run of the suite leaves in the temporary directory lies in one folder, which goes when the run ends: a test
 * may kill a process that would have cleaned up, and need not clean up itself.
 */
export default function setup(): () => void {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'fortnight-suite-'));
  const before = process.env.TMPDIR;
  process.env.TMPDIR = root;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
}
