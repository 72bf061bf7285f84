/** After what a name may go on in the next line: `test_|related_|posts|.rb`, `Known|Areas`. */
const JOINTS = /(?<=[_\-/ ])|(?=\.)|(?<=\p{Ll})(?=\p{Lu})/u;
/** Fewer letters than these tell nothing. */
const LEAST = 4;

/**
 * A name in at most so many lines of a width, broken at its joints where it can be; the last ends in an ellipsis where
 * something is left out. No line at all where so little fits that it would tell nothing.
 */
export function wrapName(name: string, width: number, most: number, measure: (text: string) => number): string[] {
  if (most < 1 || width < 14) return [];
  if (measure(name) <= width) return [name];
  const lines: string[] = [];
  let line = '';
  for (const part of name.split(JOINTS)) {
    if (measure(line + part) <= width) {
      line += part;
      continue;
    }
    if (line !== '' && lines.length + 1 < most) {
      lines.push(line);
      line = '';
    }
    for (const letter of part) {
      if (line !== '' && measure(line + letter) > width) {
        if (lines.length + 1 === most) return told([...lines, ended(line, width, measure)]);
        lines.push(line);
        line = '';
      }
      line += letter;
    }
  }
  return told([...lines, line]);
}

const told = (lines: string[]): string[] => (lines.join('').length < LEAST ? [] : lines);

function ended(line: string, width: number, measure: (text: string) => number): string {
  let kept = [...line];
  while (kept.length > 0 && measure(`${kept.join('')}…`) > width) kept = kept.slice(0, -1);
  return `${kept.join('')}…`;
}
