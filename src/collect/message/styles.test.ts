import { describe, expect, it } from 'vitest';
import { type Message, readMessage } from './index.ts';

const ADA = 'Ada Byron <ada@a.example>';
const BO = 'Bo Chen <bo@b.example>';
const GITHUB = 'GitHub <noreply@github.com>';

/** What matters of a message: the route, forge and number; the trailers as `token=value`; what else is true. */
type Case = readonly [message: string, parents: number, committer: string, claim: string, more?: string];

function claimOf(message: Message): string {
  return [message.route, message.forge ?? '-', message.number ?? '-'].join(' ');
}

function moreOf({ trailers, is_fix, is_revert, reverts }: Message): string {
  return [
    ...trailers.map(({ token, value }) => `${token}=${value}`),
    ...(is_fix ? ['fix'] : []),
    ...(is_revert ? ['revert'] : []),
    ...(reverts === null ? [] : [`undoes ${reverts}`]),
  ].join(' | ');
}

function check(cases: readonly Case[]): void {
  for (const [message, parents, committer, claim, more = ''] of cases) {
    it(`${JSON.stringify(message)} (${parents} parents, by ${committer})`, () => {
      const read = readMessage(message, { parents, author: ADA, committer });
      expect(claimOf(read)).toBe(claim);
      expect(moreOf(read)).toBe(more);
    });
  }
}

const HEX = '1234567890abcdef1234567890abcdef12345678';

describe('GitHub', () => {
  check([
    ['Merge pull request #12 from bo/parser\n\nTeach the parser colours', 2, GITHUB, 'merge-pull github 12'],
    ['Merge pull request #12 from bo/parser\n\nFix crash on empty input', 2, GITHUB, 'merge-pull github 12', 'fix'],
    ['Merge pull request #12 from bo/fix-typo', 2, ADA, 'merge-pull github 12'],
    ['Merge pull request #9 from bo:parser', 2, ADA, 'merge-pull github 9'],
    ['Teach the parser colours (#12)', 2, GITHUB, 'merge-pull github 12'],
    ['Teach the parser colours (#12)', 1, GITHUB, 'squash github 12'],
    ['Teach the parser colours (#12)', 1, BO, 'squash github 12'],
    ['Backport #7 (#12)', 1, GITHUB, 'squash github 12'],
    ['See #12 for the reason', 1, ADA, 'direct - -'],
    ['Prepare for #12', 1, ADA, 'direct - -'],
    ['Update README.md', 1, GITHUB, 'direct github -'],
    [
      'Add x (#12)\n\n* wip\n\n* more\n\nCo-authored-by: Bo Chen <bo@b.example>',
      1,
      GITHUB,
      'squash github 12',
      'co-authored-by=Bo Chen <bo@b.example>',
    ],
    [
      'Add x (#12)\n\nSigned-off-by: Ada Byron <ada@a.example>\n\n---------\n\nCo-authored-by: Bo Chen <bo@b.example>\nCo-authored-by: Cy Dee <cy@c.example>',
      1,
      GITHUB,
      'squash github 12',
      'signed-off-by=Ada Byron <ada@a.example> | co-authored-by=Bo Chen <bo@b.example> | co-authored-by=Cy Dee <cy@c.example>',
    ],
    ['Add x (#12)\n\nFixes #3', 1, GITHUB, 'squash github 12', 'fixes=#3 | fix'],
    ['Add x (#12)\n\nCloses #3, closes #4.', 1, GITHUB, 'squash github 12', 'closes=#3, closes #4.'],
    [
      'Revert "Add x (#12)" (#13)\n\nReverts ada/repo#12',
      1,
      GITHUB,
      'squash github 13',
      'reverts=ada/repo#12 | revert',
    ],
    ['Revert "Add x (#12)" (#13)', 1, GITHUB, 'squash github 13', 'reverts=#12 | revert'],
    [
      `Revert "Add x" (#13)\n\nThis reverts commit ${HEX}.`,
      1,
      GITHUB,
      'squash github 13',
      `reverts=${HEX} | revert | undoes ${HEX}`,
    ],
    ['Merge pull request #13 from ada/revert-12-parser\n\nRevert "Add x"', 2, GITHUB, 'merge-pull github 13'],
    [`Merge branch 'main' into parser`, 2, ADA, 'merge-branch - -'],
    [`Merge branch 'main' of github.com:ada/repo`, 2, ADA, 'merge-branch - -'],
    ['Merge commit from fork', 2, GITHUB, 'merge-branch github -'],
    ['Merge #12: Add x', 2, ADA, 'merge-pull github 12'],
    ['Merge ada/repo#12: wallet: fix double spend', 2, ADA, 'merge-pull github 12', 'fix'],
    [
      'Add x\n\nPR-URL: https://github.com/ada/repo/pull/12\nReviewed-By: Bo Chen <bo@b.example>',
      1,
      BO,
      'squash github 12',
      'pr-url=https://github.com/ada/repo/pull/12 | reviewed-by=Bo Chen <bo@b.example>',
    ],
    [
      '[X-1] Add x\n\nwords\n\nCloses #12 from ada/x.\n\nAuthored-by: Ada Byron <ada@a.example>\nSigned-off-by: Bo Chen <bo@b.example>',
      1,
      BO,
      'squash github 12',
      'closes=#12 from ada/x. | authored-by=Ada Byron <ada@a.example> | signed-off-by=Bo Chen <bo@b.example>',
    ],
    ['Add x\n\n🤖 Generated with [Claude Code](https://claude.com)', 1, ADA, 'direct - -', 'generated-by=Claude Code'],
    ['Bump x from 1.0 to 1.1 (#99999999999)', 1, GITHUB, 'direct github -'],
  ]);
});

