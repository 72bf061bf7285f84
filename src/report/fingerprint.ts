/**
 * Eight hex digits of a text, to see whether it is the same as before (FNV-1a, 32 bit, over UTF-16 units: Fowler, Noll and
 * Vo). It keeps nobody from making two texts that share one; nothing may rest on that.
 */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >>> 8), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(8, '0');
}
