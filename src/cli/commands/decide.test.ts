import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runLine } from '../../../test/command-line.ts';
import { fixtureRepository, temporaryFolder } from '../../../test/git-fixture.ts';
import { isMadr4 } from '../../../test/madr-reader.ts';
import {
  decisionAnswerSchema,
  decisionConfirmSchema,
  decisionEvidenceSchema,
  decisionListSchema,
} from '../../domain/decisions.ts';

const NOW = Date.parse('2026-02-28T12:00:00Z') / 1000;

/** A repository with some files, and its decisions at a command line. */
function decisionsIn(files: Readonly<Record<string, string>>, folder = 'docs/adr') {
  const repository = fixtureRepository();
  repository.commit({ message: 'begin', files: { 'src/a.ts': 'a\n', ...files } });
  repository.checkout();
  const world = {
    cwd: repository.path,
    now: NOW,
    dataDir: temporaryFolder('data'),
    env: { FORTNIGHT_PRIVATE_DIR: temporaryFolder('private') },
  };
  const decide = async (...words: readonly string[]) => await runLine(['decide', ...words], world);
  return {
    repository,
    decide,
    async json(...words: readonly string[]) {
      const { stdout, stderr, exitCode } = await decide(...words, '--json');
      expect(stderr, words.join(' ')).toBe('');
      expect(exitCode).toBe(0);
      return JSON.parse(stdout);
    },
    read: (name: string) => readFileSync(join(repository.path, folder, name), 'utf8'),
    names: () => readdirSync(join(repository.path, folder)).sort(),
    write(name: string, text: string) {
      mkdirSync(join(repository.path, folder), { recursive: true });
      writeFileSync(join(repository.path, folder, name), text);
    },
  };
}

const NYGARD =
  '# 1. Use a queue\r\n\r\nDate: 2024-01-02\r\n\r\n## Status\r\n\r\nAccepted\r\n\r\n## Context\r\n\r\nOrders.\r\n';
const MADR2 =
  '# Use polling\n\n* Status: proposed <!-- proposed | accepted -->\n* Deciders: bo\n* Date: 2024-05-06\n\n## Context and Problem Statement\n\nText\n';

describe('a decision on the command line', () => {
  it('goes from a proposal to its supersession, as MADR 4', async () => {
    const { json, read, names, decide } = decisionsIn({}, 'docs/decisions');
    const begun = decisionAnswerSchema.parse(
      await json(
        'new',
        'Use a queue',
        '--owner',
        'ada',
        '--decide-by',
        '+2w',
        '--option',
        'A queue',
        '--option',
        'Polling',
        '--assume',
        'Low load :: The monthly peak',
        '--for-users',
        'No lost orders',
        '--affects',
        'src/**',
        '--reversible',
        'yes',
      ),
    );
    expect(begun.decision.standing).toMatchObject({
      state: 'proposed',
      owner: 'ada',
      clock: { decideBy: '2026-03-14', daysLeft: 14 },
    });
    expect(names()).toEqual(['20260228-use-a-queue.md']);
    expect(isMadr4(read('20260228-use-a-queue.md'))).toEqual([]);
    await json('extend', 'use', '--to', '2026-04-01', '--because', 'The load test comes first');
    const accepted = decisionAnswerSchema.parse(
      await json(
        'accept',
        'use',
        '--outcome',
        'Chosen option: "A queue", because orders are not lost',
        '--dissent',
        'bo: polling would do',
      ),
    );
    expect(accepted.decision.standing).toMatchObject({
      state: 'accepted',
      clock: { state: 'none', extensions: 1 },
      asks: null,
    });
    const failed = decisionAnswerSchema.parse(await json('assume', 'use', '--held', 'no'));
    expect(failed.decision.standing).toMatchObject({
      state: 'reopened',
      reopened: ['An assumption did not hold: Low load'],
    });
    expect((await decide()).stdout).toContain('open again');
    const other = decisionAnswerSchema.parse(await json('supersede', 'use', '--title', 'No queue'));
    expect(other.decision.standing.state).toBe('superseded');
    expect(read('20260228-use-a-queue.md')).toContain(
      'status: superseded by [20260228-no-queue](20260228-no-queue.md)\n',
    );
    expect(read('20260228-no-queue.md')).toContain('supersedes: [20260228-use-a-queue.md]\n');
    for (const name of names()) expect(isMadr4(read(name)), name).toEqual([]);
    expect(decisionListSchema.parse(await json('list', '--all')).notes).toEqual([]);
  });

  it('is not accepted without exactly one owner, nor extended without a reason, and says what to do', async () => {
    const { decide } = decisionsIn({}, 'docs/decisions');
    await decide('new', 'Use a queue');
    const refused = await decide('accept', 'use');
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' });
    expect(refused.stderr).toContain('--owner NAME');
    expect(await decide('accept', 'use', '--owner', 'ada and bo')).toMatchObject({ exitCode: 2 });
    expect((await decide('extend', 'use')).stderr).toContain('--because');
    expect((await decide('accept', 'use', '--owner', 'ada')).exitCode).toBe(0);
  });
});

