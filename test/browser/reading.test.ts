import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { extendHistory, makeHistory } from '../../scripts/history.ts';
import { text } from '../../src/web/messages/index.ts';
import { temporaryFolder } from '../git-fixture.ts';
import { heldGit } from '../held-git.ts';
import { stageOf } from './stage.ts';

const words = text.data.scan;
const options = { commits: 1200, seed: 7 };
const repository = join(temporaryFolder('read'), 'read.git');
const before = process.env.PATH;
const git = heldGit(temporaryFolder('held'));

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const readSoFar = (page: Page) => page.getByText(/^[1-9][\d,]*( of 1,2\d\d)? commits/);
const session = (page: Page): Promise<unknown> =>
  page.evaluate(`fetch('/api/here/session').then((said) => said.json())`);

describe('a history that is being read', () => {
  const stage = stageOf({
    paths: async () => {
      await makeHistory(repository, options);
      process.env.PATH = git.path;
      return [repository];
    },
  });
  afterEach(() => git.release());
  afterAll(() => {
    process.env.PATH = before;
  });

  it('tells how far it is, and stays as it was where that is cancelled', async () => {
    const { page } = await stage.visit('/data');
    git.hold();
    await press(page, words.full);
    await readSoFar(page).waitFor();
    expect(await page.getByRole('progressbar', { name: words.progress }).count()).toBe(1);
    await press(page, words.cancel);
    await page.getByText(words.cancelled).waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(0);
    expect(await session(page)).toMatchObject({ state: 'ready', scan: { state: 'cancelled' } });
  });

  it('is the same reading in every window: begun in one, seen and cancelled in another, begun again at once', async () => {
    const { page } = await stage.visit('/data');
    git.hold();
    await press(page, words.full);
    await readSoFar(page).waitFor();
    const { page: other } = await stage.visit('/data');
    await readSoFar(other).waitFor();
    await press(other, words.cancel);
    await Promise.all([page, other].map((one) => one.getByText(words.cancelled).waitFor()));

    await press(other, words.full);
    await readSoFar(other).waitFor();
    git.release();
    await other
      .getByText(/1,200 commits/)
      .first()
      .waitFor();
    await other.getByRole('button', { name: words.full }).waitFor();
    expect(await session(other)).toMatchObject({ state: 'ready', scan: { state: 'done' } });
  });

  it('is read again where it has grown, and says by how much', async () => {
    const { page } = await stage.visit('/data');
    await extendHistory(repository, options, options.commits, options.commits + 25);
    await press(page, words.read);
    await page
      .getByText(/25 (new )?commits/)
      .first()
      .waitFor();
    await page.getByText('1,225').first().waitFor();
  });
});
