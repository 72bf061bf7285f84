import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Runs in the page: it has a heading, nothing in it is waited for, and its letters are there. */
const IS_SETTLED = `document.querySelector('h1') !== null
  && document.querySelector('[aria-busy="true"], [class*="skeleton"]') === null
  && document.fonts.status === 'loaded'`;

/** Waits until something of the page is true. By asking again and again: its policy forbids scripts made from text. */
export async function until(page: Page, condition: string): Promise<void> {
  const end = performance.now() + LONGEST_MS;
  while (!(await page.evaluate(condition).catch(ofPageThatLeft))) {
    if (performance.now() > end) throw new Error(`In vain waited for: ${condition}; ${page.url()}`);
    await pause(20);
  }
}

/**
 * Waits until a page shows its answers and goes on showing them: one answer may lead to the next question. After a way to
 * another page was taken, `path` is where it leads: until the address says so, the page before is still there.
 */
export async function settled(page: Page, path?: string): Promise<void> {
  if (path !== undefined) await until(page, `location.pathname === ${JSON.stringify(path)}`);
  for (let time = 0; time < 3; time += 1) {
    await until(page, IS_SETTLED);
    await pause(20);
  }
}

const LONGEST_MS = 30_000;

/** While a page gives way to another there is nobody to ask. */
function ofPageThatLeft(error: Error): boolean {
  if (/Execution context was destroyed|navigation/.test(error.message)) return false;
  throw error;
}
