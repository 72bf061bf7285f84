/**
 * The one gate through which text from a repository reaches a screen or a file: names, paths, subjects, tags, areas
 * and sentences that quote them. What it returns is one line that can only be looked at: nothing in it moves a cursor,
 * sets a colour, opens a link, hides, or turns the direction of writing. What was taken out is shown, not dropped, so
 * that a trick looks like one.
 */
export function plain(text: string): string {
  // The common case: printable ASCII needs no second look.
  if (/^[ -~]*$/.test(text)) return text;
  let out = '';
  let marks = 0;
  let before = '';
  for (const symbol of text.normalize('NFC')) {
    if (/^\p{M}$/u.test(symbol) && !HIDDEN.test(symbol)) {
      marks += 1;
      // Piled-up combining marks climb over the lines above and below.
      if (marks > MOST_MARKS) continue;
    } else {
      marks = 0;
    }
    const shown = shownAs(symbol, before);
    out += shown;
    before = shown === symbol ? symbol : '';
  }
  return out;
}

/** What stands for something that may not be shown. */
export const REPLACEMENT = '\u{FFFD}';

const MOST_MARKS = 3;
const SPACES = /^[\p{Zs}\t]$/u;
const LINE_ENDS = /^[\n\u0085\p{Zl}\p{Zp}]$/u;
/** Invisible, formatting (all bidirectional controls are in Cf), unpaired, private and impossible characters. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/u;
/** Scripts that are spelt with (non-)joiners. */
const JOINING =
  /^[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}]$/u;
const PICTURE = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u{FE0F})$/u;

function shownAs(symbol: string, before: string): string {
  if (LINE_ENDS.test(symbol)) return '␤';
  if (SPACES.test(symbol)) return ' ';
  if (!HIDDEN.test(symbol)) return symbol;
  // An emoji of several people, and a Persian or Hindi name, need these to read as written.
  if (symbol === '\u200D' && (PICTURE.test(before) || JOINING.test(before))) return symbol;
  if (symbol === '\u200C' && JOINING.test(before)) return symbol;
  if (symbol === '\uFE0F' && /^\p{Extended_Pictographic}$/u.test(before)) return symbol;
  const code = symbol.codePointAt(0) ?? 0;
  // Control pictures: ESC is shown as ␛.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  if (code === 0x7f) return '␡';
  return REPLACEMENT;
}

/** For a terminal that shows no Unicode: accents fall off, what is left becomes a question mark. */
export function ascii(text: string): string {
  return plain(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/×/gu, 'x')
    .replace(/[•·]/gu, '*')
    .replace(/→/gu, '->')
    .replace(/●/gu, '#')
    .replace(/○/gu, '-')
    .replace(/[^ -~]/gu, '?');
}
