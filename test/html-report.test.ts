import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../scripts/browser/chromium.ts';
import { demoPlace } from '../src/app/demo.ts';
import { realEffects } from '../src/app/effects.ts';
import { htmlReport } from '../src/app/html-report.ts';
import { type Place, withFacts } from '../src/app/open.ts';
import { loadRenderer, MOST_BYTES, reportText, writeReport } from '../src/app/report-file.ts';
import { DEFAULT_REQUEST } from '../src/app/request.ts';
import type { HtmlReport, RenderReport } from '../src/domain/html-report.ts';
import { ATTACK_ELEMENT, ATTACK_NOW, attackRepository } from './attack-repository.ts';
import { violations } from './browser/axe.ts';
import { builtReport } from './built-page.ts';
import { demonstrationData } from './demonstration.ts';
import { temporaryFolder } from './git-fixture.ts';

const USUAL = { persons: [], from: null, days: 14, target: 0.2, load: 2, assumptions: {}, calibration: null };
const folder = temporaryFolder('html-report');

let render: RenderReport;
let demo: Place;
let report: HtmlReport;
let html: string;
let hostile: string;
let browser: Browser;

async function made(place: Place, hideNames = false): Promise<HtmlReport> {
  return await withFacts(place, (opened) => htmlReport(opened, place.effects, USUAL, { everything: false, hideNames }));
}

beforeAll(async () => {
  render = await loadRenderer(await builtReport());
  demo = await demoPlace(realEffects(), await demonstrationData());
  report = await made(demo);
  html = reportText(report, render).text;
  const effects = { ...realEffects(), now: () => ATTACK_NOW };
  const request = { ...DEFAULT_REQUEST, paths: [attackRepository()], dataDirectory: join(folder, 'hostile') };
  hostile = reportText(await made({ effects, request }), render).text;
  browser = await openChromium();
});
afterAll(() => browser.close());

/** Runs in the report: some of what is folded, of each kind that stands first. */
const OPEN_SOME = `for (const one of [...document.querySelectorAll('details')].slice(0, 8)) one.open = true`;

/** Every start tag, as the one who reads the file would find it: texts hold no angle brackets of their own. */
const tagsOf = (text: string): string[] => [...text.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);

