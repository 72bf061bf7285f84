import { compilePattern, matchesPattern, type Pattern, segmentsOf } from '../pattern.ts';
import { PatternSet } from '../pattern-set.ts';

/** Where forges look for owners, in the order of looking. */
export const OWNERS_PATHS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS', '.gitlab/CODEOWNERS'] as const;

/** One line of CODEOWNERS that names a pattern. */
export interface OwnersRule {
  readonly pattern: Pattern;
  /** `@user`, `@organisation/team` or an address, as written; empty: expressly nobody. */
  readonly owners: readonly string[];
  /** Section of GitLab's dialect it stands in, lower-cased; null outside of any. */
  readonly section: string | null;
  /** GitLab's `!pattern`: what it matches is nobody's in this section. */
  readonly excludes: boolean;
}

export interface Owners {
  readonly rules: readonly OwnersRule[];
  /** The rule that counts for a path in each section (of GitHub's dialect there is one): its last match. */
  rulesOf(path: string): readonly OwnersRule[];
  /** Owners of a path, all sections together; empty when there are none. */
  of(path: string): readonly string[];
  /** Rules left out to bound the work; 0 in any likely repository. */
  readonly dropped: number;
}

const MOST_RULES = 10_000;
const SECTION = /^\^?\[([^\]]*)\](?:\[\d{1,4}\])?(?=[ \t]|$)(.*)$/;

/**
 * Reads CODEOWNERS in the dialects of GitHub and GitLab: the last match wins (within its section), comments stand on lines
 * of their own or after ` #`, `\ ` is a space of a path, sections `[Name] @default` lend their owners to lines without any.
 * Lines that make no sense are left aside, as the forges do. Total: any text gives an answer.
 */
export function readOwners(content: string): Owners {
  const rules: OwnersRule[] = [];
  let dropped = 0;
  let section: string | null = null;
  let fallback: readonly string[] = [];
  for (const line of content.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const words = readWords(line);
    const [first] = words;
    if (first === undefined) continue;
    const header = SECTION.exec(line.trim());
    if (header) {
      section = (header[1] ?? '').trim().toLowerCase();
      fallback = readWords(header[2] ?? '').filter(isOwner);
      continue;
    }
    const excludes = section !== null && first.startsWith('!');
    const pattern = compilePattern(excludes ? first.slice(1) : first, 'owners');
    // GitHub has no negation: such a line is wrong there.
    if (pattern === null || (first.startsWith('!') && !excludes)) continue;
    const named = words.slice(1).filter(isOwner);
    if (rules.length < MOST_RULES)
      rules.push({ pattern, owners: named.length > 0 ? named : fallback, section, excludes });
    else dropped++;
  }
  const sets = bySection(rules);
  const rulesOf = (path: string) => {
    const segments = segmentsOf(path);
    return sets.flatMap(({ set, ranks }) => {
      const last = set.last(segments);
      const rule = last === null ? undefined : rules[ranks[last] ?? -1];
      return rule === undefined ? [] : [rule];
    });
  };
  return {
    rules,
    rulesOf,
    of: (path) => [...new Set(rulesOf(path).flatMap((rule) => (rule.excludes ? [] : rule.owners)))],
    dropped: dropped + sets.reduce((sum, { set }) => sum + set.dropped, 0),
  };
}

/** More sections than this are read as one. */
const MOST_SECTIONS = 50;

function bySection(rules: readonly OwnersRule[]): { readonly set: PatternSet; readonly ranks: readonly number[] }[] {
  const ranks = new Map<string | null, number[]>();
  rules.forEach((rule, rank) => {
    const known = ranks.get(rule.section) ?? (ranks.size < MOST_SECTIONS ? [] : (ranks.get(null) ?? []));
    known.push(rank);
    ranks.set(ranks.size < MOST_SECTIONS || ranks.has(rule.section) ? rule.section : null, known);
  });
  return [...ranks.values()].map((list) => ({
    ranks: list,
    set: new PatternSet(list.map((rank) => rules[rank]?.pattern ?? null)),
  }));
}

/** Words up to a comment. `\ ` and `\#` belong to their word; other escapes are left to the pattern. */
function readWords(line: string): string[] {
  const words: string[] = [];
  let word = '';
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? '';
    const next = line[at + 1];
    if (character === '\\' && next !== undefined) {
      word += next === ' ' ? ' ' : character + next;
      at++;
    } else if (character === ' ' || character === '\t') {
      if (word !== '') words.push(word);
      word = '';
    } else if (character === '#' && word === '') break;
    else word += character;
  }
  if (word !== '') words.push(word);
  return words;
}

function isOwner(word: string): boolean {
  return /^@{1,2}[^\s@]+$/.test(word) || /^[^\s@]+@[^\s@]+$/.test(word);
}

/**
 * The directory a rule speaks of where it matches the file at `path`: what is literal at its start, or the directory its
 * name matched. Null when it names none (`*`, `*.md`): such a rule is about kinds of files, not a part of the system.
 */
export function directoryOfRule({ pattern }: OwnersRule, path: string): string | null {
  const segments = segmentsOf(path);
  if (!matchesPattern(pattern, segments)) return null;
  let depth = 0;
  if (pattern.anchored) while (depth < segments.length - 1 && typeof pattern.segments[depth] === 'string') depth++;
  else if (typeof pattern.segments[0] === 'string') depth = segments.slice(0, -1).indexOf(pattern.segments[0]) + 1;
  return depth === 0 ? null : path.split('/').slice(0, depth).join('/');
}
