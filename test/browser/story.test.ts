import { beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, type PageName } from '../../scripts/browser/pages.ts';
import { settled, until } from '../../scripts/browser/settled.ts';
import { text } from '../../src/web/messages/index.ts';
import { violations } from './axe.ts';
import { readable, stageOf } from './stage.ts';
import { expectTwoClicks, WAYS } from './two-clicks.ts';

const stage = stageOf({ ready: 'demo' });
let addresses: ReadonlyMap<PageName, string>;

beforeAll(async () => {
  addresses = await addressesOf(stage.server, 'demo');
});

const DEMO = '/?place=demo';

/** Runs in the page: the picture on the clipboard, as another program gets it, and in how many colours it is drawn. */
const PICTURE = `(async () => {
  const [item] = await navigator.clipboard.read();
  const blob = await item.getType('image/png');
  const start = [...new Uint8Array(await blob.slice(0, 8).arrayBuffer())];
  const bitmap = await createImageBitmap(blob);
  const { width, height } = bitmap;
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').drawImage(bitmap, 0, 0);
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height);
  return { start, width, height, colours: new Set(new Uint32Array(data.buffer)).size };
})()`;

describe('a figure', () => {
  it.each(WAYS)('leads from $name to a commit in two clicks', async (way) => {
    const place = await stage.server.places.demo();
    await expectTwoClicks(stage, 'demo', way, place.request.paths[0] ?? '');
  });
});

describe('the first page', () => {
  it('answers another absence in another sentence, and says in its address which', async () => {
    const { page } = await stage.visit(DEMO);
    await page.getByLabel(text.fortnight.presets.four, { exact: true }).check();
    await until(page, `new URLSearchParams(location.search).get('days') === '28'`);
    await settled(page);
    const longer = await readable(page);
    expect(longer).toContain('2026-05-31');

    await page.getByLabel(text.fortnight.from).fill('2026-06-01');
    await until(page, `new URLSearchParams(location.search).get('from') === '2026-06-01'`);
    await settled(page);
    expect(await readable(page)).toContain('2026-06-28');

    await page.goto(new URL(`${DEMO}&person=Baobab+Cove`, stage.server.address).href);
    await settled(page);
    expect(await page.locator('h1').innerText()).toBe(text.fortnight.questionOf('Baobab Cove', 14));
  });

  it('is restored by a link, and by going back and forward', async () => {
    const { page } = await stage.visit(DEMO);
    await page.goto(new URL('/?place=demo&days=5&person=Cedar+Dale&from=2026-05-11', stage.server.address).href);
    await settled(page);
    const told = await page.locator('main').innerText();
    const { page: other } = await stage.visit(new URL(page.url()).pathname + new URL(page.url()).search);
    expect(await other.locator('main').innerText()).toBe(told);

    await page.getByRole('link', { name: text.shell.scorecard, exact: true }).first().click();
    await settled(page, '/scorecard');
    await page.goBack();
    await settled(page, '/');
    expect(await page.locator('main').innerText()).toBe(told);
    await page.goForward();
    await settled(page, '/scorecard');
    expect(await page.locator('h1').innerText()).toBe(text.scorecard.title);
  });

  it('is walked by the keyboard alone: another length, the evidence, a commit and back, the map, somebody less', async () => {
    const { page } = await stage.visit(DEMO);
    const tabTo = async (condition: string) => {
      for (let step = 0; step < 120; step += 1) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(`(() => { const here = document.activeElement; return ${condition}; })()`)) return;
      }
      throw new Error(`Tab never came to ${condition}`);
    };
    const question = await page.locator('h1').innerText();
    await tabTo(`here.matches('input[type=radio]')`);
    await page.keyboard.press('ArrowRight');
    await until(page, `new URLSearchParams(location.search).get('days') === '28'`);
    await settled(page);
    expect(await page.locator('h1').innerText()).not.toBe(question);
    await tabTo(`/^\\d+ changes$/.test(here.textContent)`);
    await page.keyboard.press('Enter');
    await until(page, `document.querySelector('dialog[open] li a') !== null`);
    await tabTo(`here.matches('dialog[open] li a')`);
    await page.keyboard.press('Enter');
    await settled(page, '/change');
    // As the browser's own key for it does, which is not the page's.
    await page.goBack();
    await settled(page, '/');
    expect(new URL(page.url()).searchParams.get('days')).toBe('28');
    await page.keyboard.press('g');
    await page.keyboard.press('k');
    await settled(page, '/knowledge');
    const levels = page.locator('[data-picture-key]').first();
    const everybody = await levels.innerText();
    await tabTo(`here.matches('fieldset input[type=checkbox]:checked')`);
    const name = String(await page.evaluate('document.activeElement.closest("label").innerText'));
    await page.keyboard.press('Space');
    await page.locator('[role=status]', { hasText: `Without ${name.trim()}` }).waitFor();
    expect(new URL(page.url()).search).toContain(encodeURIComponent(name.trim()).replaceAll('%20', '+'));
    expect(await levels.innerText()).not.toBe(everybody);
  });

  it.each([
    { width: 1440, theme: 'light' },
    { width: 360, theme: 'dark' },
  ] as const)('stays accessible while something is open over it, $width pixels wide and $theme', async (look) => {
    const { page } = await stage.visit(DEMO, look);
    const wrong: string[] = [];
    const look_ = async (what: string) => {
      for (const violation of await violations(page)) wrong.push(`${what}: ${violation}`);
    };
    await page
      .getByRole('button', { name: /^\d+ changes$/ })
      .first()
      .click();
    await page.locator('dialog[open] li').first().waitFor();
    await settled(page);
    await look_('evidence');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.locator('dialog[open]').waitFor();
    await look_('keyboard');
    await page.keyboard.press('Escape');
    await page.locator('[data-figure] button[aria-haspopup]').first().click();
    await look_('copy');
    await page.keyboard.press('Escape');
    await page.locator('header button[popovertarget]').first().click();
    await look_('what is looked at');
    expect(wrong).toEqual([]);
  });
});