/** What no report may hold, whatever stands in the repository. */
function expectHarmless(text: string): void {
  const body = text.slice(text.indexOf('</style>'));
  const tags = tagsOf(body);
  expect(
    tags.filter((tag) => /^<(script|iframe|object|embed|link|base|form|input|img|style|meta)\b/i.test(tag)),
  ).toEqual([]);
  // What stands within quotes is a value, whatever it looks like: React writes a quote in it as &quot;.
  const bare = tags.map((tag) => tag.replaceAll(/"[^"]*"/g, '""'));
  expect(bare.filter((tag) => /\s(on\w+|style|srcdoc|formaction)=/i.test(tag))).toEqual([]);
  const links = tags.flatMap((tag) => /\s(?:href|src|xlink:href)="([^"]*)"/.exec(tag)?.[1] ?? []);
  expect(links.filter((link) => !link.startsWith('#') && !/^https:\/\/[\w.-]+\//.test(link))).toEqual([]);
  const urls = [...text.slice(0, text.indexOf('</style>')).matchAll(/url\(([^)]{0,40})/g)].map(([, url]) => url ?? '');
  expect(urls.filter((url) => !/^["']?data:/.test(url))).toEqual([]);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there.
  expect(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.exec(text)).toBeNull();
}

describe('the report as one file', () => {
  it('tells every part of the story, to which its contents lead', () => {
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    const ids = new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    expect(targets.length).toBeGreaterThan(50);
    expect(targets.filter((id) => !ids.has(id ?? ''))).toEqual([]);
    expect([...html.matchAll(/\sid="/g)].length).toBe(ids.size);
    expect(report.measures.filter(({ report: { measure } }) => !ids.has(`measure-${measure}`))).toEqual([]);
    const words = html
      .slice(html.indexOf('</style>'))
      .replace(/<[^>]+>/g, '')
      .replaceAll('&#x27;', "'");
    expect(words.replaceAll('’', "'").includes(report.absence.told.headline.replaceAll('’', "'"))).toBe(true);
  });

  it('holds no script and loads nothing, and its policy says so', () => {
    expectHarmless(html);
    const policy = /content="(default-src[^"]*)"/.exec(html)?.[1] ?? '';
    expect(policy).toMatch(
      /^default-src &#x27;none&#x27;; style-src &#x27;sha256-[\w+/=]+&#x27;; font-src data:; img-src data:;/,
    );
  });

  it('is the same twice, and small', () => {
    expect(reportText(report, render).text === html).toBe(true);
    expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
  });

  it('lists less evidence rather than grow too large, and says so', () => {
    const long = 'x'.repeat(200);
    const many = Array.from({ length: 40_000 }, (_, i) => ({
      kind: 'change' as const,
      repository: 'demo-shop',
      id: `${i}`.padStart(40, '0'),
    }));
    const [first, ...rest] = report.measures;
    if (first === undefined) throw new Error('there are measures');
    const rows = [{ ...first.report.rows[0], cells: {}, evidence: many, evidenceTotal: many.length }];
    const large = {
      ...report,
      measures: [{ ...first, report: { ...first.report, rows } }, ...rest],
      evidence: many.map((piece) => ({ ...piece, title: long, time: null, url: null })),
    };
    const { text, isCut } = reportText(large, render);
    expect(isCut).toBe(true);
    expect(Buffer.byteLength(text)).toBeLessThan(MOST_BYTES);
    expect(text.includes('of each figure at most 50 pieces')).toBe(true);
    expect(reportText(report, render).isCut).toBe(false);
  });

  it('leaves out everybody’s name where it is asked to', async () => {
    const hidden = reportText(await made(demo, true), render).text;
    for (const name of report.knowledge.people) {
      expect([name, hidden.includes(name)]).toEqual([name, false]);
      expect([name, hidden.includes(name.toLowerCase().replace(' ', '-'))]).toEqual([name, false]);
      expect([name, html.includes(name)]).toEqual([name, true]);
    }
  });

  it('shows whatever a hostile repository says as text', () => {
    expectHarmless(hostile);
    expect(hostile.includes(`&lt;${ATTACK_ELEMENT}`)).toBe(true);
    expect(hostile.includes(`<${ATTACK_ELEMENT}`)).toBe(false);
  });
});

describe('where the report is written', () => {
  const place = join(folder, 'files');
  mkdirSync(place);
  const write = (name: string) =>
    withFacts(demo, (opened) => writeReport(report, opened, { cwd: place }, name, render));

  it('is a new file, or that of an earlier report', async () => {
    expect(await write('new.html')).toMatchObject({ file: 'new.html', isCut: false });
    await write('new.html');
    expect(readFileSync(join(place, 'new.html'), 'utf8') === html).toBe(true);
  });

  it('is never over something else', async () => {
    writeFileSync(join(place, 'mine.html'), '<!doctype html>\n<p>mine</p>\n');
    await expect(write('mine.html')).rejects.toMatchObject({ code: 'foreign-file' });
    expect(readFileSync(join(place, 'mine.html'), 'utf8')).toContain('mine');
  });
});

const LOOKS = [
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
  { width: 360, colorScheme: 'light' },
  { width: 360, colorScheme: 'dark' },
] as const;

describe.each([
  ['the demonstration', () => html],
  ['a hostile repository', () => hostile],
])('the report of %s in a browser', (_, textOf) => {
  let address: string;
  beforeAll(() => {
    const file = join(temporaryFolder('look'), 'look.html');
    writeFileSync(file, textOf());
    address = pathToFileURL(file).href;
  });

  it.each(LOOKS)('needs no JavaScript, loads nothing and fits, $width pixels wide and $colorScheme', async (look) => {
    const { width, colorScheme } = look;
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
      colorScheme,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    context.on('page', (other) => complaints.push(`another window: ${other.url()}`));
    context.on('request', (request) => {
      if (request.url() !== address && !request.url().startsWith('data:')) complaints.push(request.url());
    });
    const debug = await context.newCDPSession(page);
    // What breaks a rule of the policy is an issue, whether or not it is written to the console.
    debug.on('Audits.issueAdded', ({ issue }) => complaints.push(`${issue.code} ${JSON.stringify(issue.details)}`));
    await debug.send('Audits.enable');
    await page.goto(address);
    expect(await page.locator('h1').count()).toBe(1);
    for (const summary of (await page.locator('summary:visible').all()).slice(0, 8)) await summary.click();
    // What is wider than the window scrolls in a box of its own.
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    const paper =
      String(await page.evaluate('getComputedStyle(document.documentElement).backgroundColor')).match(/\d+/g) ?? [];
    expect(Number(paper[0]) > 128).toBe(colorScheme === 'light');
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each(LOOKS)('is accessible, $width pixels wide and $colorScheme', async ({ width, colorScheme }) => {
    // What looks for faults is a script, which the report's own policy would not let in.
    const context = await browser.newContext({ bypassCSP: true, viewport: { width, height: 900 }, colorScheme });
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(OPEN_SOME);
    expect(await violations(page)).toEqual([]);
    await context.close();
  });

  it('is printed on paper, every part of it', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(address);
    const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
    expect(pdf.slice(0, 5)).toBe('%PDF-');
    expect([...pdf.matchAll(/\/Type\s*\/Page\b/g)].length).toBeGreaterThan(5);
    // Letters and drawings, not empty sheets.
    expect(pdf.length).toBeGreaterThan(100_000);
    expect(pdf).toMatch(/\/FontFile2/);
    await context.close();
  });
});
