import { compilePattern, segmentsOf } from '../pattern.ts';
import { PatternSet } from '../pattern-set.ts';

/** Files at the root that name the packages of a workspace. */
export const WORKSPACE_PATHS = [
  'package.json',
  'pnpm-workspace.yaml',
  'lerna.json',
  'Cargo.toml',
  'go.work',
  'settings.gradle',
  'settings.gradle.kts',
  'pom.xml',
] as const;

/** What a directory must hold to be a package. Gradle's projects need no file of their own. */
const MANIFESTS = new Set(['package.json', 'Cargo.toml', 'go.mod', 'build.gradle', 'build.gradle.kts', 'pom.xml']);
const MOST_PATTERNS = 1000;

/**
 * Directories of the packages that the workspace files name: npm and yarn workspaces, pnpm, lerna, Cargo, go.work, Gradle,
 * Maven. Globs mean directories with a manifest. The root itself is not among them. Total; unreadable files name nothing.
 */
export function workspacePackages(
  documents: ReadonlyMap<string, string>,
  paths: Iterable<string>,
): ReadonlySet<string> {
  const named = WORKSPACE_PATHS.flatMap((path) => {
    const content = documents.get(path);
    return content === undefined ? [] : READERS[path](path.endsWith('.json') ? content : withoutLongLines(content));
  }).slice(0, MOST_PATTERNS);
  const found = new Set<string>();
  if (named.length === 0) return found;
  const isIncluded = matcher(named.filter((pattern) => !pattern.startsWith('!')));
  const isExcluded = matcher(named.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1)));
  const literal = new Set(named.map(clean));
  for (const path of paths) {
    const slash = path.lastIndexOf('/');
    const directory = path.slice(0, Math.max(slash, 0));
    if (directory === '' || found.has(directory)) continue;
    if (!MANIFESTS.has(path.slice(slash + 1)) && !literal.has(directory)) continue;
    if (isIncluded(directory) && !isExcluded(directory)) found.add(directory);
  }
  return found;
}

/** Some expressions below take quadratic time in a line; no line that a person wrote is so long. */
function withoutLongLines(content: string): string {
  const lines = content.split('\n');
  return lines.map((line) => (line.length > 1000 ? '' : line)).join('\n');
}

const clean = (pattern: string) => pattern.replace(/^(?:\.\/)+|\/+$/g, '');

function matcher(patterns: readonly string[]): (directory: string) => boolean {
  const set = new PatternSet(patterns.map((pattern) => compilePattern(`/${clean(pattern)}`, 'attributes')));
  return (directory) => set.last(segmentsOf(directory)) !== null;
}

type Reader = (content: string) => readonly string[];
const READERS: Readonly<Record<(typeof WORKSPACE_PATHS)[number], Reader>> = {
  'package.json': (content) => {
    const workspaces = field(readJson(content), 'workspaces');
    return texts(Array.isArray(workspaces) ? workspaces : field(workspaces, 'packages'));
  },
  'lerna.json': (content) => texts(field(readJson(content), 'packages')),
  'pnpm-workspace.yaml': (content) => listUnder(content, 'packages'),
  'Cargo.toml': cargoMembers,
  'go.work': (content) => goUses(content),
  'settings.gradle': gradleProjects,
  'settings.gradle.kts': gradleProjects,
  'pom.xml': (content) =>
    [...content.matchAll(/<module>\s{0,20}([^<>\s]{1,300})\s{0,20}<\/module>/g)].map(([, name]) => name ?? ''),
};

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** The items `- text` of a YAML list under a top-level key; enough for the one shape pnpm writes. */
function listUnder(content: string, key: string): string[] {
  const items: string[] = [];
  let inside = false;
  for (const line of content.split(/\r?\n/)) {
    if (/^[^\s#-]/.test(line)) inside = line.startsWith(`${key}:`);
    const item = inside ? /^\s*-\s+(.*)$/.exec(line)?.[1] : undefined;
    if (item !== undefined) items.push(unquoted(item));
  }
  return items;
}

function unquoted(text: string): string {
  const quoted = /^\s*(["'])(.*?)\1/.exec(text);
  return quoted ? (quoted[2] ?? '') : text.replace(/\s+#.*$/, '').trim();
}

/** `members` and `exclude` of `[workspace]`. */
function cargoMembers(content: string): string[] {
  const start = /^\[workspace\]/m.exec(content);
  if (!start) return [];
  const rest = content.slice(start.index + start[0].length);
  const end = rest.search(/^\[/m);
  const table = end < 0 ? rest : rest.slice(0, end);
  const list = (name: string) => {
    const open = new RegExp(`^[ \\t]*${name}[ \\t]*=[ \\t]*\\[`, 'm').exec(table);
    if (!open) return [];
    const inner = table.slice(open.index + open[0].length);
    const close = inner.indexOf(']');
    const lines = inner.slice(0, close < 0 ? undefined : close).split('\n');
    return lines.flatMap((line) =>
      [...line.replace(/#.*$/, '').matchAll(/"([^"]*)"|'([^']*)'/g)].map((m) => m[1] ?? m[2] ?? ''),
    );
  };
  return [...list('members'), ...list('exclude').map((pattern) => `!${pattern}`)];
}

/** `use ./a` and `use ( ./a … )`. */
function goUses(content: string): string[] {
  const found: string[] = [];
  let inside = false;
  for (const line of content.split(/\r?\n/)) {
    const text = line.replace(/\/\/.*$/, '').trim();
    if (/^use\s*\($/.test(text)) inside = true;
    else if (text === ')') inside = false;
    else if (inside && text !== '') found.push(text);
    else if (text.startsWith('use ')) found.push(text.slice(4).trim());
  }
  return found.map(unquoted);
}

/** `include 'a', ':b:c'` and `include(":b")`. */
function gradleProjects(content: string): string[] {
  const found: string[] = [];
  let continues = false;
  for (const line of content.split(/\r?\n/)) {
    const text = line.replace(/\/\/.*$/, '').trim();
    if (!continues && !/^include(?:\s|\()/.test(text)) continue;
    for (const match of text.matchAll(/["']([^"']+)["']/g))
      found.push((match[1] ?? '').replace(/^:/, '').replaceAll(':', '/'));
    continues = text.endsWith(',') || text.endsWith('(');
  }
  return found;
}
