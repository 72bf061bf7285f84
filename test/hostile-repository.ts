import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ALICE,
  BOB,
  FIXTURE_START,
  type FixtureRepository,
  fixtureRepository,
  temporaryFolder,
  writeInto,
} from './git-fixture.ts';

/** A history with attributes, odd paths, a signed commit and messages that try things; then the same, set up as a trap. */
export function cleanHistory(): FixtureRepository {
  const clean = fixtureRepository();
  const text = `${Array.from({ length: 30 }, (_, i) => `line ${i}`).join('\n')}\n`;
  clean.commits([
    {
      message: 'begin',
      files: {
        '.gitattributes': '* diff=evil filter=evil merge=evil\n*.txt diff=evil working-tree-encoding=UTF-16\n',
        '.gitmodules': '[submodule "x"]\n\tpath = x\n\turl = --upload-pack=touch\n\tupdate = !touch pwned\n',
        '.mailmap': `Mallory <m@example.com> ${ALICE}\n`,
        'a.txt': text,
        '--output=pwned': 'x\n',
      },
    },
    {
      message: '\u001b]0;title\u0007\u001b[31mred\u202e\n\n:100644 100644 a b M\0x',
      author: BOB,
      files: { 'b.txt': `${text}!\n`, 'a.txt': null },
    },
    { message: 'third', committer: BOB, files: { 'c d.txt': '1\n' } },
  ]);
  const tree = clean.git('rev-parse', 'main^{tree}');
  const parent = clean.git('rev-parse', 'main');
  const signature = '-----BEGIN PGP SIGNATURE-----\n \n iQ==\n -----END PGP SIGNATURE-----';
  const signed = clean.gitWith(
    `tree ${tree}\nparent ${parent}\nauthor ${ALICE} ${FIXTURE_START + 90_000} +0000\n` +
      `committer ${ALICE} ${FIXTURE_START + 90_000} +0000\ngpgsig ${signature}\n\nsigned\n`,
    'hash-object',
    '-t',
    'commit',
    '-w',
    '--stdin',
  );
  clean.git('update-ref', 'refs/heads/main', signed);
  clean.git('tag', '-a', '-m', 'one', 'v1.0', 'main~1');
  clean.checkout();
  return clean;
}

const HOOKS = [
  ...['applypatch-msg', 'commit-msg', 'fsmonitor-watchman', 'post-checkout', 'post-commit', 'post-index-change'],
  ...['post-merge', 'post-receive', 'post-rewrite', 'post-update', 'pre-applypatch', 'pre-auto-gc', 'pre-commit'],
  ...[
    'pre-merge-commit',
    'pre-push',
    'pre-rebase',
    'pre-receive',
    'prepare-commit-msg',
    'proc-receive',
    'push-to-checkout',
  ],
  ...['reference-transaction', 'sendemail-validate', 'update'],
];

