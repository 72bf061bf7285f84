import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALICE, BOB, type CommitScript, FIXTURE_START, fixtureRepository } from '../../../test/git-fixture.ts';
import { MemoryFacts } from '../../../test/memory-facts.ts';
import { scanned } from '../../../test/scanned.ts';
import { locateRepository, scanGit } from './index.ts';

describe('a rescan', () => {
  it('reads only what is new and adds it', async () => {
    const repository = fixtureRepository();
    repository.commits([
      { message: 'one', files: { a: '1' } },
      { message: 'two', files: { a: '2' } },
    ]);
    const { facts } = await scanned(repository.path);
    const [three] = repository.commits([{ message: 'three', files: { b: '3' } }]);
    const read: string[] = [];
    const location = await locateRepository(repository.path);
    const outcome = await facts.take((previous, sink) =>
      scanGit(location, previous, {
        ...sink,
        commit(given) {
          read.push(given.commit.id);
          return sink.commit(given);
        },
      }),
    );
    expect(read).toEqual([three]);
    expect(outcome).toMatchObject({ mode: 'incremental', landings: 'appended', removed: [], headPosition: 2 });
  });

  it('says that nothing changed when no ref moved', async () => {
    const repository = fixtureRepository();
    repository.commit({ message: 'one', files: { a: '1' } });
    const { facts } = await scanned(repository.path);
    expect((await scanned(repository.path, facts)).outcome).toMatchObject({ mode: 'unchanged', landings: 'appended' });
  });

  it('takes out what a force push threw away, and gives the landings anew', async () => {
    const repository = fixtureRepository();
    const [one = '', two = ''] = repository.commits([{ message: 'one' }, { message: 'two' }]);
    const { facts } = await scanned(repository.path);
    repository.commits([{ message: 'another two', parents: [one] }]);
    const { outcome } = await scanned(repository.path, facts);
    expect(outcome).toMatchObject({ mode: 'incremental', removed: [two], landings: 'replaced', headPosition: 1 });
  });

  it('starts anew when git has collected the commits of before', async () => {
    const repository = fixtureRepository();
    const [one = ''] = repository.commits([{ message: 'one' }, { message: 'two' }]);
    const { facts } = await scanned(repository.path);
    repository.commits([{ message: 'another two', parents: [one] }]);
    repository.git('reflog', 'expire', '--expire=now', '--all');
    repository.git('gc', '-q', '--prune=now');
    const { outcome } = await scanned(repository.path, facts);
    expect(outcome.mode).toBe('full');
    expect(facts.everything()).toEqual((await scanned(repository.path)).facts.everything());
  });

  describe('where clocks were wrong, so that git lists too much as new or gone', () => {
    const late = FIXTURE_START + 1_000_000;

    /** `main` begins with a commit dated long after all that follow it. */
    function skewed() {
      const repository = fixtureRepository();
      const scripts: CommitScript[] = [{ message: 'future', at: late }];
      for (let i = 0; i < 20; i++) scripts.push({ message: `old ${i}`, at: 1000 + i });
      const [root = ''] = repository.commits(scripts);
      const side = () => repository.commit({ message: 'side', branch: 'side', parents: [root], at: late + 5 });
      const listed = (of: string, without: string) => repository.git('rev-list', of, `^${without}`).split('\n');
      return { repository, side, listed };
    }

    it('does not read an old commit as new again', async () => {
      const { repository, side, listed } = skewed();
      const { facts } = await scanned(repository.path);
      side();
      expect(listed('side', 'main')).toHaveLength(2);
      await scanned(repository.path, facts);
      expect(facts.everything()).toEqual((await scanned(repository.path)).facts.everything());
    });

    it('does not take out what a branch still reaches', async () => {
      const { repository, side, listed } = skewed();
      const gone = side();
      const { facts } = await scanned(repository.path);
      expect(listed('side', 'main')).toHaveLength(2);
      repository.git('update-ref', '-d', 'refs/heads/side');
      expect((await scanned(repository.path, facts)).outcome.removed).toEqual([gone]);
    });

    it('does not let an old commit land again', async () => {
      const { repository, side, listed } = skewed();
      const other = side();
      const { facts } = await scanned(repository.path);
      const head = repository.git('rev-parse', 'main');
      const merge = repository.commit({ message: 'merge', parents: [head, other], at: late + 6 });
      expect(listed(merge, head)).toHaveLength(3);
      expect((await scanned(repository.path, facts)).outcome).toMatchObject({ landings: 'appended', headPosition: 21 });
      expect(facts.everything()).toEqual((await scanned(repository.path)).facts.everything());
    });
  });

  it('gives exactly what a full scan gives, whatever was done to the repository in between', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
        async (rounds) => {
          const repository = fixtureRepository({ bare: true });
          const known: string[] = [];
          const facts = new MemoryFacts();
          for (const steps of rounds) {
            for (const action of steps) apply(repository, known, action);
            await scanned(repository.path, facts);
          }
          const full = await scanned(repository.path);
          expect(facts.everything()).toEqual(full.facts.everything());
        },
      ),
      { numRuns: 40 },
    );
  });
});

