import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';

/** How a page is looked at. */
export interface Look {
  readonly width?: 1440 | 360;
  readonly theme?: 'light' | 'dark';
}

/** Somebody in front of a window of their own, who writes down whatever goes wrong in it. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Every error and warning of the console, error of a script, violation of the policy, dialog, window and request elsewhere. */
  readonly complaints: readonly string[];
  /** What matches was meant to happen, so often at most, and is no complaint then. */
  expect(pattern: RegExp, times?: number): void;
}

export interface VisitorOptions extends Look {
  /** Origin of the server, with a slash at its end: requests to any other are complaints. */
  readonly address: string;
  readonly storageState?: BrowserContextOptions['storageState'];
}

/** Opens a window. Motion is reduced, as nobody waits for it here; nothing has been visited yet. */
export async function visitorOf(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const { address, width = 1440, theme = 'light', storageState } = options;
  const context = await browser.newContext({
    viewport: { width, height: width === 360 ? 740 : 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    permissions: [],
    ...(storageState === undefined ? {} : { storageState }),
  });
  const written: string[] = [];
  const expected: { readonly pattern: RegExp; readonly times: number }[] = [];
  await context.exposeFunction('__complain', (text: string) => written.push(text));
  await context.addInitScript(reportViolations);
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/.test(url)) written.push(`request elsewhere: ${url}`);
  });
  context.on('page', (page) => {
    page.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      written.push(
        `console ${message.type()}: ${message.text()} ${message.location().url.replace(address, '/')}`.trim(),
      );
    });
    page.on('pageerror', (error) => written.push(`script error: ${error.message}`));
    page.on('dialog', (dialog) => {
      written.push(`dialog: ${dialog.message()}`);
      dialog.dismiss().catch(() => undefined);
    });
    page.on('popup', (popup) => written.push(`window: ${popup.url()}`));
    page.on('download', (download) => written.push(`download: ${download.url()}`));
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  return {
    page,
    context,
    get complaints() {
      const left = expected.map(({ times }) => times);
      return written.filter((text) => {
        const place = expected.findIndex(({ pattern }, at) => (left[at] ?? 0) > 0 && pattern.test(text));
        if (place >= 0) left[place] = (left[place] ?? 0) - 1;
        return place < 0;
      });
    },
    expect: (pattern, times = Number.POSITIVE_INFINITY) => expected.push({ pattern, times }),
  };
}

/** Runs in the page. */
function reportViolations(): void {
  const told = globalThis as unknown as {
    document: { addEventListener(name: string, listener: (event: Record<string, unknown>) => void): void };
    __complain(text: string): Promise<void>;
  };
  told.document.addEventListener('securitypolicyviolation', (event) => {
    void told.__complain(
      `policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`,
    );
  });
}
