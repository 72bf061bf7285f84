import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMessage } from './index.ts';
import { writtenTrailers } from './trailers.ts';

const FACTS = { parents: 1, author: 'Ada Byron <ada@a.example>', committer: 'Ada Byron <ada@a.example>' };

describe('a fix', () => {
  it.each([
    'fix: crash',
    'fix(core)!: crash',
    'Fix crash on empty input',
    'Fixes a race',
    'fixed #12',
    'http2: fix leak',
    '[core] Fix leak',
    'PROJ-12: fix leak',
    'hotfix: leak',
    'Bugfix for leak',
  ])('is "%s"', (subject) => expect(readMessage(subject, FACTS).is_fix).toBe(true));

  it.each([
    'docs: fix link',
    'Fix typo',
    'Fix a small typo in README',
    'fix: typo',
    'fix lint warnings',
    'style: fix indentation',
    'Add fixture',
    'Prefix names',
    'Fixture for parser',
    'Closes #12',
    'test: fix flaky run',
  ])('is not "%s"', (subject) => expect(readMessage(subject, FACTS).is_fix).toBe(false));

  it('is a commit that closes an issue by "Fixes"', () => {
    expect(readMessage('Handle empty input\n\nFixes #12', FACTS).is_fix).toBe(true);
    expect(readMessage('Handle empty input\n\nResolves #12', FACTS).is_fix).toBe(false);
  });
});

describe('a revert', () => {
  const hex = '1234567890abcdef1234567890abcdef12345678';
  it.each([
    [`Revert "x"\n\nThis reverts commit ${hex}.`, hex],
    [`Revert "x"\n\nThis reverts commit\n${hex}.`, hex],
    [`Revert "x"\n\nThis reverts commit ${hex}, reversing\nchanges made to ${'f1'.repeat(20)}.`, hex],
    [`Undo it\n\nthis reverts the commit: ${hex.slice(0, 10)}`, hex.slice(0, 10)],
    [`Revert "x"\n\nThis reverts commits 1234567a, 89abcde0 and 1111111b.`, '1234567a'],
    [`Revert 1234567a`, '1234567a'],
  ])('names the commit it undoes: %j', (message, reverts) => {
    expect(readMessage(message, FACTS)).toMatchObject({ is_revert: true, reverts });
  });

  it.each([
    ['Reapply "x"', null],
    [`Revert "Revert "x""\n\nThis reverts commit ${hex}.`, hex],
    [`Reland "x"\n\nThis is a reland of 1234567a\n> This reverts commit ${hex}.`, null],
    [`Add x\n\nThis partially reverts commit ${hex}.`, null],
    ['Add x\n\nBetter than to revert commit 1234567a', null],
    ['Add x\n\nThis reverts commit defaced.', null],
    ['Add revert button', null],
  ])('is not what brings back, mends in part or only talks: %j', (message, reverts) => {
    expect(readMessage(message, FACTS)).toMatchObject({ is_revert: false, reverts });
  });

  it('may say so in the subject alone', () => {
    expect(readMessage('Back out the new parser', FACTS)).toMatchObject({ is_revert: true, reverts: null });
  });
});

describe('texts', () => {
  it('are cut at 500 characters, never inside one', () => {
    const read = readMessage(`${'x'.repeat(499)}😀tail\n\nToken: ${'y'.repeat(499)}😀`, FACTS);
    expect(read.subject).toBe('x'.repeat(499));
    expect(read.trailers).toEqual([{ token: 'token', value: 'y'.repeat(499) }]);
  });

  it('keep one person for each name on a line, up to fifty', () => {
    const names = Array.from({ length: 80 }, (_, i) => `p${i}`).join(', ');
    expect(readMessage(`x\n\nReviewed By: ${names}`, FACTS).trailers).toHaveLength(50);
  });
});

