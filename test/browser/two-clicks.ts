import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import { settled } from '../../scripts/browser/settled.ts';
import { readable, type Stage } from './stage.ts';

const EVIDENCE = 'main button[aria-haspopup=dialog]:visible';
const OPENED = 'dialog[open] li a[href^="/change?"]';

/** Where a figure stands, and the two things pressed from there to a commit. */
export const WAYS = [
  { name: 'Fortnight', path: '/', first: EVIDENCE, second: OPENED },
  { name: 'Scorecard', path: '/scorecard', first: EVIDENCE, second: OPENED },
  { name: 'Flow', path: '/flow', first: EVIDENCE, second: OPENED },
  {
    name: 'Knowledge',
    path: '/knowledge',
    first: 'main table a[href^="/area?"]:visible',
    second: 'main a[href^="/change?"]:visible',
  },
] as const;

/** Presses twice; the page it leads to is that of a commit of the repository, and shows its id. */
export async function expectTwoClicks(
  stage: Stage,
  place: 'here' | 'demo',
  { path, first, second }: (typeof WAYS)[number],
  repository: string,
): Promise<void> {
  const { page } = await stage.visit(`${path}?place=${place}`);
  await page.locator(first).first().click();
  await page.locator(second).first().click();
  await settled(page, '/change');
  const id = new URL(page.url()).searchParams.get('id') ?? '';
  expect(id).toMatch(/^[0-9a-f]{40}$/);
  expect(execFileSync('git', ['-C', repository, 'cat-file', '-t', id], { encoding: 'utf8' })).toBe('commit\n');
  expect(await readable(page)).toContain(id.slice(0, 10));
}
