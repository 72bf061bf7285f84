import { isFullName, wordsOf } from './identity.ts';

/** Local parts that programs and careless settings write, whoever sits there and at whatever domain. */
const LOCAL =
  /^(?:root|administrator|user|username|unknown|nobody|none|null|noreply|no-reply|no_reply|donotreply|do-not-reply|devnull|you|your[-_.]?e?mail|your[-_.]?name|localhost|ubuntu|vagrant|docker|ec2-user|runner|build|builder|jenkins|hudson|ci|cvs|svn|not[-_.](?:committed|set)[a-z_.-]{0,40})$/;
/** Settings copied from a manual. */
const MANUAL =
  /^(?:e?mail|me|name|foo|bar|test|example|someone|git)@(?:example|domain|test|email|yourdomain)\.[a-z]{2,10}$/;
/** Domains that belong to nobody, or to every machine. */
const DOMAIN =
  /^(?:\(none\)|none|unknown|localhost|local|localdomain|[^@]{1,200}\.(?:localhost|localdomain|\(none\)))?$/;
/** Addresses that many accounts share though they look like one mailbox. */
const SHARED: ReadonlySet<string> = new Set([
  'support@github.com',
  'actions@github.com',
  'action@github.com',
  'github-actions@github.com',
  'gitea@fake.local',
]);

const NAMES: ReadonlySet<string> = new Set([
  'your name',
  'first last',
  'full name',
  'firstname lastname',
  'john doe',
  'jane doe',
  'test user',
  'unknown user',
  'unknown author',
  'not committed yet',
  'no author',
  'no name',
  'root user',
  'system administrator',
  'administrator account',
  'git user',
  'the root',
  'ubuntu user',
  'vagrant user',
  'default user',
  'ec2 default user',
  'cloud user',
  'some one',
  'github enterprise',
]);

/** How many unrelated full names an address must carry before it counts as shared by many people. */
export const SHARED_BY = 4;

/**
 * An address that says nothing of who wrote: `root@localhost`, `noreply@github.com`, the empty one, `(none)`,
 * `unknown@…`, `user@…`. Expects lower case. A machine's own name (`ann@anns-mac.local`) is no placeholder.
 */
export function isPlaceholderEmail(email: string): boolean {
  const cut = email.lastIndexOf('@');
  if (cut < 0) return true;
  const local = email.slice(0, cut);
  const domain = email.slice(cut + 1);
  return local === '' || SHARED.has(email) || DOMAIN.test(domain) || LOCAL.test(local) || MANUAL.test(email);
}

/** A name that settings come with: `Your Name`, `John Doe`. Expects a folded name. */
export function isPlaceholderName(folded: string): boolean {
  return NAMES.has(folded);
}

/**
 * Addresses that carry at least {@link SHARED_BY} full names without a word in common: a mailing list or a team's machine.
 * In eight public histories (4,110 addresses) no address of people had more than two such names.
 */
export function addressesOfMany(names: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const shared = new Set<string>();
  for (const [email, folded] of names) {
    if (folded.size < SHARED_BY) continue;
    const seen = new Set<string>();
    let unrelated = 0;
    for (const name of [...folded].sort()) {
      if (!isFullName(name)) continue;
      const words = wordsOf(name).filter((word) => word.length > 1);
      if (!words.some((word) => seen.has(word))) unrelated++;
      for (const word of words) seen.add(word);
    }
    if (unrelated >= SHARED_BY) shared.add(email);
  }
  return shared;
}
