import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../scripts/browser/chromium.ts';
import { demoPlace } from '../src/app/demo.ts';
import { realEffects } from '../src/app/effects.ts';
import { htmlReport } from '../src/app/html-report.ts';
import { type Place, withFacts } from '../src/app/open.ts';
import { loadRenderer, MOST_BYTES, reportText, writeReport } from '../src/app/report-file.ts';
import { DEFAULT_REQUEST } from '../src/app/request.ts';
import type { HtmlReport, RenderReport } from '../src/domain/html-report.ts';
import { ATTACK_ELEMENT, ATTACK_NOW, attackRepository } from './attack-repository.ts';
import { builtReport } from './built-page.ts';
import { temporaryFolder } from './git-fixture.ts';

const USUAL = { persons: [], from: null, days: 14, target: 0.2, load: 2, assumptions: {}, calibration: null };
const folder = temporaryFolder('html-report');

let render: RenderReport;
let demo: Place;
let report: HtmlReport;
let html: string;

async function made(place: Place, hideNames = false): Promise<HtmlReport> {
  return await withFacts(place, (opened) => htmlReport(opened, place.effects, USUAL, { everything: false, hideNames }));
}

beforeAll(async () => {
  render = await loadRenderer(await builtReport());
  demo = await demoPlace(realEffects(), join(folder, 'data'));
  report = await made(demo);
  html = reportText(report, render).text;
});

/** Every start tag, as the one who reads the file would find it: texts hold no angle brackets of their own. */
const tagsOf = (text: string): string[] => [...text.matchAll(/<[a-z][^>]*>/gi)].map(([tag]) => tag);

/** What no report may hold, whatever stands in the repository. */
function expectHarmless(text: string): void {
  const body = text.slice(text.indexOf('</style>'));
  const tags = tagsOf(body);
  expect(
    tags.filter((tag) => /^<(script|iframe|object|embed|link|base|form|input|img|style|meta)\b/i.test(tag)),
  ).toEqual([]);
  expect(tags.filter((tag) => /\s(on\w+|style|srcdoc|formaction)=/i.test(tag))).toEqual([]);
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

  it('shows whatever a hostile repository says as text', async () => {
    const effects = { ...realEffects(), now: () => ATTACK_NOW };
    const request = { ...DEFAULT_REQUEST, paths: [attackRepository()], dataDirectory: join(folder, 'hostile') };
    const place = { effects, request };
    const text = reportText(await made(place), render).text;
    expectHarmless(text);
    expect(text.includes(`&lt;${ATTACK_ELEMENT}`)).toBe(true);
    expect(text.includes(`<${ATTACK_ELEMENT}`)).toBe(false);
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

describe('the report in a browser without JavaScript', () => {
  it('breaks no rule of its policy, loads nothing, and fits a telephone', async () => {
    const file = join(folder, 'look.html');
    writeFileSync(file, html);
    const browser = await openChromium();
    try {
      for (const width of [360, 1440]) {
        const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width, height: 900 } });
        const page = await context.newPage();
        const complaints: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('request', (request) => {
          if (!/^(file|data):/.test(request.url())) complaints.push(request.url());
        });
        await page.goto(`file://${file}`);
        expect(await page.locator('h1').count()).toBe(1);
        // What is wider than the window scrolls in a box of its own.
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
        expect(complaints).toEqual([]);
        await context.close();
      }
    } finally {
      await browser.close();
    }
  });
});
