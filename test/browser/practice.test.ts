import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled, until } from '../../scripts/browser/settled.ts';
import { DAY } from '../../src/domain/window.ts';
import { text } from '../../src/web/messages/index.ts';
import { ATTACK_ELEMENT, ATTACKED } from '../attack-repository.ts';
import { ALICE, openFixture } from '../git-fixture.ts';
import { TEAM_NOW, teamRepository } from '../team-repository.ts';
import { violations } from './axe.ts';
import { readable, stageOf } from './stage.ts';

/** A decision as somebody else keeps theirs: with a comment, quotes and an order of its own, which nobody may touch. */
const OF_OTHERS = `---\n# ours\nstatus: 'accepted'\ndate:   2024-01-02\nx-team: "parser"   # who asked\n---\n# Read files by line\n\n## Context and Problem Statement\n\nIt is  spaced   oddly.\n`;

/** What a stranger may write into a record. */
const HOSTILE = `---\nstatus: proposed\ndate: 2024-04-01\nowner: "<${ATTACK_ELEMENT}>"\ndecide-by: 2024-05-01\n---\n# <img src=x onerror=window.${ATTACKED}=1><${ATTACK_ELEMENT}>\n\n## Context <script>window.${ATTACKED}=1</script>\n\n<${ATTACK_ELEMENT}>raw</${ATTACK_ELEMENT}> [here](javascript:window.${ATTACKED}=1) [data](data:text/html,x) and [out](https://elsewhere.example/x)\n\n* ![p](https://elsewhere.example/p.png)\n* \u202eturned\n\n\`\`\`\n<${ATTACK_ELEMENT}>\n\`\`\`\n`;

/** Runs in the page: what of it was obeyed. */
const OBEYED = `[
  ...(window.${ATTACKED} === undefined ? [] : ['a script ran']),
  ...[...document.querySelectorAll('${ATTACK_ELEMENT}, main img, main script, iframe')].map((one) => one.outerHTML),
  ...[...document.querySelectorAll('main *')].flatMap((one) => [...one.attributes].filter(({ name }) => name.startsWith('on')).map(({ name }) => name)),
  ...[...document.querySelectorAll('main a')].map((one) => new URL(one.href)).filter(({ protocol }) => !/^https?:$/.test(protocol)).map(String),
]`;

let repository = '';
const stage = stageOf({
  paths: () => {
    repository = teamRepository();
    mkdirSync(join(repository, 'docs/decisions'), { recursive: true });
    writeFileSync(join(repository, 'docs/decisions/0001-read-files-by-line.md'), OF_OTHERS);
    writeFileSync(join(repository, 'docs/decisions/0002-hostile.md'), HOSTILE);
    return [repository];
  },
  now: TEAM_NOW,
});
const decisions = () => readdirSync(join(repository, 'docs/decisions')).sort();
const decision = (name: string) => readFileSync(join(repository, 'docs/decisions', name), 'utf8');
const fileLike = (part: string) => decisions().find((name) => name.includes(part)) ?? '';
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

