/**
 * `npm run screenshots`: every page of the demonstration and its report, wide and narrow, light and dark, into
 * `docs/screenshots/` as `page-width-theme.webp`. The same demonstration gives the same pictures on the same machine. `-- --only fortnight`
 * takes one page (may be said several times), `-- --out FOLDER` puts them elsewhere, `-- --assets FOLDER/` takes a page built before, `-- --report FILE`
 * a renderer of the report built before.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { Request } from 'playwright-core';
import { htmlReport } from '../src/app/html-report.ts';
import { loadRenderer, reportText as textOf } from '../src/app/report-file.ts';
import { openChromium } from './browser/chromium.ts';
import { openServer } from './browser/open-server.ts';
import { addressesOf } from './browser/pages.ts';
import { settled, until } from './browser/settled.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(project, 'docs/screenshots') },
    assets: { type: 'string', default: join(project, 'dist/web/') },
    report: { type: 'string', default: join(project, 'dist/report/report.js') },
    only: { type: 'string', multiple: true },
  },
});
const WIDTHS = [1440, 360] as const;
const THEMES = ['light', 'dark'] as const;
const isWanted = (name: string) => values.only === undefined || values.only.includes(name);
/** No picture is taller: a page is told by how it begins. */
const TALLEST = 2400;
const START = { 1440: 900, 360: 740 } as const;

/** Runs in the page: the one folder and moment that differ from machine to machine are shown as a reader would see theirs. */
const ANYWHERE = `(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode.nodeValue;
    const told = text
      .replace(/\\/\\S*fortnight-served-\\w+/g, '~/.cache/fortnight')
      .replace(/\\d{4}-\\d\\d-\\d\\d at \\d\\d:\\d\\d UTC/g, '2026-05-04 at 09:00 UTC');
    if (told !== text) texts.currentNode.nodeValue = told;
  }
})()`;

/** The report as `fortnight report --html` writes it, of the demonstration and what it asks unless told otherwise. */
async function reportText(): Promise<string> {
  const asked = { persons: [], from: null, days: 14, target: 0.2, load: 2, assumptions: {}, calibration: null };
  const demo = await server.places.demo();
  const report = await demo.ask({}, (opened) =>
    htmlReport(opened, demo.effects, asked, { everything: false, hideNames: false }),
  );
  return textOf(report, await loadRenderer(pathToFileURL(values.report))).text;
}

const server = await openServer({ paths: [], assets: values.assets });
const browser = await openChromium();
try {
  await server.ready('demo');
  mkdirSync(values.out, { recursive: true });
  const addresses = new Map<string, string>(await addressesOf(server, 'demo'));
  const kept = mkdtempSync(join(tmpdir(), 'fortnight-pictures-'));
  if (isWanted('report')) {
    const file = join(kept, 'report.html');
    writeFileSync(file, await reportText());
    addresses.set('report', pathToFileURL(file).href);
  }
  for (const width of WIDTHS) {
    for (const theme of THEMES) {
      const context = await browser.newContext({
        viewport: { width, height: START[width] },
        colorScheme: theme,
        reducedMotion: 'reduce',
        locale: 'en-GB',
        timezoneId: 'UTC',
      });
      const page = await context.newPage();
      const asked = new Set<Request>();
      page.on('request', (request) => !request.url().endsWith('/progress') && asked.add(request));
      for (const end of ['requestfinished', 'requestfailed'] as const) {
        page.on(end as 'requestfinished', (request) => asked.delete(request));
      }
      await page.goto(server.link());
      await until(page, `!location.hash.includes('token')`);
      const debug = await context.newCDPSession(page);
      for (const [name, address] of addresses) {
        if (!isWanted(name)) continue;
        await page.goto(new URL(address, server.address).href);
        await settled(page);
        // A window as tall as the picture: what is drawn when it comes into view is drawn.
        const height = Number(await page.evaluate('document.documentElement.scrollHeight'));
        await page.setViewportSize({ width, height: Math.max(START[width], Math.min(height, TALLEST)) });
        // What came into view asks its own questions, and is drawn when they are answered.
        for (let quiet = 0; quiet < 3; quiet = asked.size === 0 ? quiet + 1 : 0) await pause(100);
        await settled(page);
        await page.evaluate(ANYWHERE);
        const { data } = await debug.send('Page.captureScreenshot', { format: 'webp', quality: 82 });
        await page.setViewportSize({ width, height: START[width] });
        writeFileSync(join(values.out, `${name}-${width}-${theme}.webp`), Buffer.from(data, 'base64'));
      }
      await context.close();
    }
  }
  rmSync(kept, { recursive: true, force: true });
} finally {
  await browser.close();
  await server.close();
}
