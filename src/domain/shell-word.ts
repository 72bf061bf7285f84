/** As a shell takes it for one word: names and paths are a stranger's text. */
export const shellWord = (text: string): string =>
  /^[\w@%+=:,./~-]+$/.test(text) && !/^[~-]/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
