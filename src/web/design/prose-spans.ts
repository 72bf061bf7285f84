/** A piece of a line: text, or text that somebody set apart. */
export type ProseSpan =
  | { readonly kind: 'text' | 'code' | 'strong' | 'emphasis'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** Each bounded, so that a hostile line costs no more than its length. */
const SPAN = new RegExp(
  [
    '`([^`]{1,500})`',
    '\\[([^\\[\\]]{1,300})\\]\\(\\s{0,3}<?([^\\s()<>]{1,2000})>?(?:\\s{1,3}"[^"]{0,300}")?\\s{0,3}\\)',
    '<?(https?://[^\\s<>"`\\])]{1,2000})>?',
    '\\*\\*([^*\\s](?:[^*]{0,500}[^*\\s])?)\\*\\*',
    '(?<![\\w*])[*_]([^*_\\s](?:[^*_]{0,500}[^*_\\s])?)[*_](?![\\w*])',
  ].join('|'),
  'g',
);

/** A line as pieces. A link that leads to no address of the web is left as it was written. */
export function proseSpans(line: string): readonly ProseSpan[] {
  const spans: ProseSpan[] = [];
  let at = 0;
  for (const match of line.matchAll(SPAN)) {
    const span = spanOf(match);
    if (span === null) continue;
    if (match.index > at) spans.push({ kind: 'text', text: line.slice(at, match.index) });
    spans.push(span);
    at = match.index + match[0].length;
  }
  if (at < line.length) spans.push({ kind: 'text', text: line.slice(at) });
  return spans;
}

function spanOf([, code, label, target, bare, strong, emphasis]: RegExpMatchArray): ProseSpan | null {
  if (code !== undefined) return { kind: 'code', text: code };
  if (strong !== undefined) return { kind: 'strong', text: strong };
  if (emphasis !== undefined) return { kind: 'emphasis', text: emphasis };
  const url = webAddress(target ?? bare ?? '');
  if (url === null) return null;
  return { kind: 'link', text: label ?? bare ?? '', url };
}

/** An address of the web that names nobody to log in as; null for everything else, `javascript:` and its like above all. */
export function webAddress(text: string): string | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { href, username, password } = new URL(text);
  return username === '' && password === '' ? href : null;
}
