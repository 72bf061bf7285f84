import type { Derivation } from '../domain/workbench.ts';
import { APPROVAL_TOKENS, SIGN_OFF_TOKENS, sqlList, TEST_TOKENS } from './tokens.ts';

/**
 * Makes `reviews` from trailers: approvals, sign-offs and tests by somebody who is no author of the change. A login
 * without an address counts when it points at one known person. No row proves nothing: most reviews leave no trailer.
 */
export const deriveReviews: Derivation = {
  makes: ['reviews'],
  async derive(bench) {
    await bench.run(`
      CREATE VIEW reviews AS
      WITH said AS (
        SELECT DISTINCT l.change, t.person,
          CASE
            WHEN t.token IN (${sqlList(SIGN_OFF_TOKENS)}) THEN 'sign-off'
            WHEN t.token IN (${sqlList(TEST_TOKENS)}) THEN 'test'
            ELSE 'approval'
          END AS kind
        FROM known_trailers t JOIN landed l ON l.n = t.n
        WHERE t.person IS NOT NULL
          AND t.token IN (${sqlList([...APPROVAL_TOKENS, ...SIGN_OFF_TOKENS, ...TEST_TOKENS])})
      )
      SELECT k.repository, k.id AS change, s.person, s.kind, k.committer_time AS reviewed_at
      FROM said s
      JOIN known_commits k ON k.rowid = s.change
      ANTI JOIN authors_of_changes a ON a.change = s.change AND a.person = s.person`);
    return [];
  },
};
