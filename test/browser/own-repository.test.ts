import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { settled, until } from '../../scripts/browser/settled.ts';
import { DAY } from '../../src/domain/window.ts';
import { text } from '../../src/web/messages/index.ts';
import { BOB, openFixture } from '../git-fixture.ts';
import { TEAM_NOW, teamRepository } from '../team-repository.ts';
import { readable, stageOf } from './stage.ts';

const answer = (page: Page, path: string): Promise<unknown> =>
  page.evaluate(`fetch(${JSON.stringify(path)}).then((said) => said.json())`);

/** Runs in the page: how many colours the map is drawn in. */
const COLOURS = `(() => {
  const { width, height } = document.querySelector('canvas');
  const { data } = document.querySelector('canvas').getContext('2d').getImageData(0, 0, width, height);
  return new Set(new Uint32Array(data.buffer)).size;
})()`;

describe('a team', () => {
  let repository = '';
  const stage = stageOf({
    paths: () => {
      repository = teamRepository();
      return [repository];
    },
    now: TEAM_NOW,
  });
  const people = async (page: Page): Promise<number> =>
    ((await answer(page, '/api/here/people')) as { people: unknown[] }).people.length;

  it('has two people made one, after they saw what that changes, and taken back', async () => {
    const { page } = await stage.visit('/people');
    const words = text.people;
    const before = await people(page);
    const file = join(repository, 'fortnight.yml');
    await page.getByRole('button', { name: words.index.open('Bob Bridge') }).click();
    await page.locator('dialog[open]').getByLabel(words.choose.find).fill('Carol');
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: /Carol Cove/ })
      .click();
    await page.getByRole('button', { name: words.change.write }).waitFor();
    await settled(page);
    expect(existsSync(file)).toBe(false);
    expect(await readable(page)).toContain('fortnight.yml');
    await page.getByRole('button', { name: words.change.write }).click();
    await page.getByText(words.undo.written).first().waitFor();
    expect(existsSync(file)).toBe(true);
    expect(await people(page)).toBe(before - 1);
    await page.getByRole('button', { name: words.undo.undo, exact: true }).click();
    await page.getByText(words.undo.undone).first().waitFor();
    expect(existsSync(file)).toBe(false);
    expect(await people(page)).toBe(before);
  });

  it('is mapped by who knows what: without somebody less is known; what is searched and gone into stands in the address', async () => {
    const { page } = await stage.visit('/knowledge');
    const words = text.knowledge;
    expect(await page.evaluate(COLOURS)).toBeGreaterThan(3);
    await page.getByLabel('Carol Cove').uncheck();
    await until(page, `location.search.includes('Carol')`);
    const without = page.locator('[role=status]', { hasText: 'Without Carol Cove' });
    await without.waitFor();
    expect(await without.innerText()).not.toMatch(/ 0 (is|are) known to nobody and 0 /);

    await page.getByLabel(words.search).fill('part-1');
    await page.getByText(/files?; Enter goes to the next/).waitFor();
    await page.getByLabel(words.search).press('Enter');
    await until(page, `new URLSearchParams(location.search).get('in') !== null || location.search.includes('inside')`);
    const deep = new URL(page.url());
    const { page: other } = await stage.visit(`${deep.pathname}${deep.search}`);
    await other.locator('[role=status]', { hasText: 'Without Carol Cove' }).waitFor();

    const { page: fresh } = await stage.visit('/knowledge');
    const map = fresh.getByRole('application', { name: words.mapLabel });
    await map.focus();
    await fresh.keyboard.press('ArrowRight');
    await fresh.keyboard.press('Enter');
    await until(fresh, `location.search !== ''`);
    await fresh.keyboard.press('Escape');
    await until(fresh, `!/[?&](in|inside)=/.test(location.search)`);
    await fresh.getByRole('radio', { name: words.withoutLead }).check();
    await fresh.locator('[role=status]', { hasText: 'Without Alice Arch' }).waitFor();
  });

  it('has moved on when somebody commits: that is said once the window is looked at, and read at a press', async () => {
    const { page } = await stage.visit('/flow');
    const words = text.shell.notices;
    const notice = page.getByText(words.movedOn);
    expect(await notice.count()).toBe(0);
    openFixture(repository).commits([
      { message: 'More', author: BOB, at: TEAM_NOW - DAY, files: { 'more.ts': 'x\n' } },
    ]);
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))`);
    await notice.waitFor();
    await page.getByRole('link', { name: text.shell.data, exact: true }).first().click();
    await page.getByText(text.data.scan.movedOn).waitFor();
    expect(await page.getByRole('button', { name: words.rescan }).count()).toBe(1);
    await page.goBack();
    await page.getByRole('button', { name: words.rescan }).click();
    await page.getByText(/^1 new commit/).waitFor();
    expect(await notice.count()).toBe(0);
  });

  it('is told to be gone when the server is, and comes back by itself no more than it does', async () => {
    const visitor = await stage.visit('/scorecard');
    const { page } = visitor;
    visitor.expect(
      /Unable to preload|Failed to fetch dynamically|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE|ERR_INCOMPLETE_CHUNKED/,
    );
    await stage.server.close();
    await page.getByRole('link', { name: text.shell.flow, exact: true }).first().click();
    await page
      .getByText(/server does not answer/)
      .first()
      .waitFor();
    expect(await readable(page)).toContain('fortnight serve');
  });
});
