import type { Page } from 'playwright-core';

/** Runs in the page: it has a heading, nothing in it is waited for, and its letters are there. */
const IS_SETTLED = `document.querySelector('h1') !== null
  && document.querySelector('[aria-busy="true"], [class*="skeleton"]') === null
  && document.fonts.status === 'loaded'`;

/** Waits until a page shows its answers and goes on showing them: one answer may lead to the next question. */
export async function settled(page: Page): Promise<void> {
  for (let time = 0; time < 3; time += 1) {
    await page.waitForFunction(IS_SETTLED);
    await page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 20)))');
  }
}