describe('a log that others write', () => {
  const files = { 'docs/adr/0001-use-a-queue.md': NYGARD, 'docs/adr/0002-use-polling.md': MADR2 };

  it('is edited where it says so, and keeps every other byte', async () => {
    const { json, read } = decisionsIn(files);
    await json('accept', '2');
    expect(read('0002-use-polling.md')).toBe(
      MADR2.replace('Status: proposed', 'Status: accepted')
        .replace('2024-05-06', '2026-02-28')
        .replace(/^/, '---\nowner: bo\n---\n\n'),
    );
    await json('supersede', '1', '--by', '2');
    expect(read('0001-use-a-queue.md')).toBe(
      NYGARD.replace('Accepted', 'Superseded by [0002-use-polling](0002-use-polling.md)'),
    );
    expect(read('0002-use-polling.md')).toContain('* Supersedes: [0001-use-a-queue](0001-use-a-queue.md)\n');
    expect(decisionListSchema.parse(await json('list', '--all')).notes).toEqual([]);
    // Done again, there is nothing to do.
    expect(decisionAnswerSchema.parse(await json('supersede', '1', '--by', '2')).deed).toBe('same');
  });

  it('gives a new one a number that is taken on no branch', async () => {
    const { repository, json, names } = decisionsIn(files);
    repository.commit({
      message: 'elsewhere',
      branch: 'topic',
      parents: [repository.git('rev-parse', 'main')],
      files: { 'docs/adr/0007-on-a-branch.md': '# 7. On a branch\n' },
    });
    await json('new', 'Use both', '--owner', 'ada');
    expect(names()).toEqual(['0001-use-a-queue.md', '0002-use-polling.md', '0008-use-both.md']);
  });

  it('has both ends of a supersession, or neither', async () => {
    const broken = `---\nstatus: accepted\n  bad: [\n---\n# Old\n\n## Status\n\nAccepted\n`;
    const { decide, read, names } = decisionsIn({ ...files, 'docs/adr/0003-old.md': broken });
    const before = names().map(read);
    const { exitCode, stderr } = await decide('supersede', '3', '--by', '2');
    expect([exitCode, stderr.split('\n').length]).toEqual([1, 3]);
    expect(names().map(read)).toEqual(before);
  });

  it('begins no decision that the older one cannot name, and lets none take the place of its successor or be rejected', async () => {
    const broken = `---\nstatus: accepted\n  bad: [\n---\n# Old\n\n## Status\n\nAccepted\n`;
    const { decide, json, read, names } = decisionsIn({ ...files, 'docs/adr/0003-old.md': broken });
    expect((await decide('supersede', '3', '--title', 'Anew')).exitCode).not.toBe(0);
    expect(names()).toHaveLength(3);
    await json('supersede', '1', '--by', '2');
    const before = names().map(read);
    const circle = await decide('supersede', '2', '--by', '1');
    expect([circle.exitCode, circle.stderr]).toEqual([2, expect.stringContaining('they would supersede one another')]);
    expect(names().map(read)).toEqual(before);
    await json('new', 'Neither', '--owner', 'ada');
    await json('reject', '4', '--because', 'no');
    const rejected = await decide('supersede', '2', '--by', '4');
    expect([rejected.exitCode, rejected.stderr]).toEqual([2, expect.stringContaining('0004-neither is rejected')]);
    expect(rejected.stderr).toContain('fortnight decide propose 0004-neither --because');
  });

  it('tells its history and how long decisions took, from git', async () => {
    const { repository, json } = decisionsIn(files);
    repository.commit({
      message: 'decide',
      at: 1_704_067_200 + 10 * 86_400,
      files: { 'docs/adr/0002-use-polling.md': MADR2.replace('proposed <', 'accepted <') },
    });
    repository.checkout();
    const shown = decisionAnswerSchema.parse(await json('show', '2'));
    expect(shown.history.map(({ status }) => status)).toEqual(['accepted', 'proposed']);
    const { latency, coverage } = decisionEvidenceSchema.parse(await json('evidence'));
    expect(latency).toMatchObject({
      median: null,
      count: 1,
      decidedAtOnce: 1,
      decisions: [{ id: '0002-use-polling', days: 10 }],
    });
    expect(coverage).toMatchObject({ share: null, uncovered: [] });
  });
});

describe('what confirms a decision', () => {
  it('is a measure that is asked, or a command that is shown and never run', async () => {
    const { json, decide, repository } = decisionsIn({}, 'docs/decisions');
    await json('new', 'Use a queue', '--confirm', 'run: touch ran', '--owner', 'ada');
    await json('accept', 'use');
    const { stdout } = await decide('confirm', 'use');
    expect(stdout).toContain('touch ran');
    expect(stdout).toContain('does not run it');
    expect(readdirSync(repository.path)).not.toContain('ran');
    const failed = decisionConfirmSchema.parse(
      await json('confirm', 'use', '--held', 'no', '--saw', 'Orders were lost'),
    );
    expect(failed).toMatchObject({ recorded: 'no', decision: { standing: { state: 'reopened' } } });
    await json('set', 'use', '--confirm', 'truck-factor >= 1');
    expect(decisionConfirmSchema.parse(await json('confirm', 'use')).confirm).toMatchObject({
      kind: 'measure',
      measure: 'truck-factor',
      sign: '>=',
      bound: 1,
    });
    await json('set', 'use', '--confirm', 'no-such >= 1');
    expect(await decide('confirm', 'use')).toMatchObject({ exitCode: 2 });
  });
});