describe('GitLab', () => {
  check([
    [
      `Merge branch 'parser' into 'main'\n\nTeach colours\n\nSee merge request team/app!12`,
      2,
      ADA,
      'merge-pull gitlab 12',
      'see-merge-request=team/app!12',
    ],
    [
      `Merge branch 'parser' into 'main'\n\nFix crash\n\nSee merge request !12`,
      2,
      ADA,
      'merge-pull gitlab 12',
      'see-merge-request=!12 | fix',
    ],
    [
      `Merge branch 'a' into 'main'\n\nT\n\nCloses #3\n\nSee merge request https://git.example.org/t/a/-/merge_requests/12`,
      2,
      ADA,
      'merge-pull gitlab 12',
      'closes=#3 | see-merge-request=https://git.example.org/t/a/-/merge_requests/12',
    ],
    [`Merge branch 'parser' into 'main'`, 2, ADA, 'merge-branch - -'],
    ['Teach colours\n\nSee merge request team/app!12', 1, BO, 'squash gitlab 12', 'see-merge-request=team/app!12'],
    [
      'Teach colours\n\nApproved-by: Bo Chen <bo@b.example>\nMerge-request: team/app!12',
      1,
      ADA,
      'squash gitlab 12',
      'approved-by=Bo Chen <bo@b.example> | merge-request=team/app!12',
    ],
    [
      `Merge branch 'revert-1' into 'main'\n\nRevert "Merge branch 'x' into 'main'"\n\nSee merge request a/b!14`,
      2,
      ADA,
      'merge-pull gitlab 14',
      'see-merge-request=a/b!14',
    ],
    [
      `Revert "Merge branch 'x' into 'main'"\n\nThis reverts merge request !12`,
      1,
      ADA,
      'direct - -',
      'reverts=!12 | revert',
    ],
    [
      'Add x\n\nPart-of: <https://gitlab.example.org/mesa/mesa/-/merge_requests/12>',
      1,
      BO,
      'patch gitlab 12',
      'part-of=<https://gitlab.example.org/mesa/mesa/-/merge_requests/12>',
    ],
    ['Add x\n\nChangelog: added', 1, ADA, 'direct - -', 'changelog=added'],
  ]);
});

