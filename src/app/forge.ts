/**
 * Addresses on a forge, made from its own address and from facts that cannot escape a path segment: hexadecimal ids and
 * whole numbers. Null where the forge is not known or its address is not of the web.
 */
const base = (forge: string | null): string | null =>
  forge !== null && /^https?:\/\//i.test(forge) ? forge.replace(/\/+$/, '') : null;

/** Where GitHub, GitLab, Gitea, sourcehut and Bitbucket show a commit. */
export function commitUrl(forge: string | null, id: string): string | null {
  const address = base(forge);
  if (address === null || !/^[0-9a-f]{4,64}$/.test(id)) return null;
  return `${address}/${isBitbucket(address) ? 'commits' : 'commit'}/${id}`;
}

/** Where a pull or merge request is shown; the name of the host tells the forms apart, GitHub's being the commonest. */
export function requestUrl(forge: string | null, number: number | null): string | null {
  const address = base(forge);
  if (address === null || number === null || !Number.isSafeInteger(number) || number < 1) return null;
  const host = /^https?:\/\/([^/]*)/i.exec(address)?.[1] ?? '';
  if (isBitbucket(address)) return `${address}/pull-requests/${number}`;
  if (/(^|\.)gitlab\./.test(host)) return `${address}/-/merge_requests/${number}`;
  if (/(^|\.)(gitea|forgejo|codeberg)\./.test(host)) return `${address}/pulls/${number}`;
  // sourcehut takes patches by mail: a number found in a subject is none of its own.
  if (/(^|\.)sr\.ht$/.test(host)) return null;
  return `${address}/pull/${number}`;
}

const isBitbucket = (address: string): boolean => /^https?:\/\/([^/]*\.)?bitbucket\./i.test(address);
