import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Range,
  type YAMLMap,
} from 'yaml';
import { isDeep } from './front-matter.ts';
import { lineStart, lineStop, type MatterEntry, type MatterReading } from './matter-entry.ts';

/** Front matter as the parser sees it; null where it is no map that an edit could be made in. */
export interface YamlMatter extends MatterReading {
  readonly document: Document.Parsed | null;
  readonly map: YAMLMap | null;
}

/**
 * Reads YAML with the parser: the core schema, in which days are texts; aliases unfold nowhere. What is no YAML, is deeper than
 * anybody writes or needs an alias is read line by line, with a problem.
 */
export function readYaml(matter: string): YamlMatter {
  if (isDeep(matter)) return byLines(matter, 0, 'is nested deeper than anybody writes');
  const document = parseDocument(matter, { uniqueKeys: false, logLevel: 'silent', version: '1.2', schema: 'core' });
  const [error] = document.errors;
  if (error !== undefined) return byLines(matter, error.pos[0], sentence(error.message));
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === null)) {
    return { document, map: null, entries: [], problems: [] };
  }
  if (!isMap(contents) || contents.flow === true) return byLines(matter, 0, 'is not one key a line');
  const entries: MatterEntry[] = [];
  for (const pair of contents.items) {
    const entry = entryOf(matter, document, pair);
    if (typeof entry === 'string') return byLines(matter, 0, entry);
    entries.push(entry);
  }
  return { document, map: contents, entries, problems: twice(entries) };
}

const sentence = (message: string): string => (message.split(/ at line \d+/)[0] ?? message).replace(/:$/, '').trim();

function twice(entries: readonly MatterEntry[]): MatterReading['problems'] {
  const seen = new Set<string>();
  return entries.flatMap(({ key, start }) => {
    if (!seen.has(key)) return seen.add(key) && [];
    return [{ at: start, message: `says ${key} twice; the last one counts` }];
  });
}

function entryOf(
  matter: string,
  document: Document.Parsed,
  { key, value }: Pair<unknown, unknown>,
): MatterEntry | string {
  if (!isScalar(key) || key.range === null || key.range === undefined) return 'has a key that is no text';
  const start = lineStart(matter, key.range[0]);
  if (!/^[ \t]*$/.test(matter.slice(start, key.range[0]))) return 'has a key that does not begin its line';
  const node = value as Node | null;
  const isPlain = isScalar(node) && node.type === 'PLAIN' && node.range !== null && node.range !== undefined;
  try {
    return {
      key: String(key.value),
      value: node === null ? null : withoutPrototype(node.toJS(document, { maxAliasCount: 0 })),
      source: isPlain ? matter.slice(...plainRange(node.range)) || null : null,
      start,
      stop: node === null ? lineStop(matter, key.range[1]) : stopOf(matter, node, key.range[1]),
    };
  } catch {
    return 'needs an alias, which is not followed';
  }
}

const plainRange = (range: Range | null | undefined): [number, number] => [range?.[0] ?? 0, range?.[1] ?? 0];
/** Values are compared and checked as JSON. */
const withoutPrototype = (value: unknown): unknown =>
  typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : value;

/** After the last line of a value: that of its deepest last part, without comments and empty lines below it. */
export function stopOf(matter: string, node: Node, after: number): number {
  const end = endOf(node, after);
  if (isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')) return end;
  const isAtStart = end > after && matter[end - 1] === '\n';
  return isAtStart ? end : lineStop(matter, end);
}

/** Where the text of a value ends, without what a collection takes in behind its last part. */
export function endOf(node: Node, after: number): number {
  if (!(isMap(node) || isSeq(node)) || node.flow === true) return Math.max(node.range?.[1] ?? after, after);
  const last: unknown = node.items.at(-1);
  if (last === undefined || last === null) return Math.max(node.range?.[1] ?? after, after);
  if (isSeq(node)) return endOf(last as Node, node.range?.[0] ?? after);
  const { key, value } = last as Pair<Node, Node | null>;
  const keyEnd = key.range?.[1] ?? after;
  return value === null ? keyEnd : endOf(value, keyEnd);
}

const LINE = /^[ \t]*([\p{L}][\p{L}\p{N} _-]{0,60}?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*\r?\n?$/u;

/** What most front matter is, right or wrong: `key: value`, all of it text. A line below that is indented belongs to the key. */
function byLines(matter: string, at: number, message: string): YamlMatter {
  const entries: MatterEntry[] = [];
  for (let start = 0; start < matter.length; ) {
    const stop = lineStop(matter, start);
    const line = matter.slice(start, stop);
    const last = entries.at(-1);
    const [whole, key, written = ''] = /^[^ \t#-]/.test(line) ? (LINE.exec(line) ?? []) : [];
    if (whole !== undefined && key !== undefined) {
      const text = /^(["'])(.*)\1$/.exec(written)?.[2] ?? written;
      entries.push({ key, value: written === '' ? null : text, source: text === written ? text : null, start, stop });
    } else if (last !== undefined && /\S/.test(line)) entries.splice(-1, 1, { ...last, stop });
    start = stop;
  }
  return { document: null, map: null, entries, problems: [{ at, message: `The front matter ${message}.` }] };
}
