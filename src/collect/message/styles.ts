import type { RawRow } from '../../domain/tables.ts';

/** What a subject and body lines claim of how a commit landed. */
export interface Style {
  /** It names a merged pull or merge request (or a merge bot's batch of them). */
  readonly isRequest: boolean;
  readonly forge: RawRow<'commits'>['forge'];
  readonly number: number | null;
}

/** A subject a forge writes: the pattern, the forge, and whether group 1 is the request's number. */
interface SubjectStyle {
  readonly forge: Style['forge'];
  readonly pattern: RegExp;
  /** Only for a commit with this many parents: `merge` two and more, `any` whatever. */
  readonly parents: 'merge' | 'any';
}

/**
 * Subjects of merged requests, in the order they are tried. Every pattern is anchored and reads a subject of at most
 * 500 characters in one pass.
 */
const SUBJECTS: readonly SubjectStyle[] = [
  { forge: 'bitbucket', parents: 'any', pattern: /^Merged? pull request #(\d+) in \S+\/\S+ from / },
  { forge: 'github', parents: 'any', pattern: /^Merge pull request #(\d+)\b/ },
  { forge: 'bitbucket', parents: 'any', pattern: /^Merged in .{1,300} \(pull request #(\d+)\)/ },
  { forge: 'bitbucket', parents: 'any', pattern: /^Pull request #(\d+): / },
  { forge: 'azure', parents: 'any', pattern: /^Merged PR (\d+):/ },
  { forge: 'azure', parents: 'merge', pattern: /^Merge pull request (\d+) from / },
  {
    forge: 'bors',
    parents: 'any',
    pattern: /^(?:Auto|Rollup|Unrolled build for|Rolled up build for) ?merge of #(\d+)\b/i,
  },
  { forge: 'bors', parents: 'any', pattern: /^(?:Merge|Try) #(\d+)(?:[ ,]+#\d+)*:?$/ },
  { forge: 'gitlab', parents: 'merge', pattern: /^Merge merge request !(\d+)\b/ },
  // Bitcoin's and others' merge scripts: `Merge #12: title`, `Merge owner/repo#12: title`.
  { forge: 'github', parents: 'merge', pattern: /^Merge (?:[\w.-]{1,100}\/[\w.-]{1,100})?#(\d+): / },
  { forge: 'github', parents: 'merge', pattern: /^Merge PR #?(\d+)\b/i },
  {
    forge: 'github',
    parents: 'merge',
    pattern: /^Merge (?!.{0,480}\b(?:issue|issues|bug|fix|fixes|for|close|closes) #)[^'"#]{1,400} #(\d+)$/i,
  },
  { forge: 'github', parents: 'any', pattern: /\(#(\d+)\)$/ },
];

/** Gerrit's merges name changes, not numbers. */
const GERRIT_MERGE = /^Merge (?:"|changes? (?:from topic|I[0-9a-f]{8}|")|submission )/;
const GITLAB_MERGE = /^Merge branch '[^']{1,400}' into '[^']{1,400}'/;

/** `See merge request group/project!12` (or its full address, or the older `!12` alone). */
const SEE_MERGE_REQUEST = /^See merge request (\S{0,400}(?:!|\/merge_requests\/)(\d+))\.?$/i;
/** Apache's merge script: `Closes #12 from user/branch.`; Homebrew's: `Closes #12.` with a maintainer's sign-off. */
const CLOSES_REQUEST = /^Closes #(\d+) from \S+/;

const FORGE_ADDRESSES: Readonly<Record<string, Style['forge']>> = {
  'noreply@github.com': 'github',
  'noreply@gitlab.com': 'gitlab',
  'noreply@bitbucket.org': 'bitbucket',
};

/** Request number, safe as a 32-bit integer; null when absurd. */
export function requestNumber(digits: string | undefined): number | null {
  const value = digits === undefined || digits.length > 10 ? Number.NaN : Number(digits);
  return value >= 1 && value <= 2_147_483_647 ? value : null;
}

/** The style of a subject alone. */
export function styleOfSubject(subject: string, parents: number): Style {
  for (const { forge, pattern, parents: wanted } of SUBJECTS) {
    if (wanted === 'merge' && parents < 2) continue;
    const match = pattern.exec(subject);
    const number = requestNumber(match?.[1]);
    if (number !== null) return { isRequest: true, forge, number };
  }
  if (parents > 1 && GERRIT_MERGE.test(subject)) return { isRequest: true, forge: 'gerrit', number: null };
  if (parents > 1 && GITLAB_MERGE.test(subject)) return { isRequest: false, forge: null, number: null };
  return { isRequest: false, forge: null, number: null };
}

/** The merge request a body line points at as its own: `group/project!12` and its number. */
export function mergeRequestOfLine(line: string): { value: string; number: number } | null {
  const match = SEE_MERGE_REQUEST.exec(line);
  const number = requestNumber(match?.[2]);
  return match?.[1] === undefined || number === null ? null : { value: match[1], number };
}

/** The pull request a merge script names in the body of a squash. */
export function closedRequestOfLine(line: string): number | null {
  return requestNumber(CLOSES_REQUEST.exec(line)?.[1]);
}

/** The request a trailer names as the commit's own, by forge. */
export function requestOfTrailer(token: string, value: string): Style | null {
  const last = requestNumber(/(\d{1,10})\/?>?$/.exec(value.slice(-400))?.[1]);
  if (last === null) return null;
  if (token === 'reviewed-on') {
    // Gitea and Forgejo write the same token with a pull request's address.
    if (/\/pulls\/\d+\/?$/.test(value)) return { isRequest: true, forge: null, number: last };
    return { isRequest: false, forge: 'gerrit', number: last };
  }
  if (
    token === 'pr-url' ||
    token === 'pull-request' ||
    token === 'pull-request-url' ||
    token === 'github-pull-request'
  ) {
    return { isRequest: true, forge: value.includes('bitbucket') ? 'bitbucket' : 'github', number: last };
  }
  if (token === 'merge-request' || token === 'part-of') {
    // Each commit of a rebased request says which it was part of: a patch with a number, not a squash.
    const isRequest = token === 'merge-request';
    return /(?:!|merge_requests\/)\d+/.test(value) ? { isRequest, forge: 'gitlab', number: last } : null;
  }
  return null;
}

/** The forge whose own address committed, or null for a person. */
export function forgeOfCommitter(committer: string): Style['forge'] {
  const open = committer.lastIndexOf('<');
  return FORGE_ADDRESSES[committer.slice(open + 1, -1).toLowerCase()] ?? null;
}
