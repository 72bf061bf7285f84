import { beforeAll, describe, expect, it } from 'vitest';
import { addressesOf, type PageName } from '../../scripts/browser/pages.ts';
import { settled } from '../../scripts/browser/settled.ts';
import { ATTACK_ELEMENT, ATTACK_NOW, ATTACKED, attackRepository } from '../attack-repository.ts';
import { stageOf } from './stage.ts';

/** Runs in the page: what an attack has achieved. Code ends at a colon of a link, whatever spaces stand before. */
const ACHIEVED = `(() => {
  const found = [];
  if (window.${ATTACKED} !== undefined) found.push('a script ran');
  if (document.querySelector('${ATTACK_ELEMENT}, iframe, object, embed, base, form[action], style, meta[http-equiv], link[rel~=stylesheet][href^="//"]')) {
    found.push('an element was put in: ' + document.querySelector('${ATTACK_ELEMENT}, iframe, object, embed, base, form[action], style, meta[http-equiv]')?.outerHTML.slice(0, 120));
  }
  for (const element of document.querySelectorAll('*')) {
    for (const { name } of element.attributes) if (name.startsWith('on')) found.push('an attribute was put in: ' + name);
  }
  for (const link of document.querySelectorAll('[href], [src], [action], [formaction]')) {
    for (const name of ['href', 'src', 'action', 'formaction']) {
      const value = link.getAttribute(name);
      if (value === null || link.matches('link[rel=icon]')) continue;
      const { protocol, origin } = new URL(value, location.href);
      if (!['http:', 'https:', 'blob:'].includes(protocol)) found.push('a link: ' + value);
      else if (origin !== location.origin && name !== 'href') found.push('a source elsewhere: ' + value);
    }
  }
  return found;
})()`;

/** Characters that turn the direction of a line. */
const TURNING = /[\u202a-\u202e\u2066-\u2069\u061c]/;

describe.each([
  ['that names a script as its forge', undefined],
  ['that names an attribute as its forge', 'https://evil.example/"onmouseover="window.attacked=1/b.git'],
])('a repository %s', (_, forge) => {
  const stage = stageOf({ paths: () => [attackRepository(forge)], now: ATTACK_NOW });
  let addresses: ReadonlyMap<PageName, string>;
  beforeAll(async () => {
    addresses = await addressesOf(stage.server, 'here');
  });

  it('is shown as text on every page, and in what opens on it', async () => {
    const { page } = await stage.visit('/');
    const wrong: string[] = [];
    const look = async (where: string) => {
      await settled(page);
      for (const fault of (await page.evaluate(ACHIEVED)) as string[]) wrong.push(`${where}: ${fault}`);
      const said = String(await page.evaluate('document.body.innerText + document.title'));
      if (TURNING.test(said)) wrong.push(`${where}: text turns its line`);
      if (!said.includes(`<${ATTACK_ELEMENT}>`)) return false;
      return true;
    };
    let shown = 0;
    for (const [name, address] of addresses) {
      await page.goto(new URL(address, stage.server.address).href);
      if (await look(name)) shown += 1;
      for (const opener of (await page.locator('main summary:visible').all()).slice(0, 6)) await opener.click();
      const evidence = page.locator('main button[aria-haspopup=dialog]:visible').first();
      if ((await evidence.count()) > 0) {
        await evidence.click();
        await look(`${name}, opened`);
      }
    }
    expect(wrong).toEqual([]);
    expect(shown).toBeGreaterThan(2);
  });

  it('has no name for itself in a place of the address that is ours', async () => {
    const visitor = await stage.visit(
      '/area?repository=%3Cx-attack%3E&area=%22%3E%3Cx-attack%3E&since=%3Cscript%3E&names=%3Cx-attack%3E',
    );
    // A stretch of time that is none is refused, to the session and to the page.
    visitor.expect(/status of 4\d\d .* \/api\/here\/(session|area)\?since=%3Cscript%3E/, 2);
    expect(await visitor.page.evaluate(ACHIEVED)).toEqual([]);
  });
});
