/** Trailer tokens by what they mean, as `raw_trailers.token` holds them. The one place that groups them. */

/** Their value is one more author. */
export const AUTHOR_TOKENS = ['co-authored-by', 'co-developed-by'] as const;
/** Somebody approved. `r` holds a login. */
export const APPROVAL_TOKENS = ['reviewed-by', 'acked-by', 'approved-by', 'accepted-by', 'r'] as const;
export const SIGN_OFF_TOKENS = ['signed-off-by'] as const;
export const TEST_TOKENS = ['tested-by'] as const;
/** A coding assistant is declared by the token itself, whoever is named. */
export const ASSISTANCE_TOKENS = ['assisted-by', 'generated-by', 'ai-assisted-by', 'co-generated-by'] as const;
/** Their value may hold `Name <email>`: an identity. */
export const PEOPLE_TOKENS = [
  ...AUTHOR_TOKENS,
  ...APPROVAL_TOKENS,
  ...SIGN_OFF_TOKENS,
  ...TEST_TOKENS,
  ...ASSISTANCE_TOKENS,
  'reported-by',
  'suggested-by',
  'helped-by',
  'mentored-by',
  'pulled-by',
  'landed-by',
  'submitted-by',
  'committed-by',
  'authored-by',
] as const;
/** Tokens that say somebody looked at the change before it landed, or where that happened. */
export const REVIEW_TOKENS = [
  ...APPROVAL_TOKENS,
  ...SIGN_OFF_TOKENS,
  ...TEST_TOKENS,
  'reviewed-on',
  'differential-revision',
] as const;

/** A list of texts for SQL's `IN (…)`. Only for the constants above. */
export function sqlList(texts: readonly string[]): string {
  return texts.map((text) => `'${text}'`).join(', ');
}
