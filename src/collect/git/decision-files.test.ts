import { describe, expect, it } from 'vitest';
import { fixtureRepository } from '../../../test/git-fixture.ts';
import type { MemoryFacts } from '../../../test/memory-facts.ts';
import { scanned } from '../../../test/scanned.ts';
import { DECISION_FILES } from './decision-files.ts';

describe('a decision record', () => {
  it.each([
    'docs/decisions/0001-a.md',
    'docs/adr/0001-a.md',
    'doc/adr/0001-a.md',
    'adr/a.markdown',
    'ADR/ADR001-a.MD',
    'docs/architecture/decisions/0001-a.md',
    'docs/architecture/decisions/infra/0001-a.md',
    'packages/web/docs/adr/20200927-a.md',
    'rfcs/text/0002-a.md',
    'docs/rfc/a.mdx',
    '"docs/adr/caf\\351.md"',
  ])('is %s', (path) => {
    expect(DECISION_FILES.isWanted(path)).toBe(true);
  });

  it.each([
    'docs/adr/README.md',
    'docs/adr/index.md',
    'docs/adr/template.md',
    'docs/adr/adr-template.md',
    'docs/adr/template-long.md',
    'docs/adr/0001-a.png',
    'docs/guide.md',
    'vendor/thing/docs/adr/0001-a.md',
    'web/node_modules/thing/adr/0001-a.md',
    'src/rfc/2822.md',
    'adr.md',
  ])('is not %s', (path) => {
    expect(DECISION_FILES.isWanted(path)).toBe(false);
  });
});

describe('the decision records at the head', () => {
  const paths = (facts: MemoryFacts) => facts.rows('decision_files').map(({ path }) => path);

  it('are read as text, links and submodules not followed', async () => {
    const repository = fixtureRepository();
    repository.commit({
      message: 'records',
      files: {
        'docs/adr/0001-a.md': '# A\n',
        'docs/adr/0002-b.md': Buffer.from('# B\xe9\n', 'latin1'),
        'docs/adr/0003-c.md': { mode: '120000', content: '../../secret.md' },
        'secret.md': '# Secret\n',
      },
    });
    const { facts, outcome } = await scanned(repository.path);
    expect(facts.rows('decision_files')).toEqual([
      { path: 'docs/adr/0001-a.md', content: '# A\n' },
      { path: 'docs/adr/0002-b.md', content: '# B\ufffd\n' },
    ]);
    expect(outcome.warnings).toEqual([]);
  });

  it('are bounded, each and together, and that is said', async () => {
    const repository = fixtureRepository();
    repository.commit({
      message: 'large',
      files: { 'adr/0001-a.md': 'x'.repeat((1 << 18) + 1), 'adr/0002-b.md': 'x'.repeat(1 << 18) },
    });
    const large = await scanned(repository.path);
    expect(paths(large.facts)).toEqual(['adr/0002-b.md']);
    expect(large.outcome.warnings).toEqual(['1 decision record was left out: it is too large, or together they are.']);
    const many = Array.from({ length: 2003 }, (_, i) => [`adr/more/${i}.md`, `# ${i}\n`]);
    repository.commit({ message: 'many', files: Object.fromEntries(many) });
    const { facts, outcome } = await scanned(repository.path);
    expect(paths(facts)).toHaveLength(2000);
    expect(paths(facts)).toContain('adr/0002-b.md');
    expect(outcome.warnings).toEqual(['5 decision records were left out: they are too large or too many.']);
  });

  it('are read again at each scan, whatever changed', async () => {
    const repository = fixtureRepository();
    repository.commit({ message: 'one', files: { 'adr/1.md': 'Status: proposed\n', 'adr/2.md': '# 2\n' } });
    const { facts } = await scanned(repository.path);
    repository.commit({ message: 'two', files: { 'adr/1.md': 'Status: accepted\n', 'adr/2.md': null } });
    await scanned(repository.path, facts);
    expect(facts.rows('decision_files')).toEqual([{ path: 'adr/1.md', content: 'Status: accepted\n' }]);
    await scanned(repository.path, facts);
    expect(paths(facts)).toEqual(['adr/1.md']);
  });
});
