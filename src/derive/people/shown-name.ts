/** Characters of a name that are shown. */
const LONGEST = 60;
/** What stands in a sentence or a list and not in a name: `Ann. All is well: nobody waits`, `Doe, John`. */
const SENTENCE = /[,:;!?|]|\p{L}{5,}\.\s|(?:\S+\s+){8}/u;
/** Words by which our own sentences call people. */
const OURS = /^(?:nobody|somebody|everybody|anybody|unknown|you|the lead)\b/iu;

/**
 * A person's name as it stands in sentences and lists. A stranger chose it: a long one is cut, and one that could be read as
 * words of ours is set in quotation marks.
 */
export function shownName(name: string): string {
  const letters = [...name.slice(0, 4 * LONGEST)];
  const short = letters.length > LONGEST ? `${letters.slice(0, LONGEST - 1).join('')}…` : name;
  return SENTENCE.test(short) || OURS.test(short) ? `“${short.replace(/[“”„"]/gu, "'")}”` : short;
}