describe('Bitbucket', () => {
  check([
    [
      'Merged in parser (pull request #12)\n\nTeach colours\n\nApproved-by: Bo Chen',
      2,
      ADA,
      'merge-pull bitbucket 12',
      'approved-by=Bo Chen',
    ],
    ['Merged in feature/PROJ-12 (pull request #7)', 2, ADA, 'merge-pull bitbucket 7'],
    ['Merged in parser (pull request #12)\n\nFix crash', 1, ADA, 'squash bitbucket 12', 'fix'],
    ['Pull request #12: Teach colours\n\nMerge in PROJ/app from parser to main', 2, ADA, 'merge-pull bitbucket 12'],
    ['Pull request #12: Fix crash', 1, BO, 'squash bitbucket 12', 'fix'],
    ['Merge pull request #12 in PROJ/app from parser to main', 2, ADA, 'merge-pull bitbucket 12'],
    [
      'Merge pull request #12 in ~ADA/app from parser to main\n\n* commit x:\n  Teach',
      2,
      ADA,
      'merge-pull bitbucket 12',
    ],
    ['Merged parser into main', 2, ADA, 'merge-branch - -'],
    [
      'Merged in parser (pull request #12)\n\nApproved-by: Bo Chen <bo@b.example>\nApproved-by: Cy Dee <cy@c.example>',
      2,
      ADA,
      'merge-pull bitbucket 12',
      'approved-by=Bo Chen <bo@b.example> | approved-by=Cy Dee <cy@c.example>',
    ],
  ]);
});

const CHANGE = 'I1234567890abcdef1234567890abcdef12345678';
describe('Gerrit', () => {
  check([
    [`Add x\n\nChange-Id: ${CHANGE}`, 1, ADA, 'direct gerrit -', `change-id=${CHANGE}`],
    [
      `Add x\n\nChange-Id: ${CHANGE}\nReviewed-on: https://gerrit.example.org/c/app/+/345\nReviewed-by: Bo Chen <bo@b.example>\nTested-by: Zuul`,
      1,
      'Gerrit Code Review <gerrit@example.org>',
      'patch gerrit 345',
      `change-id=${CHANGE} | reviewed-on=https://gerrit.example.org/c/app/+/345 | reviewed-by=Bo Chen <bo@b.example> | tested-by=Zuul`,
    ],
    ['Merge "Teach colours"', 2, ADA, 'merge-pull gerrit -'],
    ['Merge "Teach colours" into stable-3.1', 2, ADA, 'merge-pull gerrit -'],
    ['Merge changes I1234abcd,I5678abcd', 2, ADA, 'merge-pull gerrit -'],
    [`Merge changes from topic "colours"`, 2, ADA, 'merge-pull gerrit -'],
    ['Merge "Teach colours"', 1, ADA, 'direct - -'],
    [
      `Merge branch 'stable-3.1'\n\n* stable-3.1:\n  Fix\n\nChange-Id: ${CHANGE}`,
      2,
      ADA,
      'merge-branch gerrit -',
      `change-id=${CHANGE}`,
    ],
    [
      `Revert "Add x"\n\nThis reverts commit ${HEX}.\n\nReason for revert: it broke\n\nChange-Id: ${CHANGE}`,
      1,
      ADA,
      'direct gerrit -',
      `reverts=${HEX} | change-id=${CHANGE} | revert | undoes ${HEX}`,
    ],
  ]);
});

describe('Azure DevOps', () => {
  check([
    ['Merged PR 12: Teach colours\n\nwords\n\nRelated work items: #3', 1, ADA, 'squash azure 12'],
    ['Merged PR 12: Fix crash', 2, ADA, 'merge-pull azure 12', 'fix'],
    ['Merged PR 12: chore(deps): bump', 1, BO, 'squash azure 12'],
    ['Merge pull request 12 from parser into main', 2, ADA, 'merge-pull azure 12'],
    ['Revert "Merged PR 12: x"\n\nReverts !12', 1, ADA, 'direct - -', 'reverts=!12 | revert'],
    [
      `Revert "x"\n\nReverted commit \`1234567a\`.`,
      1,
      ADA,
      'direct - -',
      'reverts=1234567a | revert | undoes 1234567a',
    ],
  ]);
});

