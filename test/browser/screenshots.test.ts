import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { builtPage } from '../built-page.ts';
import { temporaryFolder } from '../git-fixture.ts';

const script = fileURLToPath(new URL('../../scripts/screenshots.ts', import.meta.url));

it('takes a picture of a page at both widths and in both themes', async () => {
  const out = temporaryFolder('screenshots');
  execFileSync(process.execPath, [script, '--only', 'people', '--out', out, '--assets', await builtPage()]);
  const taken = readdirSync(out).sort();
  expect(taken).toEqual(
    ['360-dark', '360-light', '1440-dark', '1440-light'].map((look) => `people-${look}.webp`).sort(),
  );
  for (const name of taken) expect(statSync(join(out, name)).size).toBeGreaterThan(5_000);
});
