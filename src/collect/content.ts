import { generatedByContent, hasGeneratedRule } from './content/generated.ts';
import { interpreterOf } from './content/interpreter.ts';
import { baseName, extensionOf, isWhole, linesOf } from './content/text.ts';

/** What the content of a file says of it; see `head_files` of the raw tables. */
export interface ContentVerdict {
  readonly is_binary: boolean;
  readonly is_generated: boolean;
  readonly interpreter: string | null;
}

/** Bytes from the start of a file that are looked at. A file that fills it is taken to be cut off there. */
export const CONTENT_LIMIT = 65_536;

/** Git calls a file binary by a NUL among its first bytes; so many. */
const BINARY_PROBE = 8000;

/**
 * Looks into a file by those of GitHub Linguist's rules that read content (`generated.rb`, `shebang.rb`, `modeline.rb` of
 * Linguist 9.6, MIT): whether it is binary, whether a program wrote it, which program runs it.
 *
 * `bytes` are the first {@link CONTENT_LIMIT} bytes at most. Rules that need the end of a file (source map references,
 * compiled CoffeeScript, cassettes) do not fire on a file that was cut off; the others read its beginning anyway.
 * Total: any bytes give an answer, in time linear in their number.
 */
export function lookAtContent(path: string, bytes: Uint8Array): ContentVerdict {
  if (isBinary(bytes)) return { is_binary: true, is_generated: false, interpreter: null };
  const head = bytes.subarray(0, CONTENT_LIMIT);
  const text = { whole: isWhole(bytes, CONTENT_LIMIT), lines: linesOf(head) };
  return { is_binary: false, is_generated: generatedByContent(path, text), interpreter: interpreterOf(text) };
}

/**
 * Could {@link lookAtContent} say something of this file that its path does not say already? Pass `executable` for files
 * with the executable bit: their names often do not tell their language.
 */
export function needsContent(path: string, executable = false): boolean {
  // Generated and vendored whatever it holds; these trees are the largest of all where somebody committed them.
  if (path.startsWith('node_modules/') || path.includes('/node_modules/')) return false;
  if (executable) return true;
  const extension = extensionOf(baseName(path));
  return extension === '' || UNTELLING.has(extension.toLowerCase()) || hasGeneratedRule(extension);
}

/** Extensions that leave the language to the first line. */
const UNTELLING: ReadonlySet<string> = new Set(['.in', '.inc', '.cgi', '.fcgi', '.command', '.script', '.tool', '.t']);

function isBinary(bytes: Uint8Array): boolean {
  if (hasWideMark(bytes)) return false;
  // Portable documents are binary without a NUL in sight: "%PDF-".
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46, 0x2d])) return true;
  const probe = bytes.subarray(0, BINARY_PROBE);
  return probe.includes(0);
}

/** UTF-16 and UTF-32 texts say so in their first bytes, and are full of NULs. */
function hasWideMark(bytes: Uint8Array): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]) || startsWith(bytes, [0, 0, 0xfe, 0xff]);
}

function startsWith(bytes: Uint8Array, prefix: readonly number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte);
}
