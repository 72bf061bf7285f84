import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fixtureRepository } from '../../../test/git-fixture.ts';
import { journalKind } from '../../domain/records/journal.ts';
import { printRecord } from '../../records/record-file.ts';
import type { Opened } from '../open.ts';
import { exposedRecords } from './exposed-records.ts';

it('private records among the files of a repository are found, what only speaks of them is not', async () => {
  const repository = fixtureRepository({ name: 'shop' });
  const record = printRecord(journalKind, { title: 'Asked why', fields: {} });
  writeFileSync(join(repository.path, 'note.md'), record);
  writeFileSync(join(repository.path, 'about.md'), `# Records\n\n${record}`);
  const files = ['note.md', 'about.md', 'gone.md'].map((path) => ({ repository: 'shop', path }));
  const location = { name: 'shop', gitDir: repository.gitDir, commonDir: repository.gitDir, workTree: repository.path };
  const opened = {
    facts: { query: async () => files },
    workspace: { repositories: [{ name: 'shop', location }] },
  } as unknown as Pick<Opened, 'facts' | 'workspace'>;
  expect(await exposedRecords(opened)).toEqual([{ repository: 'shop', path: 'note.md' }]);
});
