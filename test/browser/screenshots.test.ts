import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtPage, builtReport } from '../built-page.ts';
import { temporaryFolder } from '../git-fixture.ts';

const script = fileURLToPath(new URL('../../scripts/screenshots.ts', import.meta.url));

it('takes pictures of a page and of the report at both widths and in both themes', async () => {
  const names = ['people', 'report'];
  const out = temporaryFolder('screenshots');
  const built = ['--assets', await builtPage(), '--report', fileURLToPath(await builtReport())];
  execFileSync(process.execPath, [script, ...names.flatMap((name) => ['--only', name]), '--out', out, ...built]);
  const taken = readdirSync(out).sort();
  expect(taken).toEqual(
    names
      .flatMap((name) => ['360-dark', '360-light', '1440-dark', '1440-light'].map((look) => `${name}-${look}.webp`))
      .sort(),
  );
  for (const file of taken) expect(statSync(join(out, file)).size).toBeGreaterThan(5_000);
});
