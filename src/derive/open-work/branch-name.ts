/** What the name of a branch says, besides being one. */
export interface BranchName {
  /** Without refs/heads/ or refs/remotes/NAME/. */
  readonly branch: string;
  /** Request it is the work of, where the name is that of a request: `pr/12`. */
  readonly number: number | null;
  /** Named like a line that others land on. */
  readonly isLine: boolean;
  /** The name as forges make a title of it: `fix-login_form` is `fix login form`. Null for a single word, which says too little. */
  readonly words: string | null;
}

const REQUEST = /^(?:pr|pull|pulls|pull-requests?|mr|merge-requests?)[/-]([0-9]{1,9})(\/(?:head|from))?$/i;
/** What a forge makes of a request and the target together, to test them. */
const TEST_MERGE = /^(?:pr|pull|pull-requests?|merge-requests?)\/[0-9]+\/merge$/i;
/** Main lines, and those of publishing and of stages on the way out. */
const LINE_WORDS = new Set(
  (
    'main master trunk default mainline develop development dev devel next staging stage production prod live stable unstable ' +
    'oldstable current edge canary nightly beta alpha preview lts maint maintenance integration gh-pages pages website'
  ).split(' '),
);
/** `release/2.1`, `maint-next`, `2.x`, `v7`, `php-8.1`, `REL_14_STABLE`, `1.1-maint`. */
const LINE_PATTERNS = [
  /^(?:releases?|rel|maint|maintenance|stable|lts)[-_/.].+$/,
  /^(?:v?[0-9]{1,4}|v?[0-9]{1,4}(?:[._](?:[0-9]{1,4}|x)){1,3})$/,
  /^(?!fix|bug|hotfix|feat|issue|bump|up|add|use|support-)[a-z]{2,20}[-_/.]v?[0-9]{1,4}[._](?:[0-9]{1,4}|x)$/,
  /^.+[-_/.](?:stable|maint|maintenance|lts)$/,
];

/** Reads the full name of a ref as the table `refs` shows it; null for what is no branch of anybody. */
export function readBranchName(ref: string): BranchName | null {
  // A name that is not UTF-8 is shown quoted, as git does.
  const quote = ref.startsWith('"') ? '"' : '';
  const name = ref.slice(quote.length);
  let branch: string;
  if (name.startsWith('refs/heads/')) branch = name.slice('refs/heads/'.length);
  else if (name.startsWith('refs/remotes/')) {
    const rest = name.slice('refs/remotes/'.length);
    branch = rest.slice(rest.indexOf('/') + 1);
  } else return null;
  if (branch === '' || branch === 'HEAD' || TEST_MERGE.test(branch)) return null;
  const number = REQUEST.exec(branch)?.[1];
  const low = branch.toLowerCase();
  return {
    branch: quote + branch,
    number: number === undefined ? null : Number(number),
    isLine:
      number === undefined && (LINE_WORDS.has(low) || (low.length < 100 && LINE_PATTERNS.some((p) => p.test(low)))),
    words: wordsOf(low),
  };
}

function wordsOf(low: string): string | null {
  const words = low
    .slice(0, 500)
    .split(/[-_/\s]+/)
    .filter((word) => word !== '');
  return words.length < 2 ? null : words.join(' ');
}