interface Step {
  readonly kind: 'commit' | 'merge' | 'rewind' | 'delete' | 'tag' | 'head' | 'detach';
  readonly branch: string;
  readonly pick: number;
  readonly pick2: number;
  readonly at: number;
  readonly file: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    { weight: 8, arbitrary: fc.constant('commit' as const) },
    { weight: 4, arbitrary: fc.constant('merge' as const) },
    { weight: 2, arbitrary: fc.constant('rewind' as const) },
    { weight: 1, arbitrary: fc.constantFrom('delete' as const, 'tag' as const, 'head' as const, 'detach' as const) },
  ),
  branch: fc.constantFrom('main', 'main', 'topic', 'other'),
  pick: fc.nat({ max: 1000 }),
  pick2: fc.nat({ max: 1000 }),
  // Clocks that are right, and clocks that are not.
  at: fc.oneof(
    fc.integer({ min: FIXTURE_START, max: FIXTURE_START + 100 }),
    fc.integer({ min: 1, max: 4_000_000_000 }),
  ),
  file: fc.constantFrom('a', 'b', 'dir/c', '.mailmap', 'package.json'),
});

/** Does one thing to the repository; whatever does not apply does nothing. */
function apply(repository: ReturnType<typeof fixtureRepository>, known: string[], action: Step): void {
  const any = known[action.pick % Math.max(known.length, 1)];
  const other = known[action.pick2 % Math.max(known.length, 1)];
  const ref = `refs/heads/${action.branch}`;
  const commit = { message: `${action.kind} ${action.pick}`, branch: action.branch, at: action.at };
  const files = { [action.file]: `${action.pick}\n` };
  switch (action.kind) {
    case 'commit':
      if (action.pick % 6 === 0) {
        // Enough commits in a row with dates of long ago to lead a walk by date astray.
        const row = Array.from({ length: 8 }, (_, i) => ({ ...commit, message: `row ${i}`, at: 1000 + i }));
        known.push(...repository.commits(row));
      }
      known.push(...repository.commits([{ ...commit, files, author: action.pick % 2 === 0 ? ALICE : BOB }]));
      break;
    case 'merge':
      if (any === undefined || other === undefined || any === other) return;
      known.push(...repository.commits([{ ...commit, parents: [any, other], files }]));
      break;
    case 'rewind':
      if (any !== undefined) repository.git('update-ref', ref, any);
      break;
    case 'delete':
      repository.git('update-ref', '-d', ref);
      break;
    case 'tag':
      if (any !== undefined) repository.git('tag', '-f', '-a', '-m', 'tag', `v${action.pick2 % 3}`, any);
      break;
    case 'head':
      repository.git('symbolic-ref', 'HEAD', ref);
      break;
    case 'detach':
      if (any !== undefined) repository.git('update-ref', '--no-deref', 'HEAD', any);
      break;
  }
}
