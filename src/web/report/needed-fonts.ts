const FACE = /@font-face\s*\{[^}]*\}/g;
const RANGE = /U\+([0-9a-f]+)(\?*)(?:-([0-9a-f]+))?/gi;

/** A style sheet without the fonts of letters that do not occur in a text: each is a hundred kilobytes. */
export function neededFonts(styles: string, text: string): string {
  const used = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  return styles.replace(FACE, (face) => {
    const ranges = [...face.replace(/url\([^)]*\)/g, '').matchAll(RANGE)].map(([, from = '', open = '', to]) => ({
      low: Number.parseInt(from + open.replaceAll('?', '0'), 16),
      high: Number.parseInt(to ?? from + open.replaceAll('?', 'f'), 16),
    }));
    if (ranges.length === 0) return face;
    return used.some((code) => ranges.some(({ low, high }) => code >= low && code <= high)) ? face : '';
  });
}
