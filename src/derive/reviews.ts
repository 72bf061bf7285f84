import type { Derivation } from '../domain/workbench.ts';
import { IDENTITY_PATTERN, LOGINS } from './people.ts';
import { APPROVAL_TOKENS, SIGN_OFF_TOKENS, sqlList, TEST_TOKENS } from './tokens.ts';

/**
 * Makes `reviews` from trailers: approvals, sign-offs and tests by somebody who is no author of the change. A login
 * without an address counts when it points at one known person. No row proves nothing: most reviews leave no trailer.
 */
export const deriveReviews: Derivation = {
  makes: ['reviews'],
  async derive(bench) {
    await bench.run(`
      CREATE TABLE reviews AS
      WITH said AS (
        SELECT
          t.repository, l.change, coalesce(i.person, g.person) AS person,
          CASE
            WHEN t.token IN (${sqlList(SIGN_OFF_TOKENS)}) THEN 'sign-off'
            WHEN t.token IN (${sqlList(TEST_TOKENS)}) THEN 'test'
            ELSE 'approval'
          END AS kind
        FROM raw_trailers t
        JOIN change_commits l ON l.repository = t.repository AND l.commit_id = t.commit_id
        LEFT JOIN identities i ON i.identity = regexp_extract(t.value, '${IDENTITY_PATTERN}')
        LEFT JOIN ${LOGINS} g ON g.login = lower(t.value)
        WHERE t.token IN (${sqlList([...APPROVAL_TOKENS, ...SIGN_OFF_TOKENS, ...TEST_TOKENS])})
      )
      SELECT DISTINCT s.repository, s.change, s.person, s.kind, c.landed_at AS reviewed_at
      FROM said s
      JOIN changes c ON c.repository = s.repository AND c.change = s.change
      WHERE s.person IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM change_authors a
        WHERE a.repository = s.repository AND a.change = s.change AND a.person = s.person
      )`);
    return [];
  },
};
