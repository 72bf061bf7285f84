import { type FrontMatter, takeFrontMatter } from './front-matter.ts';
import { type Field, fieldsIn, type Outline, outlineOf, type Section } from './outline.ts';

/** A record taken apart; what stands in it has the same place as in its text, less `bodyStart`. */
export interface DecisionParts {
  readonly matter: FrontMatter['fields'];
  readonly body: string;
  /** Where the body begins in the text. */
  readonly bodyStart: number;
  readonly outline: Outline;
  /** Fields above the first section: lines of a list, bold lines, tables. */
  readonly fields: readonly Field[];
}

/** Headings of what others write without one. */
const META_KEYS = new Set(['metadata', 'meta', 'meta data', 'information', 'details', 'summary table']);

/** Takes a record apart. With `isPlain` its front matter is read line by line. */
export function partsOf(text: string, isPlain = false): DecisionParts {
  const whole = withLineFeeds(text);
  const { fields: matter, body } = takeFrontMatter(whole, isPlain);
  const outline = outlineOf(body);
  const fields = headSections(outline).flatMap(fieldsIn);
  return { matter, body, bodyStart: text.length - body.length, outline, fields };
}

/** Without its mark, and with line feeds alone; every letter keeps its distance from the end. */
export const withLineFeeds = (text: string): string =>
  text.replace(/^\ufeff/, '').replace(/\r\n?/g, (end) => (end.length === 2 ? ' \n' : '\n'));

/** What stands before the first section: below the title, or before any heading; and below a heading that says so. */
function headSections({ sections }: Outline): readonly Section[] {
  const first = sections.findIndex(({ level, key }, at) => (level > 1 || at > 1) && !META_KEYS.has(key));
  return sections.slice(0, first === -1 ? undefined : first);
}
