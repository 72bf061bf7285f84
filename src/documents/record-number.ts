/** `0032`, `ADR#0032`, `ADR-032: …`, `2022-03-28_017-udp`, `/adr/32`, `001c`: the number without zeros before it, and its letter. */
export function numberOfName(name: string): string | null {
  const plain = name.trim().replace(/^\d{4}-\d{2}(?:-\d{2})?(?=[_-]\d{1,5}[-_ ])[_-]/, '');
  // What begins with a date has no number.
  if (/^(?:19|20)\d{2}-?\d{2}(?:-?\d{2})?(?!\d)/.test(plain)) return null;
  const found = /^(?:(?:ADR|RFC|DR|AD|MADR)[-_ #]*|#)?0*(\d{1,8})([a-z])?(?![\p{L}\p{N}])/iu.exec(plain);
  return found === null ? null : `${found[1]}${(found[2] ?? '').toLowerCase()}`;
}
