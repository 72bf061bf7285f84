import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, column } from '../../test/ask.ts';
import type { LiteralTables } from '../../test/tables.ts';
import { removeGreedily, truckFactor } from './truck-factor.ts';

/** `ada A a.ts` lines: one commit each, oldest first. Files are those named, in area `core` unless under a folder. */
function history(...lines: string[]): LiteralTables {
  const parts = lines.map((line, i) => {
    const [author = '', status = '', path = ''] = line.split(' ');
    return { id: `k${i}`, author, status, path };
  });
  return {
    commits: parts.map(({ id, author }, i) => ({ id, author, change: id, committer_time: i })),
    file_changes: parts.map(({ id, status, path }) => ({ commit_id: id, status, path })),
    files: [...new Set(parts.map((p) => p.path))].map((path) => ({
      path,
      area: path.includes('/') ? (path.split('/')[0] ?? '') : 'core',
    })),
  };
}

describe('the truck factor', () => {
  it('is one where one person added most of the files', async () => {
    const report = await ask(truckFactor, history('ada A a.ts', 'ada A b.ts', 'ada A c.ts', 'bo A d.ts'));
    expect(report.figure).toBe(1);
    expect(report.answer).toBe('If one person left, more than half of the files would have no author: ada.');
    expect(column(report, 'lost')).toEqual([3]);
    expect(column(report, 'lost_lead')).toEqual([3]);
    expect(column(report, 'remain')).toEqual([['bo']]);
    expect(report.rows[0]?.evidence.map((e) => e.id)).toEqual(['k2', 'k1', 'k0']);
  });

  it('goes on while exactly half of the files still have an author', async () => {
    expect((await ask(truckFactor, history('ada A a.ts', 'bo A b.ts'))).figure).toBe(2);
  });

  it('counts modifications and renames, of the path and of what it was renamed from', async () => {
    const tables = history('ada A a.ts', ...Array.from({ length: 12 }, () => 'bo M old.ts'), 'bo R a.ts');
    const report = await ask(truckFactor, {
      ...tables,
      files: [{ path: 'a.ts', area: 'core' }],
      file_lineage: [
        { path: 'a.ts', ancestor: 'a.ts' },
        { path: 'a.ts', ancestor: 'old.ts' },
      ],
    });
    // ada: 3.293 + 1.098 - 0.321 ln 14 = 3.54; bo: 3.293 + 0.164 * 13 = 5.43; ada is at 0.65 of bo and no author.
    expect(report.answer).toContain('it is not ada');
    expect(column(report, 'lost')).toEqual([1]);
  });

  it('takes three quarters of the largest degree exactly', async () => {
    // bo: 3.293 + 0.164 * 5 = 4.113; ada: 3.293 + 1.098 - 0.321 ln 6 = 3.816, 0.93 of it: both are authors.
    const both = await ask(truckFactor, history('ada A a.ts', ...Array.from({ length: 5 }, () => 'bo M a.ts')));
    expect(both.figure).toBe(2);
    // bo: 3.293 + 0.164 - 0.321 ln 2 = 3.235, below 3.293: one modification beside one of ada's makes no author.
    const one = await ask(truckFactor, history('ada A a.ts', 'ada M a.ts', 'bo M a.ts'));
    expect(one.figure).toBe(1);
  });

  it('leaves out merges, commits that the head does not reach, and files that do not count', async () => {
    const tables = history('ada A a.ts', 'bo A b.ts', 'cy A c.ts', 'dee A d.md');
    const report = await ask(truckFactor, {
      ...tables,
      commits: (tables.commits ?? []).map((c) =>
        c.id === 'k1' ? { ...c, parent_count: 2 } : c.id === 'k2' ? { ...c, change: null } : c,
      ),
      files: (tables.files ?? []).map((f) => ({ ...f, is_counted: f.path !== 'd.md' })),
    });
    expect(report.answer).toBe('Already more than half of the files have nobody who can be called their author.');
    expect(column(report, 'files')).toEqual([3]);
    expect(report.confidence.because).toBe('It rests on 3 files, 2 of which nobody can be called an author of.');
  });

  it('says which areas lose their last author, most first, without naming who would go', async () => {
    const report = await ask(
      truckFactor,
      history('bo A x/a.ts', 'bo A y/a.ts', 'bo A y/b.ts', 'cy A x/b.ts', 'ada A z/a.ts'),
    );
    expect(column(report, 'area')).toEqual(['y', 'x', 'z']);
    expect(column(report, 'lost')).toEqual([2, 1, 0]);
    expect(column(report, 'remain')).toEqual([[], ['cy'], ['ada']]);
    expect(JSON.stringify(report)).not.toContain('"bo"');
  });

  it('needs files, and the whole history', async () => {
    expect(await ask(truckFactor, {})).toMatchObject({ figure: null, confidence: { level: 'none' } });
    const cut = await ask(truckFactor, { ...history('ada A a.ts'), repositories: [{ is_shallow: true }] });
    expect(cut).toMatchObject({ figure: null, confidence: { level: 'none' } });
  });

  it('removes as the plain loop over files does', () => {
    const PEOPLE = ['a', 'b', 'c', 'd', 'e'] as const;
    const set = fc.record({
      authors: fc.uniqueArray(fc.constantFrom(...PEOPLE)),
      files: fc.integer({ min: 1, max: 9 }),
    });
    fc.assert(
      fc.property(fc.array(set), (sets) => {
        const files = sets.reduce((sum, s) => sum + s.files, 0);
        const gone = new Set<string>();
        const count = (person: (typeof PEOPLE)[number]) =>
          sets.reduce((sum, s) => sum + (s.authors.includes(person) ? s.files : 0), 0);
        const covered = () => sets.reduce((sum, s) => sum + (s.authors.some((a) => !gone.has(a)) ? s.files : 0), 0);
        while (covered() * 2 >= files && covered() > 0) {
          const rest = PEOPLE.filter((p) => !gone.has(p) && count(p) > 0);
          gone.add(rest.sort((p, q) => count(q) - count(p) || (p < q ? -1 : 1))[0] ?? '');
        }
        expect([...removeGreedily(sets, files)].sort()).toEqual([...gone].sort());
      }),
    );
  });

  it('stays fast with a hundred thousand files of different authors', () => {
    const sets = Array.from({ length: 100_000 }, (_, i) => ({
      authors: [`p${i % 5000}`, `p${(i * 7) % 4999}`],
      files: 1,
    }));
    const started = performance.now();
    expect(removeGreedily(sets, sets.length).size).toBeGreaterThan(100);
    // A quadratic loop would take minutes.
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
