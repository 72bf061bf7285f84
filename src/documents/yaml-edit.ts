import { isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import type { MatterChanges, MatterValue } from './matter.ts';
import { lineStart, lineStop, type Splice } from './matter-entry.ts';
import { stopOf, type YamlMatter } from './yaml-entries.ts';
import { yamlItem, yamlKey, yamlScalar, yamlValue } from './yaml-value.ts';

type Item = string | Readonly<Record<string, string | number | boolean>>;

/** Turns changes of keys into splices, as few and as small as they can be; null where only a person can make them. */
export function editYaml(matter: string, reading: YamlMatter, changes: MatterChanges, eol: string): Splice[] | null {
  if (reading.document === null) return editLines(matter, reading, changes, eol);
  const splices = reading.map === null ? [] : editMap(matter, reading.map, changes, eol);
  const there = new Set(reading.entries.map(({ key }) => key));
  const indent = /^[ \t]*/.exec(matter.slice(reading.entries[0]?.start ?? matter.length))?.[0] ?? '';
  const added = Object.entries(changes).flatMap(([key, value]) =>
    value === null || there.has(key) ? [] : [`${indent}${yamlKey(key)}:${yamlValue(value, indent, eol)}${eol}`],
  );
  return added.length === 0 ? splices : [...splices, { from: matter.length, to: matter.length, text: added.join('') }];
}

/** Where there is no YAML: the last line that says the key is written anew, when it is all of it. */
function editLines(matter: string, { entries }: YamlMatter, changes: MatterChanges, eol: string): Splice[] | null {
  const splices: Splice[] = [];
  // What belongs to no key is no list of keys: `{a: 1}`.
  if (/^[ \t]*[^ \t\r\n#]/m.test(matter.slice(0, entries[0]?.start))) return null;
  for (const [key, value] of Object.entries(changes)) {
    const found = entries.filter((entry) => entry.key === key);
    if (found.some(({ start, stop }) => lineStop(matter, start) !== stop)) return null;
    // Something else may mean what is marked there.
    if (found.some(({ value: marked }) => typeof marked === 'string' && /^[&!|>]/.test(marked))) return null;
    const text = value === null ? '' : `${yamlKey(key)}:${yamlValue(value, '', eol)}${eol}`;
    const [last] = found.slice(-1);
    if (last === undefined) splices.push({ from: matter.length, to: matter.length, text });
    else if (value === null) splices.push(...found.map(({ start, stop }) => ({ from: start, to: stop, text })));
    else splices.push({ from: last.start, to: last.stop, text });
  }
  return splices;
}

/** Changes of keys that a map in block form has; others are for the caller. Of a key that stands twice the last one counts. */
function editMap(matter: string, map: YAMLMap, changes: MatterChanges, eol: string): Splice[] {
  const last = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  return map.items.flatMap((pair) => {
    const value = changes[keyOf(pair)];
    if (value === undefined || !Object.hasOwn(changes, keyOf(pair))) return [];
    if (value === null) return [removal(matter, pair)];
    return last.get(keyOf(pair)) === pair ? editPair(matter, pair, value, eol) : [];
  });
}

const keyOf = ({ key }: Pair<unknown, unknown>): string => (isScalar(key) ? String(key.value) : '');
const nodeOf = ({ value }: Pair<unknown, unknown>): Node | null => value as Node | null;
const keyEnd = ({ key }: Pair<unknown, unknown>): number => (key as Scalar).range?.[1] ?? 0;

function removal(matter: string, pair: Pair<unknown, unknown>): Splice {
  const from = lineStart(matter, (pair.key as Scalar).range?.[0] ?? 0);
  return { from, to: pairStop(matter, pair), text: '' };
}

function pairStop(matter: string, pair: Pair<unknown, unknown>): number {
  const node = nodeOf(pair);
  return node === null ? lineStop(matter, keyEnd(pair)) : stopOf(matter, node, keyEnd(pair));
}

function editPair(matter: string, pair: Pair<unknown, unknown>, value: MatterValue, eol: string): Splice[] {
  const node = nodeOf(pair);
  const start = lineStart(matter, (pair.key as Scalar).range?.[0] ?? 0);
  const indent = matter.slice(start, (pair.key as Scalar).range?.[0] ?? start).replace(/[^ \t]/g, ' ');
  const colon = matter.indexOf(':', keyEnd(pair)) + 1;
  const isOnLine = node === null || isFlow(node);
  if (isOnLine && typeof value !== 'object') {
    const [from, to] = flowRange(node, colon);
    const text = yamlScalar(value);
    return [{ from, to, text: from === colon || !/\s/.test(matter[from - 1] ?? '') ? ` ${text}` : text }];
  }
  if (isSeq(node) && node.flow !== true && typeof value === 'object' && value.length > 0) {
    const edited = editItems(matter, node, value, eol);
    if (edited !== null) return edited;
  }
  return wholeValue(matter, pair, colon, yamlValue(value, indent, eol));
}

/** The value written anew; a comment on the line of the key stays there. */
function wholeValue(matter: string, pair: Pair<unknown, unknown>, colon: number, text: string): Splice[] {
  const node = nodeOf(pair);
  const stop = pairStop(matter, pair);
  const end = stop - (/\r?\n$/.exec(matter.slice(colon, stop))?.[0].length ?? 0);
  const [from, to] = node !== null && isFlow(node) ? flowRange(node, colon) : [colon, colon];
  if (from !== colon || node === null) {
    const comment = matter.slice(to, end);
    if (!text.includes('\n')) return [{ from: colon, to, text }];
    return [{ from: colon, to: end, text: `${/\S/.test(comment) ? ` ${comment.trim()}` : ''}${text}` }];
  }
  const comment = /^[ \t]+#[^\r\n]*/.exec(matter.slice(colon, end))?.[0] ?? '';
  return [{ from: colon, to: end, text: text.includes('\n') ? comment + text : text + comment }];
}

const isFlow = (node: Node): boolean =>
  isScalar(node) ? node.type !== 'BLOCK_LITERAL' && node.type !== 'BLOCK_FOLDED' : 'flow' in node && node.flow === true;

/** Where a value on the line stands; nothing after the colon where there is none. A tag or an anchor is part of it. */
function flowRange(node: Node | null, colon: number): [number, number] {
  const [from, to] = [node?.range?.[0] ?? colon, node?.range?.[1] ?? colon];
  if (node === null || from === to) return [colon, colon];
  const isMarked = ('tag' in node && node.tag !== undefined) || ('anchor' in node && node.anchor !== undefined);
  return isMarked ? [colon, to] : [from, to];
}

/** Items that stay keep their bytes; between those that begin and end alike the others are written anew. */
function editItems(matter: string, list: YAMLSeq, wanted: readonly Item[], eol: string): Splice[] | null {
  const places = list.items.map((item) => placeOfItem(matter, item as Node | null));
  const known = places.filter((place) => place !== null);
  const [first] = known;
  if (first === undefined || known.length !== places.length) return null;
  const texts = list.items.map((item) => JSON.stringify((item as Node).toJSON()));
  const wantedTexts = wanted.map((item) => JSON.stringify(item));
  let [head, tail] = [0, 0];
  const most = Math.min(texts.length, wantedTexts.length);
  while (head < most && texts[head] === wantedTexts[head]) head += 1;
  while (tail < most - head && texts.at(-1 - tail) === wantedTexts.at(-1 - tail)) tail += 1;
  const old = known.slice(head, known.length - tail);
  const fresh = wanted.slice(head, wanted.length - tail);
  const within = old.length === fresh.length ? editEach(matter, list, head, fresh, eol) : null;
  if (within !== null) return within;
  const from = old[0]?.start ?? known[head - 1]?.stop ?? first.start;
  const text = fresh.map((item) => `${first.indent}${yamlItem(item, first.indent, eol)}${eol}`).join('');
  const [, ...others] = old.map(({ start, stop }) => ({ from: start, to: stop, text: '' }));
  return [{ from, to: old[0]?.stop ?? from, text }, ...others];
}

/** As many items as before: each is changed within, when it is a text or a map that keeps its first key. */
function editEach(matter: string, list: YAMLSeq, head: number, fresh: readonly Item[], eol: string): Splice[] | null {
  const splices: Splice[] = [];
  for (const [at, wanted] of fresh.entries()) {
    const node: unknown = list.items[head + at];
    if (typeof wanted === 'string') {
      if (!isScalar(node) || !isFlow(node) || node.range === null || node.range === undefined) return null;
      if (node.tag !== undefined || node.anchor !== undefined || node.range[0] === node.range[1]) return null;
      splices.push({ from: node.range[0], to: node.range[1], text: yamlScalar(wanted) });
      continue;
    }
    const edited = isMap(node) ? editItemMap(matter, node, wanted, eol) : null;
    if (edited === null) return null;
    splices.push(...edited);
  }
  return splices;
}

function editItemMap(
  matter: string,
  map: YAMLMap,
  wanted: Readonly<Record<string, string | number | boolean>>,
  eol: string,
): Splice[] | null {
  const [first] = map.items;
  if (map.flow === true || first === undefined || !Object.hasOwn(wanted, keyOf(first))) return null;
  const before: Readonly<Record<string, unknown>> = map.toJSON();
  const keys = map.items.map(keyOf);
  if (new Set(keys).size !== keys.length) return null;
  const gone = keys.filter((key) => !Object.hasOwn(wanted, key)).map((key) => [key, null] as const);
  const changed = Object.entries(wanted).filter(([key, value]) => before[key] !== value);
  const added = changed.filter(([key]) => !Object.hasOwn(before, key));
  const keyStart = (first.key as Scalar).range?.[0] ?? 0;
  const indent = ' '.repeat(keyStart - lineStart(matter, keyStart));
  const last = map.items.at(-1) ?? first;
  const stop = pairStop(matter, last);
  const text = added.map(([key, value]) => `${indent}${yamlKey(key)}: ${yamlScalar(value)}${eol}`).join('');
  const splices = editMap(matter, map, Object.fromEntries([...gone, ...changed]), eol);
  return added.length === 0 ? splices : [...splices, { from: stop, to: stop, text }];
}

/** Where an item of a list stands with its dash; null where the dash does not begin its line. */
function placeOfItem(matter: string, node: Node | null) {
  const at = node?.range?.[0];
  if (node === null || at === undefined) return null;
  const start = lineStart(matter, at);
  const indent = /^([ \t]*)-[ \t]+$/.exec(matter.slice(start, at))?.[1];
  return indent === undefined ? null : { start, stop: stopOf(matter, node, at), indent };
}
