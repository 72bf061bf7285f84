/** Words for the codes that derived tables hold of a change. */
export const LANDER_EVIDENCE: Readonly<Record<string, string>> = {
  'merge-author': 'Known from the author of the merge.',
  committer: 'Known from the committer.',
  'merge-bot trailer': 'A bot landed it at the command of this reviewer.',
  unknown: 'Not known: a forge or a bot committed it for somebody.',
};

export const REVIEW_KINDS: Readonly<Record<string, string>> = {
  approval: 'Approved',
  'sign-off': 'Signed off',
  test: 'Tested',
};

export const FILE_STATUS: Readonly<Record<string, string>> = {
  A: 'added',
  M: 'modified',
  D: 'deleted',
  R: 'renamed',
  C: 'copied',
  T: 'changed in kind',
};

export const ASSISTANCE: Readonly<Record<string, string>> = {
  declared: 'It declares that a coding assistant took part.',
  unknown: 'It declares no coding assistant; that proves nothing.',
};

export const ROUTE_OF_ONE: Readonly<Record<string, string>> = {
  pull: 'Merged request',
  branch: 'Merged branch',
  squash: 'Squash',
  patch: 'Applied patch',
  direct: 'Direct commit',
};
