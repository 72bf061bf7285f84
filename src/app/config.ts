import { constants } from 'node:fs';
import { lstat, open, realpath, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Composer, type CST, type Document, isCollection, isMap, isPair, isScalar, LineCounter, Parser } from 'yaml';
import { type Config, EMPTY_CONFIG, parseConfig } from '../domain/config.ts';
import { EXIT, FortnightError } from '../domain/errors.ts';
import type { Query } from '../domain/query.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { replaceConfigFile } from './config-file.ts';

export const CONFIG_FILE = 'fortnight.yml';
/** Larger than any honest configuration; a bigger file is refused before it is parsed. */
export const MAX_CONFIG_BYTES = 256 * 1024;

/** Brackets open at once; the schema needs four. */
const MAX_DEPTH = 200;

/** The text of a repository's `fortnight.yml`, and where it stood. */
export interface ConfigText {
  readonly text: string;
  readonly from: 'work tree' | 'head';
}

/**
 * The configuration of one repository: `fortnight.yml` in the work tree, else the one at the head, else the empty one.
 * `head` gives the text at the head when it is asked. Throws a {@link FortnightError} naming the line that is wrong.
 */
export async function readConfig(
  location: RepositoryLocation,
  head: () => Promise<string | null>,
): Promise<{ config: Config; source: ConfigText | null }> {
  const source = await readConfigText(location, head);
  return { config: source === null ? EMPTY_CONFIG : parseConfigText(source.text), source };
}

/**
 * Text of `fortnight.yml`: of the work tree when it is a regular file lying there itself, else that at the head, else
 * null. A symbolic link, a device or a pipe of that name is passed over: the file is a stranger's and may point anywhere.
 */
export async function readConfigText(
  location: RepositoryLocation,
  head: () => Promise<string | null>,
): Promise<ConfigText | null> {
  const text = location.workTree === null ? null : await readRegularFile(location.workTree, CONFIG_FILE);
  if (text !== null) return { text, from: 'work tree' };
  const committed = await head();
  return committed === null ? null : { text: committed, from: 'head' };
}

/** The configurations of several repositories, by name; `query` asks their raw tables. */
export async function readConfigs(
  repositories: readonly { readonly name: string; readonly location: RepositoryLocation }[],
  query: Query,
): Promise<Map<string, Config>> {
  const rows = await query<{ repository: string; content: string }>(
    `SELECT repository, content FROM raw_documents WHERE path = '${CONFIG_FILE}'`,
  );
  const heads = new Map(rows.map(({ repository, content }) => [repository, content]));
  const configs = new Map<string, Config>();
  for (const { name, location } of repositories) {
    configs.set(name, (await readConfig(location, async () => heads.get(name) ?? null)).config);
  }
  return configs;
}

async function readRegularFile(directory: string, name: string): Promise<string | null> {
  return (await readRegularBytes(directory, name))?.toString('utf8') ?? null;
}

async function readRegularBytes(directory: string, name: string): Promise<Buffer | null> {
  if ((await realpath(directory).catch(() => null)) === null) return null;
  // O_NOFOLLOW refuses a link; O_NONBLOCK keeps a pipe of that name from waiting for ever.
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  const file = await open(join(directory, name), flags).catch(() => null);
  if (file === null) return null;
  try {
    const { size, ...stat } = await file.stat();
    if ((stat.mode & constants.S_IFMT) !== constants.S_IFREG) return null;
    if (size > MAX_CONFIG_BYTES) throw tooLarge();
    const bytes = Buffer.alloc(MAX_CONFIG_BYTES + 1);
    let filled = 0;
    for (let read = -1; read !== 0 && filled < bytes.length; filled += read) {
      read = (await file.read(bytes, filled, bytes.length - filled)).bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}

/**
 * Parses a `fortnight.yml`. Refuses what is too large, nested too deeply or folds out by aliases; takes time in
 * proportion to the text. Every failure is a {@link FortnightError} that names the line where that is known.
 */
export function parseConfigText(text: string): Config {
  const { document, lines } = parseYaml(text);
  const value = toPlain(document);
  return parseConfig(value, CONFIG_FILE, (path) => lineOf(document, lines, path));
}

interface ParsedYaml {
  readonly document: Document.Parsed;
  readonly lines: LineCounter;
}

function parseYaml(text: string): ParsedYaml {
  if (Buffer.byteLength(text) > MAX_CONFIG_BYTES) throw tooLarge();
  refuseDepth(text);
  const lines = new LineCounter();
  // The composer compares every key with every other to find doubles; below that is done once per key.
  const composer = new Composer({ uniqueKeys: false, merge: false });
  const document = shallow(() => {
    const [first, second] = composer.compose(tokensOf(text, lines), true, text.length);
    if (second) throw invalid('it holds more than one document', lines.linePos(second.range[0]).line);
    return first as Document.Parsed;
  });
  const error = document.errors[0] ?? document.warnings[0];
  if (error) throw invalid(error.message, lines.linePos(error.pos[0]).line);
  refuseDoubles(document, lines);
  return { document, lines };
}

/** Brackets nested deeper than any honest file: refused before the parser goes down into them. */
function refuseDepth(text: string): void {
  let depth = 0;
  for (const bracket of text.matchAll(/[[{\]}]/g)) {
    depth = Math.max(0, depth + (bracket[0] === '[' || bracket[0] === '{' ? 1 : -1));
    if (depth > MAX_DEPTH) throw invalid('it is nested too deeply', null);
  }
}

/** The parser's tokens up to the first wrong one: going on after it takes time that grows with its square. */
function* tokensOf(text: string, lines: LineCounter): Generator<CST.Token> {
  for (const token of new Parser(lines.addNewLine).parse(text)) {
    if (token.type === 'error') throw invalid(token.message, lines.linePos(token.offset).line);
    yield token;
  }
}

function refuseDoubles(document: Document.Parsed, lines: LineCounter): void {
  const open: unknown[] = [document.contents];
  while (open.length > 0) {
    const node = open.pop();
    if (!isCollection(node)) continue;
    const keys = new Set<unknown>();
    for (const item of node.items) {
      if (!isPair(item)) {
        open.push(item);
        continue;
      }
      open.push(item.value);
      if (!isScalar(item.key)) throw invalid('a key is no plain text', null);
      if (isMap(node) && keys.has(item.key.value)) {
        throw invalid(`"${String(item.key.value)}" stands there twice`, lines.linePos(item.key.range?.[0] ?? 0).line);
      }
      keys.add(item.key.value);
    }
  }
}

function toPlain(document: Document.Parsed): unknown {
  return shallow(() => {
    try {
      return document.toJS({ maxAliasCount: 50 }) as unknown;
    } catch (error) {
      if (error instanceof ReferenceError) throw invalid('its aliases fold out to too much', null, error);
      throw error;
    }
  });
}

/** The parser goes down by recursion; a text that exhausts the stack is refused like any other that is wrong. */
function shallow<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw invalid('it is nested too deeply', null, error);
    throw error;
  }
}