/** A copy of a repository in which everything that can name a program names one that leaves a mark in `marks`. */
export function trapped(clean: FixtureRepository): {
  path: string;
  gitDir: string;
  marks: () => string[];
  config: string;
} {
  const folder = temporaryFolder('trap');
  const path = join(folder, 'project');
  cpSync(clean.path, path, { recursive: true });
  const gitDir = join(path, '.git');
  const marked = join(folder, 'marks');
  mkdirSync(marked);
  const program = (name: string): string => {
    const file = join(folder, 'programs', name);
    writeInto(folder, join('programs', name), `#!/bin/sh\n: > "${join(marked, name)}"\ncat 2>/dev/null\nexit 0\n`);
    chmodSync(file, 0o755);
    return file;
  };
  writeInto(
    folder,
    'included',
    `[alias]\n\tlog = !${program('included-alias')}\n[core]\n\tpager = ${program('included-pager')}\n`,
  );
  writeInto(folder, 'order', 'c*\n');
  const config = `
[core]
	repositoryFormatVersion = 1
	fsmonitor = ${program('fsmonitor')}
	hooksPath = ${join(folder, 'hooks')}
	pager = ${program('pager')}
	editor = ${program('editor')}
	sshCommand = ${program('ssh')}
	askPass = ${program('askpass')}
	gitProxy = ${program('proxy')}
	alternateRefsCommand = ${program('alternate-refs')}
	attributesFile = ${join(folder, 'attributes')}
	excludesFile = ${join(folder, 'attributes')}
	worktree = /
	notesRef = refs/notes/evil
	precomposeUnicode = true
	quotePath = false
	abbrev = 4
	logAllRefUpdates = always
	untrackedCache = true
[pager]
	log = ${program('pager-log')}
	rev-list = ${program('pager-rev-list')}
	diff-tree = ${program('pager-diff-tree')}
	cat-file = ${program('pager-cat-file')}
	ls-tree = ${program('pager-ls-tree')}
[alias]
	rev-list = !${program('alias-rev-list')}
	diff-tree = !${program('alias-diff-tree')}
	cat-file = !${program('alias-cat-file')}
	ls-tree = !${program('alias-ls-tree')}
[include]
	path = ${join(folder, 'included')}
[includeIf "gitdir:/"]
	path = ${join(folder, 'included')}
[diff]
	external = ${program('diff-external')}
	renames = false
	renameLimit = 1
	orderFile = ${join(folder, 'order')}
	mnemonicPrefix = true
	noPrefix = true
	ignoreSubmodules = all
	algorithm = patience
[diff "evil"]
	command = ${program('diff-command')}
	textconv = ${program('textconv')}
	cachetextconv = true
	binary = true
[filter "evil"]
	clean = ${program('clean')}
	smudge = ${program('smudge')}
	process = ${program('process')}
	required = true
[merge "evil"]
	driver = ${program('merge-driver')}
[log]
	showSignature = true
	mailmap = true
	showRoot = false
	follow = true
	date = relative
	decorate = full
	excludeDecoration = *
	diffMerges = first-parent
[format]
	pretty = fuller
[gpg]
	program = ${program('gpg')}
[gpg "ssh"]
	program = ${program('gpg-ssh')}
	defaultKeyCommand = ${program('gpg-key')}
[gpg "x509"]
	program = ${program('gpg-x509')}
[i18n]
	logOutputEncoding = UTF-16
	commitEncoding = UTF-7
[mailmap]
	file = ${join(folder, 'mailmap')}
	blob = HEAD:.mailmap
[credential]
	helper = !${program('credential')}
[uploadpack]
	packObjectsHook = ${program('pack-objects')}
[remote "origin"]
	url = ext::${program('ext')}
	uploadpack = ${program('uploadpack')}
	promisor = false
[trailer "x"]
	command = ${program('trailer')}
	cmd = ${program('trailer-cmd')}
[trace2]
	eventTarget = ${join(marked, 'trace2')}
[extensions]
	worktreeConfig = true
[safe]
	directory = *
[gc]
	auto = 1
[maintenance]
	auto = true
`;
  writeFileSync(join(gitDir, 'config'), config);
  writeFileSync(join(gitDir, 'config.worktree'), config);
  writeInto(gitDir, 'info/attributes', '* diff=evil filter=evil\n');
  writeInto(folder, 'attributes', '* diff=evil filter=evil\n');
  writeInto(folder, 'mailmap', `Mallory <m@example.com> ${ALICE}\n`);
  for (const hooks of [join(gitDir, 'hooks'), join(folder, 'hooks')]) {
    mkdirSync(hooks, { recursive: true });
    for (const hook of HOOKS) {
      rmSync(join(hooks, hook), { force: true });
      symlinkSync(program(`hook-${hook}`), join(hooks, hook));
    }
  }
  return { path, gitDir, marks: () => readdirSync(marked).sort(), config };
}

/** Puts in what would change a figure or a walk without running anything: replacements, grafts, alternates, refs. */
export function falsify(gitDir: string, clean: FixtureRepository): void {
  const head = clean.git('rev-parse', 'main');
  const parent = clean.git('rev-parse', 'main~1');
  const first = clean.git('rev-parse', 'main~3');
  writeInto(gitDir, `refs/replace/${head}`, `${first}\n`);
  writeInto(gitDir, `refs/replace/${parent}`, `${first}\n`);
  writeInto(gitDir, 'info/grafts', `${head}\n`);
  writeInto(gitDir, 'objects/info/commit-graph', 'CGPH\u0001\u0001\u0009\u0000 this is no graph');
  writeInto(
    gitDir,
    'objects/info/alternates',
    '/dev\n../../../..\n/nonexistent/objects\n"\\057etc"\n--upload-pack=touch\n\n#x\n',
  );
  writeInto(gitDir, 'objects/info/http-alternates', 'http://example.com/\n');
  for (const name of ['--upload-pack=x', '-oProxyCommand=touch', '$(touch pwned)', '`touch pwned`', ';touch pwned']) {
    writeInto(gitDir, join('refs/heads', name), `${head}\n`);
  }
  writeInto(gitDir, 'refs/heads/loop-a', 'ref: refs/heads/loop-b\n');
  writeInto(gitDir, 'refs/heads/loop-b', 'ref: refs/heads/loop-a\n');
  writeInto(gitDir, 'refs/heads/up', 'ref: ../../../../../../etc/passwd\n');
  writeInto(gitDir, 'refs/heads/\u001b[31mred', `${head}\n`);
  symlinkSync('/etc/passwd', join(gitDir, 'refs/heads/outside'));
  symlinkSync('/etc', join(gitDir, 'refs/heads/outside-folder'));
  writeInto(
    gitDir,
    'packed-refs',
    `# pack-refs with: peeled fully-peeled sorted\n${clean.git('rev-parse', 'v1.0')} refs/tags/v1.0\n^${first}\n` +
      `${head} ../../../../etc/passwd\n${head} refs/heads/../../x\n${head} --exec=touch\nshort refs/heads/y\n`,
  );
}
