import { beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, type PageName } from '../../scripts/browser/pages.ts';
import { settled } from '../../scripts/browser/settled.ts';
import { violations } from './axe.ts';
import { stageOf } from './stage.ts';

const stage = stageOf({ ready: 'demo' });
let addresses: ReadonlyMap<PageName, string>;

beforeAll(async () => {
  addresses = await addressesOf(stage.server, 'demo');
});

const LOOKS = [
  { width: 1440, theme: 'light' },
  { width: 1440, theme: 'dark' },
  { width: 360, theme: 'light' },
  { width: 360, theme: 'dark' },
] as const;

describe.each(LOOKS)('every page, $width pixels wide and $theme', (look) => {
  it('fits its window, has one heading above all others, and is accessible', async () => {
    const { page } = await stage.visit('/?place=demo', look);
    const wrong: string[] = [];
    for (const [name, address] of addresses) {
      await page.goto(new URL(address, stage.server.address).href);
      await settled(page);
      const headings = await page.locator('h1').count();
      if (headings !== 1) wrong.push(`${name}: ${headings} headings of the first level`);
      const wide = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      if (Number(wide) > 0) wrong.push(`${name}: ${wide} pixels wider than its window`);
      if ((await page.locator('[role=alert]').count()) > 0)
        wrong.push(`${name}: ${await page.locator('[role=alert]').innerText()}`);
      for (const violation of await violations(page)) wrong.push(`${name}: ${violation}`);
    }
    expect(wrong).toEqual([]);
  });
});