describe('bors and homu', () => {
  check([
    [
      'Merge #12 #13\n\n12: Teach colours r=bo a=ada\n\nwords\n\n13: Fix r=bo,cy a=dee\n',
      2,
      'bors[bot] <1+bors[bot]@users.noreply.github.com>',
      'merge-pull bors 12',
      'r=bo | r=bo | r=cy',
    ],
    ['Merge #12', 2, ADA, 'merge-pull bors 12'],
    [
      'Auto merge of #12 - ada:parser, r=bo\n\nTeach colours',
      2,
      'bors <bors@rust-lang.example>',
      'merge-pull bors 12',
      'r=bo',
    ],
    [
      'Auto merge of #12 - ada:parser, r=bo,cy\n\nFix crash',
      2,
      'bors <bors@rust-lang.example>',
      'merge-pull bors 12',
      'r=bo | r=cy | fix',
    ],
    ['auto merge of #12 : ada/repo/parser, r=bo', 2, ADA, 'merge-pull bors 12', 'r=bo'],
    ['Auto merge of #12 - ada:parser, r=<try>', 2, ADA, 'merge-pull bors 12'],
    ['Auto merge of #12 - ada:parser, r=@bo', 2, ADA, 'merge-pull bors 12', 'r=bo'],
    ['Rollup merge of #12 - ada:parser, r=bo', 2, ADA, 'merge-pull bors 12', 'r=bo'],
    ['Try #12:', 2, ADA, 'merge-pull bors 12'],
    ['Bug 123 - Teach colours. r=bo,cy', 1, ADA, 'patch - -', 'r=bo | r=cy'],
    ['Bug 123 - Teach colours. r?bo', 1, ADA, 'direct - -'],
    ['Rename r=me to something', 1, ADA, 'direct - -'],
    ['Solve for r in pi*r=x', 1, ADA, 'direct - -'],
  ]);
});

describe('Phabricator', () => {
  check([
    [
      'Teach colours\n\nSummary: words\n\nTest Plan: run it\n\nReviewers: bo, cy\n\nReviewed By: bo\n\nSubscribers: dee\n\nDifferential Revision: https://phab.example.org/D12',
      1,
      ADA,
      'patch - -',
      'reviewers=bo | reviewers=cy | reviewed-by=bo | differential-revision=https://phab.example.org/D12',
    ],
    [
      'Fix crash\n\nReviewed By: bo, cy\n\nDifferential Revision: https://phab.example.org/D12',
      1,
      ADA,
      'patch - -',
      'reviewed-by=bo | reviewed-by=cy | differential-revision=https://phab.example.org/D12 | fix',
    ],
    [
      'Back out "Teach colours"\n\nSummary:\nOriginal commit changeset: 1234567a',
      1,
      ADA,
      'direct - -',
      'reverts=1234567a | revert | undoes 1234567a',
    ],
    [
      'Backed out changeset 1234567890ab (bug 3) for failures',
      1,
      ADA,
      'direct - -',
      'reverts=1234567890ab | revert | undoes 1234567890ab',
    ],
    [
      'acpi: fix boot\n\nReviewed by:\tbo\nApproved by:\tre (cy)\nMFC after:\t1 week',
      1,
      ADA,
      'patch - -',
      'reviewed-by=bo | approved-by=re (cy) | fix',
    ],
  ]);
});

