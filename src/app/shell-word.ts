/** A text as one word of a shell's line, so that a command can be copied as it stands, whatever a folder is called. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