function lineOf(document: Document.Parsed, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    const start = isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;
    if (start !== undefined) return lines.linePos(start).line;
  }
  return null;
}

function tooLarge(): FortnightError {
  return new FortnightError('invalid-configuration', `${CONFIG_FILE} is larger than ${MAX_CONFIG_BYTES / 1024} KiB.`, {
    hint: 'Shorten it, or run with --no-config to leave the file aside.',
    exitCode: EXIT.usage,
  });
}

function invalid(what: string, line: number | null, cause?: unknown): FortnightError {
  const where = line === null ? '' : ` at line ${line}`;
  return new FortnightError(
    'invalid-configuration',
    `${CONFIG_FILE} is not valid${where}: ${what.replace(/\.$/, '').slice(0, 200)}.`,
    {
      hint: 'Mend that line, or run with --no-config to leave the file aside.',
      exitCode: EXIT.usage,
      cause,
    },
  );
}

/**
 * What the text of a configuration becomes when `change` edits it: comments, order and unknown spacing stay as far as
 * YAML's document model keeps them, line ends, byte order mark and blanks within brackets as they were. The result is
 * checked as strictly as a file that is read. Refuses a text that lost characters when it was read.
 */
export function editConfigText(text: string, change: (document: Document) => void): { text: string; config: Config } {
  if (text.includes('\ufffd')) throw notText();
  const { document } = parseYaml(text);
  parseConfig(toPlain(document), CONFIG_FILE);
  change(document);
  const plain = document.toString({ lineWidth: 0, flowCollectionPadding: !/[[{][^\s\]}]/.test(text) });
  const marked = text.startsWith(MARK) && !plain.startsWith(MARK) ? MARK + plain : plain;
  const edited = /^[^\n]*\r\n/.test(text) ? marked.replace(/\r?\n/g, '\r\n') : marked;
  return { text: edited, config: parseConfigText(edited) };
}

/** Editors of Windows begin a text with it. */
const MARK = '\ufeff';

function notText(): FortnightError {
  return new FortnightError('no-text', `${CONFIG_FILE} is not UTF-8 text, and an edit would lose what it is not.`, {
    hint: 'Save it as UTF-8, then try again.',
    exitCode: EXIT.usage,
  });
}

/**
 * Puts bytes in the place of `fortnight.yml` of the work tree, whole; null removes it. Refuses a bare repository and a file
 * of that name which is not a regular one (a link could lead outside). `expected` is the text the edit started from; a file
 * that changed since then is left alone. Gives the path, and the bytes that stood there: they take the edit back.
 */
export async function replaceConfig(
  location: RepositoryLocation,
  next: Uint8Array | null,
  expected: string | null,
): Promise<{ path: string; replaced: Uint8Array | null }> {
  const workTree = workTreeOf(location);
  const path = join(workTree, CONFIG_FILE);
  if ((await realpath(workTree)) !== workTree || dirname(path) !== workTree) throw outside(path);
  const stat = await lstat(path).catch(() => null);
  if (stat !== null && !stat.isFile()) throw outside(path);
  const replaced = stat === null ? null : await readRegularBytes(workTree, CONFIG_FILE);
  if ((replaced?.toString('utf8') ?? null) !== expected) {
    throw new FortnightError('configuration-changed', `${CONFIG_FILE} was changed by somebody else meanwhile.`, {
      hint: 'Begin again: it starts from the file as it is now.',
    });
  }
  if (next === null) await rm(path, { force: true });
  else await replaceConfigFile(workTree, CONFIG_FILE, next, stat === null ? 0o644 : stat.mode & 0o777);
  return { path, replaced };
}

/** Where `fortnight.yml` of a repository belongs. Throws when there is no such place. */
export function configPath(location: RepositoryLocation): string {
  return join(workTreeOf(location), CONFIG_FILE);
}

function workTreeOf({ name, workTree }: RepositoryLocation): string {
  if (workTree !== null) return workTree;
  throw new FortnightError('no-work-tree', `${name} is a bare repository: there is no place for ${CONFIG_FILE}.`, {
    hint: 'Run it in a clone with a work tree.',
  });
}

function outside(path: string): FortnightError {
  return new FortnightError(
    'unsafe-path',
    `${path} is not a regular file inside the repository, so nothing was written.`,
    {
      hint: 'Replace the link by a file, or move it away.',
    },
  );
}