describe('presenter mode', () => {
  it('leaves no name of anybody in any page', async () => {
    const { page } = await stage.visit(DEMO);
    const session = (await page.evaluate(`fetch('/api/demo/session').then((answer) => answer.json())`)) as {
      people: { active: string[]; others: string[] };
    };
    const names = [...session.people.active, ...session.people.others].map((name) => name.replace(/ <.*/, ''));
    expect(names.length).toBeGreaterThan(5);
    await page.keyboard.press('h');
    await until(page, `new URLSearchParams(location.search).get('names') === 'hidden'`);
    const wrong: string[] = [];
    for (const [page_, address] of addresses) {
      await page.goto(new URL(`${address}&names=hidden`, stage.server.address).href);
      await settled(page);
      const whole = String(await page.evaluate('document.documentElement.outerHTML'));
      for (const name of names) if (whole.includes(name)) wrong.push(`${page_}: ${name}`);
    }
    expect(wrong).toEqual([]);
  });
});

describe('the theme', () => {
  it('changes by a key and is kept', async () => {
    const { page } = await stage.visit(DEMO, { theme: 'light' });
    const paper = () => page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    const light = await paper();
    for (const theme of ['light', 'dark']) {
      await page.keyboard.press('t');
      await until(page, `document.documentElement.dataset.theme === '${theme}'`);
    }
    const dark = await paper();
    expect(dark).not.toBe(light);
    await page.reload();
    await settled(page);
    expect(await paper()).toBe(dark);
  });
});

describe('a figure', () => {
  it('is copied as Markdown, as CSV that no table program runs, and as a link', async () => {
    const visitor = await stage.visit(DEMO);
    const { page, context } = visitor;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const copied = async (item: string) => {
      await page.locator('#where [aria-haspopup], [data-figure] [aria-haspopup]').first().click();
      await page.getByRole('menuitem', { name: item, exact: true }).click();
      await page.getByText(text.design.copied).first().waitFor();
    };
    const clipboard = () => page.evaluate('navigator.clipboard.readText()') as Promise<string>;
    await copied(text.design.asMarkdown);
    expect(await clipboard()).toMatch(/\| .* \|\n\|[ :|-]+\|\n(\| .* \|\n)*\| packages\/checkout \|/);
    await copied(text.design.asCsv);
    expect(await clipboard()).toMatch(/^[^\n]*,[^\n]*\r\n/);
    await copied(text.design.link);
    expect(await clipboard()).toContain(stage.server.address);
  });

  it.each([
    { what: 'a drawing', path: DEMO, figure: '[data-figure]:has(svg[data-picture])', drawing: 'svg[data-picture]' },
    { what: 'the map', path: '/knowledge?place=demo', figure: '#map', drawing: 'canvas' },
  ])('is copied as a picture: $what', async ({ path, figure, drawing }) => {
    const { page, context } = await stage.visit(path);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const card = page.locator(figure).first();
    const shown = await card.locator(drawing).first().boundingBox();
    await card.locator('[aria-haspopup=menu]').first().click();
    await page.getByRole('menuitem', { name: text.design.asPng, exact: true }).click();
    await page.getByText(text.design.copied).first().waitFor();
    const picture = (await page.evaluate(PICTURE)) as {
      start: number[];
      width: number;
      height: number;
      colours: number;
    };
    expect(picture.start).toEqual([...Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')]);
    // Twice as sharp as the screen, with room around for its title.
    expect(picture.width).toBeGreaterThan(2 * (shown?.width ?? 0));
    expect(picture.width).toBeLessThan(3 * 1440);
    expect(picture.height).toBeGreaterThan(2 * (shown?.height ?? 0));
    expect(picture.colours).toBeGreaterThan(8);
  });

  it('is printed without what is only for a screen', async () => {
    const { page } = await stage.visit(DEMO);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('nav').first().isVisible()).toBe(false);
    expect(await page.locator('h1').isVisible()).toBe(true);
    const paper = await page.evaluate('getComputedStyle(document.documentElement).backgroundColor');
    expect(['rgb(255, 255, 255)', 'rgba(0, 0, 0, 0)']).toContain(paper);
  });
});

describe('what stands where there is nothing to show', () => {
  it('leads from a folder without a repository to the demonstration', async () => {
    const { page } = await stage.visit('/');
    expect(await violations(page)).toEqual([]);
    await page.getByText(text.shell.welcome.demo, { exact: true }).click();
    await until(page, `new URLSearchParams(location.search).get('place') === 'demo'`);
    await settled(page);
    expect(await readable(page)).toContain('Alder Brook');
  });

  it('says how to be let in, to whoever was not', async () => {
    const visitor = await stage.visit('/knowledge', { isStranger: true });
    // Whether it is let in is asked once; a browser writes down every refusal.
    visitor.expect(/status of 403 .* \/api\/here\/session$/, 1);
    expect(await visitor.page.locator('h1').innerText()).toBe(text.shell.locked.title);
    expect(await violations(visitor.page)).toEqual([]);
  });

  it('says of an address that is none', async () => {
    const { page } = await stage.visit('/nothing-here?place=demo');
    expect(await page.locator('h1').innerText()).toBe(text.shell.notFound.title);
  });
});
