import type { MatterValue } from './matter.ts';

/** A list on one line is no longer than this. */
const WIDEST = 100;
/** Words that one YAML or another reads as something else than text. */
const WORDS = /^(?:~|null|true|false|yes|no|on|off|y|n)$/i;
/** First characters with which a bare text reads as itself. */
const OPENING = /^(?:[\p{L}_/(]|\.[\p{L}_/]|\.\.\/)/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Begins with a digit and cannot be a number, a time or a day in any YAML: `0007-slug.md`. */
const NUMBERED = /^\d+[-_ ](?=.*\p{L}{3})(?!\d)/u;
/** Control characters, marks and halves of characters that a parser may refuse or turn into others. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that are escaped.
const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]|\p{Cs}/gu;

/** A text as YAML 1.1 and 1.2 both read it back: bare where it is plain, else between double quotes on one line. */
export function yamlText(text: string, isInFlow = false): string {
  return isBare(text, isInFlow) ? text : quoted(text);
}

function isBare(text: string, isInFlow: boolean): boolean {
  if (DAY.test(text)) return true;
  if (!OPENING.test(text) && !NUMBERED.test(text)) return false;
  if (WORDS.test(text) || /^\.(?:inf|nan)$|^e[-+]?\d+$/i.test(text) || text.search(UNPRINTABLE) !== -1) return false;
  if (/^\s|\s$|:(?:\s|$)|\s#|[\u00a0\u3000]/u.test(text)) return false;
  return !isInFlow || !/[,[\]{}]|:/.test(text);
}

/** JSON's escapes are YAML's; what YAML does not let stand is escaped too. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    UNPRINTABLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A key as it stands before its colon. `on` stays bare, as in every workflow of GitHub, though YAML 1.1 takes it for a yes. */
export const yamlKey = (key: string): string =>
  /^[A-Za-z_][\w-]*$/.test(key) && (key === 'on' || !WORDS.test(key)) ? key : quoted(key);

export function yamlScalar(value: string | number | boolean, isInFlow = false): string {
  return typeof value === 'string' ? yamlText(value, isInFlow) : String(value);
}

/** One item of a list in block form, from its dash on; further lines are indented by `indent` and two more. */
export function yamlItem(
  item: string | Readonly<Record<string, string | number | boolean>>,
  indent: string,
  eol: string,
): string {
  if (typeof item === 'string') return `- ${yamlText(item)}`;
  const lines = Object.entries(item).map(([key, value]) => `${yamlKey(key)}: ${yamlScalar(value)}`);
  return lines.length === 0 ? '- {}' : `- ${lines.join(`${eol}${indent}  `)}`;
}

/** What follows `key:`, without the newline at its end: ` value`, or a list on lines of its own below a key that is indented so. */
export function yamlValue(value: MatterValue, indent: string, eol: string): string {
  if (typeof value !== 'object') return ` ${yamlScalar(value)}`;
  const texts = value.filter((item) => typeof item === 'string');
  if (texts.length === value.length) {
    const line = ` [${texts.map((item) => yamlText(item, true)).join(', ')}]`;
    if (line.length <= WIDEST - indent.length) return line;
  }
  return value.map((item) => `${eol}${indent}  ${yamlItem(item, `${indent}  `, eol)}`).join('');
}
