import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { bundleOf } from '../../scripts/bench/bundle.ts';
import { builtPage } from '../built-page.ts';

it('is smaller than 350 kB as it is sent, all pages together', async () => {
  const { all, first } = bundleOf(await builtPage());
  expect(all).toBeLessThan(350 * 1024);
  expect(first).toBeLessThanOrEqual(all);
});

it('holds no script made from text, which its own policy would forbid, and names no other server', async () => {
  const folder = await builtPage();
  const scripts = readdirSync(`${folder}assets`).filter((name) => name.endsWith('.js'));
  const faults = scripts.filter((name) =>
    /\bnew Function\(|\beval\(/.test(readFileSync(`${folder}assets/${name}`, 'utf8')),
  );
  expect(faults).toEqual([]);
  const page = readFileSync(`${folder}index.html`, 'utf8');
  expect(page).not.toMatch(/https?:\/\/|<script(?![^>]* src=)/);
});
