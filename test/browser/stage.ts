import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { openChromium } from '../../scripts/browser/chromium.ts';
import { type OpenServer, openServer } from '../../scripts/browser/open-server.ts';
import { settled, until } from '../../scripts/browser/settled.ts';
import { builtPage } from '../built-page.ts';
import { demonstrationData } from '../demonstration.ts';
import { type Look, type Visitor, visitorOf } from './visitor.ts';

export interface Play {
  /** What the server looks at, made when the tests begin; none: a folder without a repository. */
  readonly paths?: () => readonly string[] | Promise<readonly string[]>;
  readonly now?: number;
  /** What has been read when the tests begin; `here` unless given, as far as there is something. */
  readonly ready?: 'here' | 'demo' | 'nothing';
}

/** A server, a browser, and visitors who have been let in unless they say otherwise. */
export interface Stage {
  readonly server: OpenServer;
  /** Opens an address of the page in a window of its own and waits until it has settled. */
  visit(path: string, look?: Look & { readonly isStranger?: boolean }): Promise<Visitor>;
}

/**
 * Sets the stage for the tests of one file: one server, one browser. When a test ends its windows are closed, and none of
 * them may have anything to complain about.
 */
export function stageOf({ paths = () => [], now, ready = 'here' }: Play): Stage {
  let server: OpenServer | null = null;
  let browser: Browser | null = null;
  let letIn: BrowserContextOptions['storageState'];
  let visitors: Visitor[] = [];
  const there = (): OpenServer => {
    if (server === null) throw new Error('The stage is set when the tests begin.');
    return server;
  };

  beforeAll(async () => {
    const [assets, repositories] = await Promise.all([builtPage(), paths()]);
    const data = ready === 'demo' ? { dataDirectory: await demonstrationData() } : {};
    server = await openServer({ paths: repositories, assets, ...data, ...(now === undefined ? {} : { now }) });
    if (ready !== 'nothing') await server.ready(ready);
    browser = await openChromium();
    const first = await visitorOf(browser, { address: server.address });
    await first.page.goto(server.link());
    await until(first.page, `!location.hash.includes('token')`);
    await settled(first.page);
    letIn = await first.context.storageState();
    await first.context.close();
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });
  afterEach(async () => {
    const complaints = visitors.flatMap((visitor) => visitor.complaints);
    for (const { context } of visitors) await context.close();
    visitors = [];
    expect(complaints).toEqual([]);
  });

  return {
    get server() {
      return there();
    },
    async visit(path, { isStranger = false, ...look } = {}) {
      if (browser === null) throw new Error('The stage is set when the tests begin.');
      const { address } = there();
      const state = isStranger ? {} : { storageState: letIn };
      const visitor = await visitorOf(browser, { address, ...look, ...state });
      visitors.push(visitor);
      await visitor.page.goto(new URL(path, address).href);
      await settled(visitor.page);
      return visitor;
    },
  };
}

/** Text of the page as a person reads it. */
export const readable = (page: Page): Promise<string> => page.evaluate('document.body.innerText');
