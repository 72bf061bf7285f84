/** A file's beginning as lines, one character per byte, and whether it is all there. */
export interface Text {
  readonly lines: readonly string[];
  readonly whole: boolean;
}

/** Lines split at LF with a CR before it dropped; a final LF leaves an empty last line, as Linguist's rules expect. */
export function linesOf(bytes: Uint8Array): string[] {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const lines = (text.startsWith('\u00ef\u00bb\u00bf') ? text.slice(3) : text).split('\n');
  return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
}

export function isWhole(bytes: Uint8Array, limit: number): boolean {
  return bytes.length < limit;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `.ts` of `a.test.ts`; empty for `Makefile` and `.profile`. Case is kept. */
export function extensionOf(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot) : '';
}
