import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Everything a run of the suite leaves in the temporary directory lies in one folder, which goes when the run ends: a test
 * may kill a process that would have cleaned up, and need not clean up itself. In it Node also keeps what it compiled: the
 * suite starts the program hundreds of times.
 */
export default function setup(): () => void {
  const root = mkdtempSync(join(realpathSync(tmpdir()), 'fortnight-suite-'));
  const before = { TMPDIR: process.env.TMPDIR, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE };
  Object.assign(process.env, { TMPDIR: root, NODE_COMPILE_CACHE: join(root, 'compiled') });
  return () => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(root, { recursive: true, force: true, maxRetries: 3 });
  };
}