describe('mailed patches', () => {
  check([
    [
      'net: teach colours\n\nSigned-off-by: Ada Byron <ada@a.example>',
      1,
      ADA,
      'direct - -',
      'signed-off-by=Ada Byron <ada@a.example>',
    ],
    [
      'net: fix crash\n\nwords\n\nFixes: 1234567890ab ("net: teach")\nCc: stable@vger.example\nSigned-off-by: Ada Byron <ada@a.example>\nAcked-by: Bo Chen <bo@b.example>\nLink: https://lore.kernel.org/r/1@x\nSigned-off-by: Bo Chen <bo@b.example>',
      1,
      BO,
      'patch - -',
      'fixes=1234567890ab ("net: teach") | cc=stable@vger.example | signed-off-by=Ada Byron <ada@a.example> | acked-by=Bo Chen <bo@b.example> | link=https://lore.kernel.org/r/1@x | signed-off-by=Bo Chen <bo@b.example> | fix',
    ],
    ['net: teach\n\nLink: https://lore.kernel.org/r/1@x', 1, ADA, 'patch - -', 'link=https://lore.kernel.org/r/1@x'],
    ['net: teach\n\nLink: https://example.org/spec', 1, ADA, 'direct - -', 'link=https://example.org/spec'],
    ['Teach colours', 1, BO, 'patch - -'],
    [
      'Teach colours\n\nTested-by: Bo Chen <bo@b.example> # arm64',
      1,
      ADA,
      'patch - -',
      'tested-by=Bo Chen <bo@b.example> # arm64',
    ],
    [
      'x\n\n[bo: fixed typo]\nSigned-off-by: Ada Byron <ada@a.example>\nSigned-off-by: Bo Chen <bo@b.example>',
      1,
      BO,
      'patch - -',
      'signed-off-by=Ada Byron <ada@a.example> | signed-off-by=Bo Chen <bo@b.example>',
    ],
    [`x\n\n(cherry picked from commit ${HEX})`, 1, BO, 'patch - -', `cherry-picked-from=${HEX}`],
    [
      `x\n\nSigned-off-by: Ada Byron <ada@a.example>\n(cherry picked from commit ${HEX})\nSigned-off-by: Ada Byron <ada@a.example>`,
      1,
      ADA,
      'direct - -',
      `signed-off-by=Ada Byron <ada@a.example> | cherry-picked-from=${HEX} | signed-off-by=Ada Byron <ada@a.example>`,
    ],
    [
      'x\n\nCo-developed-by: Bo Chen <bo@b.example>\nAssisted-by: Claude:opus',
      1,
      ADA,
      'direct - -',
      'co-developed-by=Bo Chen <bo@b.example> | assisted-by=Claude:opus',
    ],
    [`Merge tag 'net-6.1' of git://git.example.org/net`, 2, ADA, 'merge-branch - -'],
  ]);
});

describe('imports and plain commits', () => {
  check([
    [
      'teach colours\n\ngit-svn-id: https://svn.example.org/trunk@12 0f-ab',
      1,
      ADA,
      'direct - -',
      'git-svn-id=https://svn.example.org/trunk@12 0f-ab',
    ],
    ['', 1, ADA, 'direct - -'],
    ['\n\nsubject after blank lines', 1, ADA, 'direct - -'],
    [
      'one\r\n\r\nSigned-off-by: Bo Chen <bo@b.example>\r\n',
      1,
      ADA,
      'patch - -',
      'signed-off-by=Bo Chen <bo@b.example>',
    ],
    [':memo: words', 1, ADA, 'direct - -'],
  ]);
});

describe('messages whose prose was replaced', () => {
  check([
    ['fix ~ab12cd34 (#13609)', 1, GITHUB, 'squash github 13609', 'fix'],
    ['Merge ~6ae6aaba #2133', 2, ADA, 'merge-pull github 2133'],
    ['Merge ~6ae6aaba', 2, ADA, 'merge-branch - -'],
    ['change ~ab12cd34 #12', 1, ADA, 'direct - -'],
    [
      `Revert "~ab12cd34" #12\n\nThis reverts commit ${HEX}.`,
      1,
      ADA,
      'direct - -',
      `reverts=${HEX} | revert | undoes ${HEX}`,
    ],
    ['revert: ~ab12cd34 (#9)', 1, GITHUB, 'squash github 9', 'revert'],
  ]);
});
