import { parse } from 'yaml';

/** Headings of the template of MADR 4.0.0, in its order, with their levels; the first four have to be there. */
const SECTIONS: readonly (readonly [heading: string, level: number, isRequired: boolean])[] = [
  ['Context and Problem Statement', 2, true],
  ['Decision Drivers', 2, false],
  ['Considered Options', 2, true],
  ['Decision Outcome', 2, true],
  ['Consequences', 3, false],
  ['Confirmation', 3, false],
  ['Pros and Cons of the Options', 2, false],
  ['More Information', 2, false],
];
const STATUS = /^(?:proposed|rejected|accepted|deprecated|superseded by .+)$/;
const LISTS = ['decision-makers', 'consulted', 'informed'];

/**
 * What keeps a text from being a MADR 4, read strictly: YAML front matter with a status and a date as its template has them, one title, its
 * sections with their levels in their order. Keys of others are allowed, as MADR does. Empty: it is one.
 */
export function isMadr4(text: string): string[] {
  const wrong: string[] = [];
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
  if (matter === '') return ['no front matter'];
  const fields: Record<string, unknown> = parse(matter, { schema: 'core' });
  if (!STATUS.test(String(fields.status))) wrong.push(`status ${fields.status}`);
  if (!/^\d{4}-\d\d-\d\d$/.test(String(fields.date))) wrong.push(`date ${fields.date}`);
  for (const key of LISTS) {
    const value = fields[key];
    if (value !== undefined && typeof value !== 'string' && !Array.isArray(value)) wrong.push(`${key} is no list`);
  }
  const headings = [...body.matchAll(/^(#{1,6}) (.+)$/gm)].map(([, signs = '', heading = '']) => ({
    heading,
    level: signs.length,
  }));
  const [title, ...others] = headings;
  if (title?.level !== 1 || others.some(({ level }) => level === 1)) wrong.push('not one title');
  let last = -1;
  for (const { heading, level } of others) {
    const at = SECTIONS.findIndex(([name]) => name === heading);
    if (at === -1) wrong.push(`unknown section ${heading}`);
    else if (SECTIONS[at]?.[1] !== level) wrong.push(`${heading} has level ${level}`);
    else if (at <= last) wrong.push(`${heading} out of order`);
    last = Math.max(last, at);
  }
  for (const [name, , isRequired] of SECTIONS) {
    if (isRequired && !others.some(({ heading }) => heading === name)) wrong.push(`no ${name}`);
  }
  return wrong;
}
