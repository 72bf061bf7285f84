import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../scripts/browser/pages.ts';
import { settled } from '../../scripts/browser/settled.ts';
import { temporaryFolder } from '../git-fixture.ts';
import { cloneHistory, whereabouts } from '../histories.ts';
import { stageOf } from './stage.ts';

const HISTORY = 'jekyll-2015-02-24';
const { areThere, words } = whereabouts([HISTORY]);

describe.skipIf(!areThere)(`a public history (${words})`, () => {
  const stage = stageOf({ paths: () => [cloneHistory(HISTORY, temporaryFolder('history'))] });

  it('is told on every page, from a figure to a commit in two clicks', async () => {
    const { page } = await stage.visit('/');
    const wrong: string[] = [];
    for (const [name, address] of await addressesOf(stage.server, 'here')) {
      await page.goto(new URL(address, stage.server.address).href);
      await settled(page);
      for (const problem of await page.locator('[role=alert]').allInnerTexts()) wrong.push(`${name}: ${problem}`);
    }
    expect(wrong).toEqual([]);
    await page.goto(new URL('/scorecard', stage.server.address).href);
    await settled(page);
    await page.locator('main button[aria-haspopup=dialog]').first().click();
    await page.locator('dialog[open] li a').first().click();
    await settled(page, '/change');
    expect(new URL(page.url()).searchParams.get('id')).toMatch(/^[0-9a-f]{40}$/);
  });
});
