import { EXIT, FortnightError } from '../domain/errors.ts';

/** Devices of Windows: a file of that name, whatever its ending, is the device. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
/** Signs that no Windows file may have, a stream of one (`a:b`) among them; what no person can see; and what stands for bytes that are no text. */
const REFUSED = /[<>:"|?*\\\ufffd]|\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;
/** With what is added to a name while it is written, below the 255 bytes that file systems allow. */
const LONGEST_PART = 200;
const LONGEST = 1000;

/**
 * The name of a record's file, when it leads nowhere else on any system: parts between `/`, none hidden, none of them `..`, a device, or
 * one that Windows would call otherwise. Throws a `FortnightError` (`unsafe-path`) for every other.
 */
export function checkedName(name: string): string {
  const parts = name.split('/');
  const isSafe = /\.md$/i.test(name) && name.length <= LONGEST && parts.length <= 8 && parts.every(isSafePart);
  if (isSafe) return name;
  throw new FortnightError('unsafe-path', `${JSON.stringify(name.slice(0, 100))} is no name for a record.`, {
    hint: 'Letters, digits and dashes, ending in .md.',
    exitCode: EXIT.usage,
  });
}

function isSafePart(part: string): boolean {
  if (part === '' || part.startsWith('.') || /[. ]$/.test(part) || part.startsWith(' ')) return false;
  return !REFUSED.test(part) && !DEVICES.test(part) && utf8Length(part) <= LONGEST_PART;
}

/** Bytes, without an encoder: this room has none. */
function utf8Length(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
