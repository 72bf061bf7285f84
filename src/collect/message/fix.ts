/** `fix: …`, `fix(scope)!: …`, `bugfix: …`, `hotfix(x): …`. */
const CONVENTIONAL = /^(?:fix|bugfix|hotfix|bug)(?:\([^)]{0,200}\))?!?:/i;
/** Work that repairs no fault of the product whatever its words say. */
const OTHER_WORK =
  /^(?:docs?|documentation|chore|style|ci|build|refactor|tests?|release|i18n|typo|lint)(?:\([^)]{0,200}\))?!?:/i;
/** A few words before the verb: `[core] `, `http2: `, `net/ipv4: `, `[BUGFIX] `. */
const PREFIX =
  /^(?:\[[^\]]{1,100}\] ?|[\w./*{},+-]{1,100}: |#\d{1,10}[:,]? (?:- )?|[A-Z]{2,12}-\d{1,8}[:,]? (?:- )?){1,3}/;
const VERB = /^(?:bug ?fix(?:es)?|hot ?fix(?:es)?|fix(?:e[sd]|ing)?|repair(?:s|ed|ing)?|regression)\b/i;
/** What is fixed is no fault: spelling, layout, warnings, the build of the documents. */
const TRIFLE =
  /^\S{1,20} (?:(?:a|an|the|some|few|minor|small|more|another|broken|up|in|of|two|several) ){0,3}(?:typo|spelling|grammar|wording|whitespace|indent|format|lint|eslint|style|coding style|code style|comment|docs?\b|documentation|readme|changelog|docstring|link)/i;

/** The subject says that this repairs a fault. Spelling, layout and documents are none. */
export function isFixSubject(subject: string): boolean {
  if (OTHER_WORK.test(subject)) return false;
  const isConventional = CONVENTIONAL.test(subject);
  const rest = isConventional ? subject.replace(CONVENTIONAL, '').trim() : subject.replace(PREFIX, '');
  if (isConventional) return !TRIFLE.test(`fix ${rest}`) && !TRIFLE.test(rest);
  return VERB.test(rest) && !TRIFLE.test(rest);
}

/** A trailer that says so: `Fixes: <commit>` or `Fixes #12`; closing or resolving a request may be anything. */
export function isFixTrailer(token: string, value: string): boolean {
  return (token === 'fixes' || token === 'fix' || token === 'bug-fix') && value !== '';
}
