import { ANY_DEPTH, matchesPattern, type Pattern } from './pattern.ts';

/** More patterns in one place than this are not looked at: a stranger's file must not make every path slow. */
const BUCKET = 500;
/** Deeper literal directories than this are not told apart before matching. */
const DEEPEST = 32;

/**
 * Many patterns, asked together which of them match a path. Their order is their rank.
 *
 * Patterns are found by what is literal in them (their first directories, their name, their extension), so that a large
 * rule file costs little per path. `dropped` counts the patterns left out because too many begin alike.
 */
export class PatternSet {
  readonly dropped: number;
  readonly #patterns: readonly Pattern[];
  readonly #byPrefix = new Map<string, number[]>();
  readonly #byName = new Map<string, number[]>();
  readonly #byExtension = new Map<string, number[]>();

  /** A null pattern (one that can match nothing) keeps its rank and is never found. */
  constructor(patterns: readonly (Pattern | null)[]) {
    let dropped = 0;
    const known: Pattern[] = [];
    patterns.forEach((pattern, rank) => {
      known.push(pattern ?? NOTHING);
      if (pattern === null) return;
      const [index, key] = this.#home(pattern);
      const bucket = index.get(key);
      if (bucket === undefined) index.set(key, [rank]);
      else if (bucket.length < BUCKET) bucket.push(rank);
      else dropped++;
    });
    this.#patterns = known;
    this.dropped = dropped;
  }

  /** Ranks of the patterns that match, the highest first. */
  matching(path: readonly string[]): number[] {
    const found = this.#candidates(path).filter((rank) => matchesPattern(this.#patterns[rank] ?? NOTHING, path));
    return found.sort((a, b) => b - a);
  }

  /** The highest rank of a pattern that matches; null when none does. */
  last(path: readonly string[]): number | null {
    const candidates = this.#candidates(path).sort((a, b) => b - a);
    return candidates.find((rank) => matchesPattern(this.#patterns[rank] ?? NOTHING, path)) ?? null;
  }

  #home(pattern: Pattern): [Map<string, number[]>, string] {
    if (pattern.anchored) return [this.#byPrefix, literalPrefix(pattern)];
    const [segment] = pattern.segments;
    if (typeof segment === 'string') return [this.#byName, segment];
    const extension = extensionOf(pattern);
    return extension === null ? [this.#byPrefix, ''] : [this.#byExtension, extension];
  }

  #candidates(path: readonly string[]): number[] {
    const found: number[] = [...(this.#byPrefix.get('') ?? [])];
    if (this.#byPrefix.size > 0) {
      let prefix = '';
      for (let depth = 0; depth < path.length && depth < DEEPEST; depth++) {
        prefix = depth === 0 ? (path[0] ?? '') : `${prefix}/${path[depth]}`;
        append(found, this.#byPrefix.get(prefix));
      }
    }
    if (this.#byName.size > 0) for (const name of new Set(path)) append(found, this.#byName.get(name));
    if (this.#byExtension.size > 0) {
      const extensions = new Set(path.map((name) => name.slice(name.lastIndexOf('.'))));
      for (const extension of extensions) append(found, this.#byExtension.get(extension));
    }
    return found;
  }
}
const NOTHING: Pattern = { segments: [''], anchored: true, directoryOnly: false, reachesWithin: false };

function append(found: number[], ranks: readonly number[] | undefined): void {
  if (ranks !== undefined) for (const rank of ranks) found.push(rank);
}

/** The directories (or the whole path) a pattern names before its first wildcard. */
function literalPrefix(pattern: Pattern): string {
  const literal: string[] = [];
  for (const segment of pattern.segments.slice(0, DEEPEST)) {
    if (typeof segment !== 'string') break;
    literal.push(segment);
  }
  return literal.join('/');
}

/** `.ts` of `*.test.ts`: what any name it matches must end in; null when it does not end literally so. */
function extensionOf(pattern: Pattern): string | null {
  const [segment] = pattern.segments;
  if (segment === undefined || segment === ANY_DEPTH || typeof segment === 'string') return null;
  const { tokens } = segment;
  const dot = tokens.lastIndexOf('.');
  if (dot < 0 || tokens.slice(dot).some((token) => typeof token !== 'string')) return null;
  return tokens.slice(dot).join('');
}
