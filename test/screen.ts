/** The escape sequences Fortnight may write: bold, dim and three colours, on and off. Nothing else is ever one of ours. */
const OURS = ['1', '2', '22', '32', '33', '36', '39'].map((code) => `\u001b[${code}m`);

/** A screen with our own styles taken out; what is left must hold no escape. */
export function withoutStyles(text: string): string {
  return OURS.reduce((rest, style) => rest.replaceAll(style, ''), text);
}
