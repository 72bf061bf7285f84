/** Hosts that are a forge by name, and first labels by which companies call their own. */
const FORGES = new Set(['github.com', 'gitlab.com', 'bitbucket.org', 'codeberg.org', 'gitea.com', 'git.sr.ht']);
const OWN_FORGE = /^(?:github|gitlab|bitbucket|gitea|forgejo|codeberg)\./;

/**
 * The web address of a repository, from the address it was cloned from: only for hosts that are a forge by their name,
 * always `https`, never with a user, a password, a port, a query or anything but plain path segments. Else null.
 */
export function forgeUrl(remote: string | null): string | null {
  if (remote === null || remote.length > 500) return null;
  const found =
    /^(?:https?|git|ssh|git\+ssh):\/\/(?:[^/@\s]*@)?([^/:@\s]+)(?::\d{1,5})?\/+([^?#]*)$/i.exec(remote) ??
    /^(?:[\w.-]+@)([^/:@\s]+):(?!\/\/)\/?([^?#]*)$/.exec(remote);
  if (!found) return null;
  const host = (found[1] ?? '').toLowerCase();
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/.test(host)) return null;
  if (!FORGES.has(host) && !(OWN_FORGE.test(host) && !isMasked(host))) return null;
  const segments = (found[2] ?? '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '')
    .split('/');
  if (segments.length < 2 || segments.some((part) => !/^~?[\w.-]+$/.test(part) || /^\.+$/.test(part))) return null;
  return `https://${host}/${segments.join('/')}`;
}

/** `github.com.example.org` wants to be taken for somebody else. */
function isMasked(host: string): boolean {
  return [...FORGES].some((forge) => host.startsWith(`${forge}.`));
}
