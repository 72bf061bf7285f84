import { type ChangeDamage, RENAME_LIMIT } from './file-changes.ts';
import type { HeadTree } from './head-files.ts';
import type { Refs } from './refs.ts';
import type { SafeGit } from './safe-git.ts';

/** What a scan learned about what it could not learn. */
export interface Findings {
  readonly git: SafeGit;
  readonly refs: Refs;
  readonly unreadableRefs: number;
  readonly missingCommits: number;
  readonly changes: ChangeDamage;
  readonly tree: HeadTree | null;
}

/** Of refs alone there can be any number; the first say what is the matter. */
const MAX_REF_WARNINGS = 10;

/** One sentence for each thing that is missing, each saying what it means for the figures. */
export function warningsOf({ git, refs, unreadableRefs, missingCommits, changes, tree }: Findings): string[] {
  const warnings = [...git.warnings, ...refs.warnings.slice(0, MAX_REF_WARNINGS)];
  const say = (count: number, sentence: (count: string) => string) => {
    if (count > 0) warnings.push(sentence(count.toLocaleString('en')));
  };
  say(refs.warnings.length - MAX_REF_WARNINGS, (n) => `${n} more refs were left out.`);
  if (git.shallow.size > 0) {
    warnings.push('The clone is shallow: its history is cut off, and everything about the past is a lower bound.');
  }
  if (git.isPromisor) {
    warnings.push('The clone is partial: renames were recognised only where the content stayed the same.');
  }
  say(unreadableRefs, (n) => `${n} refs lead to objects that are missing or damaged.`);
  say(missingCommits, (n) => `${n} commits are missing or damaged; what lies behind them is unknown.`);
  say(changes.unread, (n) => `The file changes of ${n} commits could not be read: objects are missing or damaged.`);
  say(
    changes.exactOnly,
    (n) =>
      `In ${n} commits renames were recognised only where the content stayed the same: objects are missing or damaged.`,
  );
  say(changes.tooLarge, (n) =>
    n === '1'
      ? '1 commit changes too many files to be read; its file changes were left out.'
      : `${n} commits change too many files to be read; their file changes were left out.`,
  );
  say(
    changes.unsearched,
    (n) =>
      `${n} commits add and delete too many files (over ${RENAME_LIMIT.toLocaleString('en')} of each) to search them for ` +
      'renames with changed content.',
  );
  if (tree?.isCut === true) warnings.push('The tree of the head could not be read to its end.');
  say(tree?.leftDocuments ?? 0, (n) =>
    n === '1'
      ? '1 file of rules (.gitattributes or the like) was left out: together they are too large.'
      : `${n} files of rules (.gitattributes and the like) were left out: together they are too many or too large.`,
  );
  say(tree?.leftDecisionFiles ?? 0, (n) =>
    n === '1'
      ? '1 decision record was left out: it is too large, or together they are.'
      : `${n} decision records were left out: they are too large or too many.`,
  );
  say(tree?.missing ?? 0, (n) =>
    n === '1'
      ? 'The content of 1 file at the head is not in this clone; it was not looked into.'
      : `The contents of ${n} files at the head are not in this clone; they were not looked into.`,
  );
  return warnings;
}
