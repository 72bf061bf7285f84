/**
 * Many regular expressions asked as one: does any of them match a path? For trusted expressions only (Linguist's).
 *
 * Exact, and fast for many paths: expressions that end in a slash can only match within the directory, so their answer
 * is kept per directory; those that end in an extension are asked only for paths that end so; the others make up one.
 */
export function pathRules(patterns: readonly string[], flags = ''): (path: string) => boolean {
  const directory: string[] = [];
  const byExtension = new Map<string, string[]>();
  const rest: string[] = [];
  for (const pattern of patterns) {
    const extensions = flags === '' ? /\\\.([a-z]+|\([a-z|]+\))\$$/.exec(pattern)?.[1] : undefined;
    if (pattern.endsWith('/')) directory.push(pattern);
    else if (extensions === undefined) rest.push(pattern);
    else
      for (const extension of extensions.replace(/[()]/g, '').split('|'))
        byExtension.set(`.${extension}`, [...(byExtension.get(`.${extension}`) ?? []), pattern]);
  }
  const inDirectory = perDirectory(anyOf(directory, flags));
  const other = anyOf(rest, flags);
  const endings = new Map([...byExtension].map(([extension, list]) => [extension, anyOf(list, flags)]));
  return (path) => {
    const text = path.length > LONGEST ? path.slice(-LONGEST) : path;
    return inDirectory(text) || (endings.get(text.slice(text.lastIndexOf('.')))?.(text) ?? false) || other(text);
  };
}

/** A few of the expressions take time quadratic in the path; nobody's path is that long. */
const LONGEST = 1000;

function anyOf(patterns: readonly string[], flags: string): (text: string) => boolean {
  if (patterns.length === 0) return () => false;
  const expression = new RegExp(patterns.join('|'), flags);
  return (text) => expression.test(text);
}

function perDirectory(test: (directory: string) => boolean): (path: string) => boolean {
  const known = new Map<string, boolean>();
  return (path) => {
    const directory = path.slice(0, path.lastIndexOf('/') + 1);
    let answer = known.get(directory);
    if (answer === undefined) {
      answer = test(directory);
      known.set(directory, answer);
    }
    return answer;
  };
}