/** Lines as they stand in messages, wrong ones among them. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\t',
    'Signed-off-by: A <a@x>',
    'Reviewed-by:b',
    'Fixes #12',
    'token : value',
    'two words: value',
    ' folded',
    '\tfolded too',
    '(cherry picked from commit 1234567890)',
    'prose without a colon',
    'https://example.org/x',
    'A: ',
    ': empty',
    '-: dash',
    '# comment',
    '---',
    'Conflicts:',
    '\tsrc/a.ts',
    'é: accent',
  ),
  fc.string({ maxLength: 30, unit: 'binary-ascii' }).map((text) => text.replace(/[\r\n\0]/g, ' ')),
);
const body = fc.array(line, { maxLength: 14 }).map((lines) => `subject\n${lines.join('\n')}`);

/** A last paragraph near the boundary of what git takes for trailers. */
const likely = fc
  .tuple(
    fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.constantFrom(
            'Signed-off-by: A <a@x>',
            'Reviewed-by: B',
            'Token:value',
            '(cherry picked from commit 1234567890)',
          ),
        },
        { weight: 2, arbitrary: fc.constantFrom(' folded', '\tfolded too', 'prose without a colon', '# comment') },
        { weight: 1, arbitrary: line },
      ),
      { minLength: 1, maxLength: 9 },
    ),
    fc.constantFrom('', '\n\n', '\n# comment', '\nConflicts:\n\tsrc/a.ts'),
  )
  .map(([lines, end]) => `subject\n\nwords\n\n${lines.join('\n')}${end}`);

describe('the trailer paragraph', () => {
  it('is where git sees it', () => {
    let seen = 0;
    for (const message of [
      ...fc.sample(likely, { numRuns: 200, seed: 7 }),
      ...fc.sample(body, { numRuns: 50, seed: 7 }),
    ]) {
      const git = execFileSync('git', ['interpret-trailers', '--parse', '--no-divider'], {
        input: `${message}\n`,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' },
        cwd: '/',
      });
      const ours = writtenTrailers(message.split('\n')).map(({ token, value }) => `${token}: ${value}`);
      const theirs = git.split('\n').filter((one) => one !== '');
      expect(ours.map(squeeze), JSON.stringify(message)).toEqual(theirs.map(squeeze));
      seen += theirs.length;
    }
    expect(seen).toBeGreaterThan(200);
  });
});

/** Git keeps inner runs of blanks of folded lines as they are. */
function squeeze(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

describe('any message', () => {
  it('is read without failing, within the bounds of the facts', () => {
    const message = fc.oneof(body, fc.string({ maxLength: 400, unit: 'binary' }));
    fc.assert(
      fc.property(message, fc.nat({ max: 3 }), (text, parents) => {
        const read = readMessage(text, { ...FACTS, parents });
        expect(read.subject.length).toBeLessThanOrEqual(500);
        expect(read.subject).not.toContain('\n');
        expect(read.trailers.every(({ token, value }) => token !== '' && value.length <= 500)).toBe(true);
        expect(read.number === null || (Number.isInteger(read.number) && read.number > 0)).toBe(true);
        expect(read.route.startsWith('merge-')).toBe(parents > 1);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ['a megabyte of one line', 'a'.repeat(1_000_000)],
    ['spaces before a colon', `x\n\nReviewed by${' '.repeat(1_000_000)}:`],
    ['trailers without end', `x\n\n${'Signed-off-by: A <a@x>\n'.repeat(50_000)}`],
    ['continuations without end', `x\n\nSigned-off-by: A\n${' x\n'.repeat(300_000)}`],
    ['reverts without end', `x\n\n${'This reverts commit\n'.repeat(50_000)}`],
    ['an endless revert line', `x\n\nThis reverts commit ${'1234567a '.repeat(50_000)}`],
    ['reviewers without end', `x r=${'a,'.repeat(300_000)}\n\n1: x r=${'b,'.repeat(300_000)}`],
    ['nested reverts', 'Revert "'.repeat(100_000)],
    ['merge words', `Merge ${'for '.repeat(100_000)}#1`],
    ['brackets', `${'['.repeat(300_000)}`],
    ['comments', `x\n${'#\n'.repeat(300_000)}`],
    ['blank lines', '\n'.repeat(1_000_000)],
    ['carriage returns', '\r\n'.repeat(500_000)],
    ['commas', `x\n\nReviewed By: ${', '.repeat(400_000)}`],
    ['closing words', `x\n\nFixes ${'#1 '.repeat(200_000)}`],
  ])('takes time in proportion to its length: %s', (_name, message) => {
    const started = performance.now();
    const read = readMessage(message, { ...FACTS, parents: 2 });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(read.trailers.length).toBeLessThanOrEqual(300);
  });
});
