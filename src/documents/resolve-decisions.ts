import type { DecisionLinks, DecisionMention } from './decision-links.ts';
import { numberOfName } from './record-number.ts';

/** One end of a supersession: what the text says, and the file of the log it means. */
export interface ResolvedLink extends DecisionMention {
  /** Path of the record that is meant; null when none in the log is, or more than one could be. */
  readonly path: string | null;
  /** Name of the file that is meant, also of one that is not there; null when the text gives no more than a number. */
  readonly name: string | null;
}

export interface ResolvedDecision {
  readonly path: string;
  readonly supersedes: readonly ResolvedLink[];
  readonly supersededBy: readonly ResolvedLink[];
}

interface Named extends DecisionLinks {
  readonly path: string;
  readonly title: string;
}

/**
 * Finds the files that the records of a log name: by the path of a link, else by the name of the file, else by number, else by
 * title. Where a number names several files, the one is taken that shares words with what is shown or with the record itself,
 * if it alone does. Each link is what its own record says: one-sided ones stay one-sided.
 */
export function resolveDecisions(records: readonly Named[]): ResolvedDecision[] {
  const log = logOf(records);
  return records.map((record) => {
    const resolve = (mention: DecisionMention): ResolvedLink => {
      const path = pathOf(mention, record, log);
      const given = mention.target === null ? null : (plainTarget(mention.target)?.replace(/^.*\//, '') ?? null);
      const name = path?.replace(/^.*\//, '') ?? (given !== null && /\.\p{L}+$/u.test(given) ? given : null);
      return { ...mention, path, name };
    };
    const once = (links: readonly ResolvedLink[]) =>
      links.filter(({ path }, n) => path === null || links.findIndex((other) => other.path === path) === n);
    return {
      path: record.path,
      supersedes: once(record.supersedes.map(resolve)),
      supersededBy: once(record.supersededBy.map(resolve)),
    };
  });
}

interface Log {
  readonly byPath: ReadonlyMap<string, Named>;
  readonly byName: ReadonlyMap<string, readonly Named[]>;
  readonly byNumber: ReadonlyMap<string, readonly Named[]>;
  readonly byTitle: ReadonlyMap<string, readonly Named[]>;
}

function logOf(records: readonly Named[]): Log {
  const group = (keyOf: (one: Named) => string | null) => {
    const groups = new Map<string, Named[]>();
    for (const one of records) {
      const key = keyOf(one);
      if (key === null || key === '') continue;
      const there = groups.get(key);
      if (there === undefined) groups.set(key, [one]);
      else there.push(one);
    }
    return groups;
  };
  return {
    byPath: new Map(records.map((one) => [one.path, one])),
    byName: group(({ path }) => stemOf(path).toLowerCase()),
    byNumber: group(({ path }) => numberOfName(stemOf(path))),
    byTitle: group(({ title }) => lettersOf(title)),
  };
}

function pathOf({ text, target }: DecisionMention, from: Named, log: Log): string | null {
  const place = target === null ? null : plainTarget(target);
  if (place !== null) {
    const there = log.byPath.get(joined(folderOf(from.path), place)) ?? log.byPath.get(place.replace(/^\/+/, ''));
    if (there !== undefined && there !== from) return there.path;
  }
  for (const name of [place, text]) {
    const named = name === null ? undefined : log.byName.get(stemOf(name).toLowerCase());
    const one = nearest(named ?? [], from);
    if (one !== null) return one.path;
  }
  for (const name of [place === null ? null : stemOf(place), text]) {
    const number = name === null ? null : numberOfName(name);
    const one = number === null ? null : ofNumber(log.byNumber.get(number) ?? [], from, text);
    if (one !== null) return one.path;
  }
  return (
    nearest(
      log.byTitle.get(lettersOf(text.replace(/^(?:ADR|RFC|DR|AD)?[-_ #]*\d+[a-z]?[\s.:\u2013\u2014-]*/i, ''))) ?? [],
      from,
    )?.path ?? null
  );
}

/** Those in the folder of the record come first; several that are as near are none. */
function nearest(named: readonly Named[], from: Named): Named | null {
  const others = named.filter((one) => one !== from);
  const beside = others.filter(({ path }) => folderOf(path) === folderOf(from.path));
  const kept = beside.length > 0 ? beside : others;
  return kept.length === 1 ? (kept[0] ?? null) : null;
}

function ofNumber(named: readonly Named[], from: Named, text: string): Named | null {
  const one = nearest(named, from);
  if (one !== null) return one;
  const sharing = (words: string) => {
    const letters = lettersOf(words);
    return named.filter(
      (other) => other !== from && wordsOf(stemOf(other.path)).some((word) => letters.includes(word)),
    );
  };
  const byText = nearest(sharing(text), from);
  return byText ?? nearest(sharing(stemOf(from.path)), from);
}

const folderOf = (path: string): string => path.slice(0, Math.max(path.lastIndexOf('/'), 0));
/** Name of the file without its ending; of `20240102-slug/README.md` that of its folder. */
const stemOf = (path: string): string =>
  path
    .replace(/\/+$/, '')
    .replace(/(?<=[^/])\/(?:readme|index)\.mdx?$/i, '')
    .replace(/^.*\//, '')
    .replace(/\.(?:md|markdown|mdx|html?|adoc)$/i, '');
const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 3);

/** Where a link leads, without what follows `#` and `?`; null for another site's. */
function plainTarget(target: string): string | null {
  const bare = target.replace(/[#?].*$/, '');
  if (bare === '') return null;
  const path = /^[a-z][a-z+.-]*:\/\/[^/]*(\/.*)?$/i.exec(bare);
  const kept = path === null ? bare : (path[1] ?? '');
  try {
    return decodeURIComponent(kept);
  } catch {
    return kept;
  }
}

function joined(folder: string, place: string): string {
  if (place.startsWith('/')) return place.slice(1);
  const parts: string[] = folder === '' ? [] : folder.split('/');
  for (const part of place.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
