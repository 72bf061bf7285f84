const GENERATED = '<!-- Written by `npm run docs` from the program itself; edit that. -->';

/** A reference page: its title, that it is written by the program, its parts. */
export function page(title: string, parts: readonly string[]): string {
  return `${[`# ${title}`, GENERATED, ...parts].join('\n\n')}\n`;
}

export const bullets = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Our own prose in Markdown: angle brackets and stars stay what they are, code stays code. */
export function prose(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? part : part.replace(/[<>*_]/g, (mark) => `\\${mark}`)))
    .join('');
}
