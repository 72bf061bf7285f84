import { describe, expect, it } from 'vitest';
import { fixtureRepository, writeInto } from '../../../test/git-fixture.ts';
import { forgeUrl } from './forge-url.ts';
import { parseGitConfig, readRepositoryConfig } from './repository-config.ts';

describe('the configuration of a repository', () => {
  it('is read as git reads it, but as text alone', () => {
    const text = `
# comment
[core] bare = true ; and a section header before a key
[Remote "My \\"origin\\""]
	URL = https://example.com/a b  # comment
	pushUrl = "quoted # value "
	long = one \\
two
	flag
[a.b]
	c = x\\ty
[include]
	path = /etc/passwd
broken line
[ "also" broken
`;
    expect(parseGitConfig(text)).toEqual([
      { key: 'core.bare', value: 'true' },
      { key: 'remote.My "origin".url', value: 'https://example.com/a b' },
      { key: 'remote.My "origin".pushurl', value: 'quoted # value ' },
      { key: 'remote.My "origin".long', value: 'one two' },
      { key: 'remote.My "origin".flag', value: '' },
      { key: 'a.b.c', value: 'x\ty' },
      { key: 'include.path', value: '/etc/passwd' },
    ]);
  });

  it.each([
    ['', { objectFormat: 'sha1', refStorage: 'files', isPromisor: false, originUrl: null }],
    ['[extensions]\nobjectFormat = sha256\nrefStorage = reftable', { objectFormat: 'sha256', refStorage: 'reftable' }],
    ['[extensions]\npartialClone = origin', { isPromisor: true }],
    ['[remote "origin"]\npromisor\nurl = x', { isPromisor: true, originUrl: 'x' }],
    ['[remote "origin"]\npromisor = false', { isPromisor: false }],
  ])('gives what reading its objects needs: %j', (text, expected) => {
    const repository = fixtureRepository({ bare: true });
    writeInto(repository.path, 'config', text);
    expect(readRepositoryConfig(repository.path)).toMatchObject(expected);
  });
});

describe('forgeUrl', () => {
  it.each([
    ['https://github.com/owner/repo.git', 'https://github.com/owner/repo'],
    ['https://user:secret@github.com/owner/repo', 'https://github.com/owner/repo'],
    ['git@github.com:owner/repo.git', 'https://github.com/owner/repo'],
    ['ssh://git@gitlab.com:2222/group/sub/repo.git/', 'https://gitlab.com/group/sub/repo'],
    ['git://codeberg.org/owner/repo', 'https://codeberg.org/owner/repo'],
    ['https://gitlab.example.com/a/b', 'https://gitlab.example.com/a/b'],
    ['git@bitbucket.org:owner/repo', 'https://bitbucket.org/owner/repo'],
    ['https://example.com/owner/repo', null],
    ['https://github.com.evil.example/owner/repo', null],
    ['https://github.com@evil.example/owner/repo', null],
    ['https://evil.example/@github.com/owner/repo', null],
    ['https://github.com/owner/../../evil', null],
    ['https://github.com/owner/re%70o', null],
    ['https://github.com/owner', null],
    ['https://github.com/owner/repo?x=<script>', null],
    ['ext::sh -c touch% /tmp/x', null],
    ['javascript://github.com/a/b', null],
    ['/home/somebody/repo', null],
    ['', null],
    [null, null],
  ])('makes of %j the web address %j', (remote, expected) => {
    expect(forgeUrl(remote)).toBe(expected);
  });
});
