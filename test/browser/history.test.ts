import { describe, expect, it } from 'vitest';
import { addressesOf } from '../../scripts/browser/pages.ts';
import { settled } from '../../scripts/browser/settled.ts';
import { clonedHistory, whereabouts } from '../histories.ts';
import { stageOf } from './stage.ts';
import { expectTwoClicks, WAYS } from './two-clicks.ts';

const HISTORY = 'jekyll-2015-02-24';
const { areThere, words } = whereabouts([HISTORY]);

describe.skipIf(!areThere)(`a public history (${words})`, () => {
  let repository = '';
  const stage = stageOf({
    paths: async () => {
      repository = await clonedHistory(HISTORY);
      return [repository];
    },
  });

  it.each(WAYS)('is gone into from $name to a commit in two clicks', async (way) => {
    await expectTwoClicks(stage, 'here', way, repository);
  });

  it('is told on every page', async () => {
    const { page } = await stage.visit('/');
    const wrong: string[] = [];
    for (const [name, address] of await addressesOf(stage.server, 'here')) {
      await page.goto(new URL(address, stage.server.address).href);
      await settled(page);
      for (const problem of await page.locator('[role=alert]').allInnerTexts()) wrong.push(`${name}: ${problem}`);
    }
    expect(wrong).toEqual([]);
  });
});
