import { FortnightError } from '../domain/errors.ts';
import type { Matter, MatterChanges, MatterField } from './matter.ts';
import { spliced } from './matter-entry.ts';
import { placeOf } from './matter-place.ts';
import { readPlainYaml } from './plain-yaml.ts';
import { editToml, readToml } from './toml-matter.ts';
import { editYaml } from './yaml-edit.ts';
import { readYaml } from './yaml-entries.ts';
import { yamlKey, yamlValue } from './yaml-value.ts';

export type { Matter, MatterChanges, MatterField, MatterValue } from './matter.ts';

/**
 * Reads the front matter of a text: YAML between lines of `---`, TOML between lines of `+++`. Never fails: what is no YAML is read line
 * by line, and said in `problems`. Of a key that stands twice the last one is told.
 */
export function readMatter(text: string): Matter {
  const { notation, start, end } = placeOf(text);
  if (notation === 'none') return { notation, fields: [], problems: [] };
  const matter = text.slice(start, end);
  const { entries, problems } = notation === 'toml' ? readToml(matter) : (readPlainYaml(matter) ?? readYaml(matter));
  const lineOf = lineCounter(text);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return {
    notation,
    fields: [...byKey.values()].map(({ key, value, source, start: at }) => ({
      key,
      value,
      source,
      line: lineOf(start + at),
    })),
    problems: problems.map(({ at, message }) => ({ line: lineOf(start + at), message })),
  };
}

/**
 * Changes keys of the front matter and nothing else: every other byte stays, comments, order, quotes and line ends included. A key whose
 * value is already the wanted one stays as it is written. A text without front matter gets some, in YAML. Throws a
 * `FortnightError` (`not-editable`) where the text would then not say what was asked for: front matter that is no YAML or TOML.
 */
export function editMatter(text: string, changes: MatterChanges): string {
  const place = placeOf(text);
  const { notation, start, end, eol } = place;
  const before = readMatter(text);
  const needed = neededOf(before, changes);
  if (Object.keys(needed).length === 0) return text;
  if (notation === 'none') {
    const lines = Object.entries(needed).map(([key, value]) =>
      value === null ? '' : `${yamlKey(key)}:${yamlValue(value, '', eol)}${eol}`,
    );
    const gap = /^(?:\r?\n|$)/.test(text.slice(start)) ? '' : eol;
    return checked(
      `${text.slice(0, start)}---${eol}${lines.join('')}---${eol}${gap}${text.slice(start)}`,
      before,
      needed,
    );
  }
  const matter = text.slice(start, end);
  const splices = notation === 'toml' ? editToml(matter, needed, eol) : editYaml(matter, readYaml(matter), needed, eol);
  if (splices === null) throw notEditable();
  return checked(text.slice(0, start) + spliced(matter, splices) + text.slice(end), before, needed);
}

/** The changes that change anything. */
function neededOf({ fields }: Matter, changes: MatterChanges): MatterChanges {
  const now = new Map(fields.map(({ key, value }) => [key, value]));
  return Object.fromEntries(
    Object.entries(changes).filter(([key, value]) => {
      if (value === null) return now.has(key);
      return !now.has(key) || JSON.stringify(now.get(key)) !== JSON.stringify(value);
    }),
  );
}

/** An edit is believed when its text, read again, says what was asked for, and says all else as before. */
function checked(text: string, before: Matter, changes: MatterChanges): string {
  const after = new Map(readMatter(text).fields.map((field) => [field.key, field]));
  const wanted = new Map<string, unknown>(before.fields.map(({ key, value }) => [key, value]));
  for (const [key, value] of Object.entries(changes)) {
    if (value === null) wanted.delete(key);
    else wanted.set(key, value);
  }
  const isSame = after.size === wanted.size && [...wanted].every(([key, value]) => says(after.get(key), value));
  if (!isSame) throw notEditable();
  return text;
}

/** Front matter that is no YAML is read as texts: there a number is the text that it is written as. */
function says(field: MatterField | undefined, wanted: unknown): boolean {
  if (field === undefined) return false;
  return (
    JSON.stringify(field.value) === JSON.stringify(wanted) ||
    (field.value === field.source && field.source === String(wanted))
  );
}

const notEditable = () =>
  new FortnightError('not-editable', 'The front matter of this file cannot be changed safely, and was left as it is.', {
    hint: 'Mend it by hand: one `key: value` a line between two lines of `---`.',
  });

/** The line of an offset, from 1; asked for rising offsets it looks at each character once. */
function lineCounter(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    if (offset < at) [line, at] = [1, 0];
    for (let next = text.indexOf('\n', at); next !== -1 && next < offset; next = text.indexOf('\n', at)) {
      line += 1;
      at = next + 1;
    }
    return line;
  };
}
