import type { TextFiles } from './head-texts.ts';

/** Folders, at any place, in which decision records are kept. */
const FOLDERS = new Set(
  (
    'adr adrs decision decisions decision-record decision-records decision-log architecture-decisions architecture-decision-records ' +
    'architectural-decisions architectural-decision-records'
  ).split(' '),
);
/** Requests for comments are decisions to take; anywhere else the folder holds the texts of standards. */
const RFCS = /^(?:docs?\/|documentation\/)?rfcs?\//i;
/** Copies of somebody else's project bring somebody else's decisions. */
const FOREIGN = new Set('node_modules vendor vendored third_party third-party external testdata fixtures'.split(' '));
/** What stands beside the records: how to write one, what there is. */
const NO_RECORD =
  /^(?:readme|_?index|_?template|.*[-_. ]template|template[-_. ].*|contributing|summary|toc|changelog|licen[cs]e)$/i;
const MARKDOWN = /\.(?:md|markdown|mdx)$/i;

/**
 * Decision records: Markdown files in the folders where such records are usually kept (`docs/decisions`, `docs/adr`,
 * `doc/adr`, `adr`, `docs/architecture/decisions`, `rfcs`, …), at any depth below them. What explains, lists or copies records is
 * left out by its name.
 */
export const DECISION_FILES: TextFiles = {
  isWanted: isDecisionFile,
  bytes: 1 << 18,
  files: 2000,
  allBytes: 1 << 24,
};

function isDecisionFile(shown: string): boolean {
  // A path that is not UTF-8 is shown quoted, as git does.
  const path = shown.startsWith('"') ? shown.slice(1, -1) : shown;
  if (!MARKDOWN.test(path)) return false;
  const folders = path.split('/');
  const name = (folders.pop() ?? '').replace(MARKDOWN, '');
  if (NO_RECORD.test(name)) return false;
  const low = folders.map((folder) => folder.toLowerCase());
  return (RFCS.test(path) || low.some((folder) => FOLDERS.has(folder))) && !low.some((folder) => FOREIGN.has(folder));
}
