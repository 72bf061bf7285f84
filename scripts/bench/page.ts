import type { Page } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';
import { openServer } from '../browser/open-server.ts';
import { settled, until } from '../browser/settled.ts';
import { bundleOf } from './bundle.ts';
import type { Figure } from './table.ts';
import { median } from './timed.ts';

const TURNS = 5;
/** A frame of the map may take this long, in seconds. */
const FRAME = 0.1;
const KB = 1024;

/** Size of the page, its first paint on the demonstration, and the frames of the map of a repository of many files. */
export async function pageFigures(manyFiles: string, data: string, now: number, assets: string): Promise<Figure[]> {
  return [...sizes(assets), ...(await firstPaint(assets)), ...(await frames(manyFiles, data, now, assets))];
}

function sizes(assets: string): Figure[] {
  const { all, first, fonts } = bundleOf(assets);
  return [
    {
      what: 'page, gzipped',
      value: all / KB,
      unit: 'kB',
      under: 350,
      detail: `all pages; what the first one begins with ${Math.round(first / KB)} kB; fonts ${Math.round(fonts / KB)} kB beside it`,
    },
  ];
}

async function firstPaint(assets: string): Promise<Figure[]> {
  const server = await openServer({ paths: [], assets });
  const browser = await openChromium();
  try {
    await server.ready('demo');
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(server.link());
    await until(page, `!location.hash.includes('token')`);
    const paints: { full: number; empty: number; answered: number }[] = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      await page.goto(`${server.address}nothing.txt`).catch(() => undefined);
      const empty = await paintOf(page);
      await page.goto(`${server.address}?place=demo`);
      const full = await paintOf(page);
      await settled(page);
      paints.push({ full, empty, answered: Number(await page.evaluate('performance.now()')) / 1000 });
    }
    const full = median(paints.map((paint) => paint.full));
    const empty = median(paints.map((paint) => paint.empty));
    const answered = median(paints.map((paint) => paint.answered));
    const detail = `median of ${TURNS}; ${(full / empty).toFixed(1)} times that of an empty page in the same turns; every answer there after ${answered.toFixed(2)} s`;
    return [{ what: 'first paint, demonstration', value: full, unit: 's', under: 1, detail }];
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Seconds until something was painted. */
async function paintOf(page: Page): Promise<number> {
  const paint = `performance.getEntriesByName('first-contentful-paint')[0]?.startTime`;
  await until(page, `${paint} !== undefined`);
  return Number(await page.evaluate(paint)) / 1000;
}

async function frames(manyFiles: string, dataDirectory: string, now: number, assets: string): Promise<Figure[]> {
  const server = await openServer({ paths: [manyFiles], assets, now, dataDirectory });
  const browser = await openChromium();
  try {
    await server.ready();
    const context = await browser.newContext({ viewport: { width: 1440, height: 1200 } });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(server.link());
    await until(page, `!location.hash.includes('token')`);
    await page.goto(`${server.address}knowledge?by=file`);
    await settled(page);
    const map = page.locator('[role=application]');
    const box = await map.boundingBox();
    if (box === null) throw new Error('The map is not there.');
    await map.focus();
    const figures: Figure[] = [];
    const measure = async (what: string, act: (turn: number) => Promise<unknown>) => {
      const longest: number[] = [];
      for (let turn = 0; turn < TURNS; turn += 1) {
        await page.evaluate(WATCH);
        await act(turn);
        await page.evaluate('new Promise((done) => setTimeout(done, 250))');
        longest.push(Number(await page.evaluate('window.longestFrame()')) / 1000);
      }
      const detail = `longest frame, median of ${TURNS}: ${longest.map((one) => `${Math.round(one * 1000)}`).join(', ')} ms`;
      figures.push({ what: `map of 100,000 files, ${what}`, value: median(longest), unit: 's', under: FRAME, detail });
    };
    await measure('nothing done', async () => undefined);
    await measure('pointing', async (turn) => {
      for (let step = 0; step < 20; step += 1) {
        await page.mouse.move(box.x + (box.width * (step + 1)) / 22, box.y + (box.height * (turn + 1)) / 7);
      }
    });
    await measure('somebody taken out', async (turn) => page.locator('fieldset li input').nth(turn).click());
    await measure('going in', async () => {
      await map.focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
    });
    return figures;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Runs in the page: begins to note how long frames take. */
const WATCH = `(() => {
  let last = performance.now();
  let longest = 0;
  let isOver = false;
  const note = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  window.longestFrame = () => { isOver = true; return longest; };
})()`;