describe('a decision', () => {
  it('goes from a proposal to its successor, in files of the repository of which all else stays as it was', async () => {
    const { page } = await stage.visit('/decisions');
    const words = text.decisions;
    const before = decision('0002-hostile.md');
    await press(page, words.add);
    const sheet = page.locator('dialog[open]');
    await sheet.getByLabel(text.practice.title).fill('Build from one command');
    await sheet.getByLabel('Owner').fill('Bob Bridge');
    await sheet.getByLabel('Decide by').fill('2024-05-10');
    await sheet.getByRole('button', { name: text.practice.save }).click();
    await settled(page, '/record');
    const file = fileLike('build-from-one-command');
    expect(decision(file)).toMatch(
      /^---\nstatus: proposed\n[\s\S]*owner: Bob Bridge\n[\s\S]*\n# Build from one command\n/,
    );
    expect(decision(file)).toMatch(/decide-by: '?2024-05-10/);

    await press(page, words.act.accept);
    await page.getByLabel(words.act.outcome).fill('One script, no flags.');
    await page.getByRole('form', { name: words.act.accept }).getByRole('button', { name: words.act.accept }).click();
    await page.getByRole('button', { name: words.act.supersede, exact: true }).waitFor();
    expect(decision(file)).toContain('status: accepted');
    expect(decision(file)).toContain('One script, no flags.');
    expect(await readable(page)).toContain('One script, no flags.');

    await press(page, words.act.supersede);
    await page.getByLabel(words.act.newTitle).fill('Build with what editors run');
    await page
      .getByRole('form', { name: words.act.supersede })
      .getByRole('button', { name: words.act.supersede })
      .click();
    await until(page, `document.querySelector('h1').textContent === 'Build with what editors run'`);
    const successor = fileLike('build-with-what-editors-run');
    expect(decision(file)).toMatch(/status: .*superseded/);
    expect(decision(file)).toContain(successor);
    expect(decision(successor)).toContain(file);
    expect(decision('0001-read-files-by-line.md')).toBe(OF_OTHERS);
    expect(decision('0002-hostile.md')).toBe(before);
    expect(decisions()).toHaveLength(4);
  });

  it('that was saved by somebody else meanwhile keeps what is typed, and theirs', async () => {
    const { page, ...visitor } = await stage.visit('/record?kind=decision&id=0001-read-files-by-line&edit=yes');
    await page.getByLabel('Owner').fill('Carol Cove');
    const theirs = OF_OTHERS.replace('x-team: "parser"', 'revisit: 2024-09-01\nx-team: "parser"');
    writeFileSync(join(repository, 'docs/decisions/0001-read-files-by-line.md'), theirs);
    visitor.expect(/status of 409/);
    await press(page, text.practice.save);
    await page.getByText(text.practice.meanwhile.title).waitFor();
    expect(await page.getByLabel('Owner').inputValue()).toBe('Carol Cove');
    await press(page, text.practice.meanwhile.keep);
    expect(await page.getByLabel('Revisit').inputValue()).toBe('2024-09-01');
    await press(page, text.practice.save);
    await until(page, `!location.search.includes('edit')`);
    expect(decision('0001-read-files-by-line.md')).toBe(
      theirs.replace('# who asked\n---', '# who asked\nowner: Carol Cove\n---'),
    );
  });

  it('of a stranger is text, wherever it is shown', async () => {
    const { page } = await stage.visit('/decisions');
    const wrong: unknown[] = [];
    for (const path of [
      '/decisions',
      '/week',
      '/records/decision',
      '/record?kind=decision&id=0002-hostile',
      '/record?kind=decision&id=0002-hostile&edit=yes',
    ]) {
      await page.goto(new URL(path, stage.server.address).href);
      await settled(page);
      wrong.push(...((await page.evaluate(OBEYED)) as unknown[]));
      // A title of nothing but markup is none: lists call such a record by its name.
      expect(await readable(page), path).toContain(
        /week|records|edit/.test(path) ? '0002-hostile' : `<${ATTACK_ELEMENT}>`,
      );
      expect(await readable(page), path).not.toMatch(/[\u202a-\u202e]/);
    }
    expect(wrong).toEqual([]);
    await page.goto(new URL('/record?kind=decision&id=0002-hostile', stage.server.address).href);
    await settled(page);
    const out = page.locator('main a[href^="https://elsewhere.example"]').first();
    expect(await out.getAttribute('rel')).toBe('noreferrer noopener');
    expect(await readable(page)).toContain('elsewhere.example');
  });
});

describe('a delegation', () => {
  it('is begun from a suggestion, and tells the lead when they take it back', async () => {
    const { page } = await stage.visit('/delegations');
    const words = text.delegations;
    await page
      .getByRole('button', { name: /^Start from this/ })
      .first()
      .click();
    const sheet = page.locator('dialog[open]');
    const paths = await sheet.getByLabel('Paths').inputValue();
    expect(paths).toMatch(/^src\//);
    await sheet.getByLabel('To', { exact: true }).fill('Bob Bridge');
    await sheet.getByLabel('Due', { exact: true }).fill('2024-06-30');
    await sheet.getByRole('button', { name: words.form.write }).click();
    await settled(page, '/record');
    expect(await readable(page)).toContain('Bob Bridge');
    expect(await page.locator('[role=alert]').count()).toBe(0);

    // Three days later the lead has written there themselves.
    stage.server.wait(4 * DAY);
    const [glob = ''] = paths.split('\n');
    const file = glob.endsWith('**') ? glob.replace('**', 'mended.ts') : glob;
    openFixture(repository).commit({
      author: ALICE,
      at: TEAM_NOW + 3 * DAY,
      message: 'Mend it quickly',
      files: { [file]: 'mended\n' },
    });
    await stage.server.places.here.startScan();
    await until(
      page,
      `fetch('/api/here/session').then((said) => said.json()).then(({ scan }) => scan.state !== 'running')`,
    );
    await page.goto(new URL('/delegations', stage.server.address).href);
    await settled(page);
    const alert = page.locator('section', { has: page.getByRole('heading', { name: words.alerts }) });
    expect(await alert.innerText()).not.toContain(words.noAlerts);
    await alert.getByRole('button', { name: /^1 change$/ }).waitFor();
    await page.goto(new URL('/week', stage.server.address).href);
    await settled(page);
    expect(await readable(page)).toContain('Hand over');
  });
});

describe('a claim of the journal', () => {
  it.each([
    { outcome: 'held', title: 'Asked what the queue is for' },
    { outcome: 'failed', title: 'Named what nobody said' },
  ] as const)('is captured in a line and has $outcome when its day comes', async ({ outcome, title }) => {
    const { page } = await stage.visit('/journal');
    const words = text.journal;
    await page.getByLabel(words.capture.label).fill(title);
    await page.getByLabel(words.capture.claim).fill(`${title}: it is dropped`);
    await page.getByLabel(words.capture.sure).fill('80');
    await page.getByLabel(words.capture.label).press('Enter');
    await page.getByText(words.capture.logged(title)).waitFor();
    await page.getByRole('link', { name: title }).first().waitFor();
    stage.server.wait(40 * DAY);
    await page.reload();
    await settled(page);
    await press(page, words.outcomeOf(words.outcomes[outcome], title));
    await until(page, `document.querySelector('#calibration').innerText.includes('claim')`);
    await page.getByText(words.noneDue).waitFor();
    const row = page.getByRole('row', { name: new RegExp(title) });
    expect(await row.innerText()).toContain(outcome);
  });
});

describe('the week', () => {
  it('is gone through in the browser, and leaves a review', async () => {
    const { page } = await stage.visit('/');
    await page.getByRole('link', { name: text.practice.week, exact: true }).first().click();
    await settled(page, '/week');
    const words = text.week;
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('h1').innerText()).toMatch(/^Week \d+$/);
    await page.getByLabel(words.answerLabel).fill('A name I would not have chosen.');
    await page.getByLabel(words.next).fill('Ask first.');
    await press(page, words.done);
    await page.getByText(words.wrong).waitFor();
    expect(await readable(page)).toContain('A name I would not have chosen.');
    await page.reload();
    await settled(page);
    expect(await readable(page)).toContain('Ask first.');
  });

  it('tells nothing of records while names are hidden', async () => {
    const { page } = await stage.visit('/week?names=hidden');
    for (const path of ['/week', '/decisions', '/delegations', '/coding', '/journal', '/records/journal']) {
      await page.goto(new URL(`${path}?names=hidden`, stage.server.address).href);
      await settled(page);
      expect(await readable(page), path).toContain(text.practice.hidden.why);
      expect(await readable(page), path).not.toContain('Build from one command');
    }
  });
});

it('is answered by a key, change after change', async () => {
  const { page } = await stage.visit('/coding?place=demo');
  const left = async () =>
    Number(/^\d+/.exec(await page.getByText(/ changes to answer|The last one/).innerText())?.[0] ?? 1);
  const before = await left();
  await page.keyboard.press('l');
  await until(
    page,
    `[...document.querySelectorAll('[role=status]')].some((one) => one.textContent.includes(${JSON.stringify(text.coding.reasons.leverage.label)}))`,
  );
  await settled(page);
  expect(await left()).toBe(before - 1);
});
