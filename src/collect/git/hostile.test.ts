import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  ALICE,
  BOB,
  FIXTURE_START,
  type FixtureRepository,
  fixtureRepository,
  openFixture,
  temporaryFolder,
  writeInto,
} from '../../../test/git-fixture.ts';
import type { MemoryFacts } from '../../../test/memory-facts.ts';
import { scanned } from '../../../test/scanned.ts';
import { locateRepository, quickFingerprint } from './index.ts';

/** A history with attributes, odd paths, a signed commit and messages that try things; then the same, set up as a trap. */
function cleanHistory(): FixtureRepository {
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
function trapped(clean: FixtureRepository): { path: string; gitDir: string; marks: () => string[]; config: string } {
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
function falsify(gitDir: string, clean: FixtureRepository): void {
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

/** Every file below a folder: what it is, when it was changed, and what is in it. */
function pictureOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((name) => {
      const path = join(folder, name);
      const stat = lstatSync(path, { bigint: true });
      const content = stat.isSymbolicLink() ? readlinkSync(path) : stat.isFile() ? readFileSync(path) : '';
      const hash = createHash('sha256').update(content).digest('hex');
      return [name, stat.mode, stat.mtimeNs, stat.ctimeNs, stat.size, hash].join(' ');
    });
}

/** What the history says, without the refs, to which a trap adds its own. */
function historyOf(facts: MemoryFacts): unknown {
  return [facts.commits(), facts.landings(), facts.rows('head_files'), facts.rows('documents')];
}

/** A hostile environment for this very process, as one that was started from a hook or a wrapper may have. */
function withHostileEnvironment<T>(values: Record<string, string>, run: () => Promise<T>): Promise<T> {
  const before = { ...process.env };
  Object.assign(process.env, values);
  return run().finally(() => {
    for (const name of Object.keys(values)) delete process.env[name];
    Object.assign(process.env, before);
  });
}

describe('a hostile repository', () => {
  it('is a trap indeed: plain git runs what it names and tells another history', () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    const env = { PATH: process.env.PATH ?? '', HOME: '/nonexistent' };
    const plain = (...args: string[]) => spawnSync('git', ['-C', trap.path, ...args], { env, encoding: 'utf8' });
    const rewriteConfig = (line: RegExp) => {
      for (const name of ['config', 'config.worktree']) {
        const file = join(trap.gitDir, name);
        writeFileSync(file, readFileSync(file, 'utf8').replace(line, ''));
      }
    };
    // With a work tree elsewhere there would be no attributes, and a filter that fails would end git before the rest.
    rewriteConfig(/^\tworktree = .*\n/m);
    plain('log');
    expect(trap.marks()).toEqual(['gpg']);
    plain('status');
    plain('log', '-p');
    rewriteConfig(/^\tprocess = .*\n/m);
    plain('log', '-p');
    plain('log', '-p', '--ext-diff');
    expect(trap.marks()).toEqual(
      expect.arrayContaining(['diff-command', 'fsmonitor', 'gpg', 'process', 'smudge', 'textconv']),
    );
    rmSync(join(trap.gitDir, 'config'));
    rmSync(join(trap.gitDir, 'config.worktree'));
    writeFileSync(join(trap.gitDir, 'config'), '[core]\n\trepositoryFormatVersion = 0\n');
    falsify(trap.gitDir, clean);
    rmSync(join(trap.gitDir, 'objects/info/commit-graph'));
    expect(plain('log', '--format=%s', 'main').stdout).not.toBe(clean.git('log', '--format=%s', 'main'));
  });

  it('runs nothing, changes nothing and falsifies nothing, in a full scan and in a rescan', async () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    falsify(trap.gitDir, clean);
    const before = pictureOf(trap.path);
    const evil = join(temporaryFolder('evil'), 'program');
    writeFileSync(evil, `#!/bin/sh\n: > "${evil}.ran"\n`, { mode: 0o755 });
    const environment = {
      GIT_EXTERNAL_DIFF: evil,
      GIT_PAGER: evil,
      GIT_SSH_COMMAND: evil,
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.fsmonitor',
      GIT_CONFIG_VALUE_0: evil,
      GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${evil}'`,
      GIT_DIR: trap.gitDir,
      GIT_WORK_TREE: '/',
      GIT_TRACE: `${evil}.trace`,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: '/dev',
      GIT_REPLACE_REF_BASE: 'refs/heads/',
      GIT_EXEC_PATH: '/nonexistent',
    };
    await withHostileEnvironment(environment, async () => {
      const { facts } = await scanned(trap.path);
      await quickFingerprint(await locateRepository(trap.path));
      const rescan = await scanned(trap.path, facts);
      expect(rescan.outcome.mode).toBe('unchanged');
    });
    const { facts, outcome } = await scanned(trap.path);
    expect(trap.marks()).toEqual([]);
    expect(existsSync(`${evil}.ran`) || existsSync(`${evil}.trace`)).toBe(false);
    expect(pictureOf(trap.path)).toEqual(before);
    expect(historyOf(facts)).toEqual(historyOf((await scanned(clean.path)).facts));
    expect(outcome).toMatchObject({ isPartial: false, isShallow: false, forgeUrl: null });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: none may reach a screen
    expect(outcome.warnings.join('')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
  });

  it('runs nothing either when something new is read, or when objects are missing', async () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    const { facts } = await scanned(trap.path);
    clean.commit({ message: 'newer', files: { 'z.txt': 'z\n' } });
    cpSync(join(clean.gitDir, 'objects'), join(trap.gitDir, 'objects'), { recursive: true });
    writeInto(trap.gitDir, 'refs/heads/main', `${clean.git('rev-parse', 'main')}\n`);
    expect((await scanned(trap.path, facts)).outcome.mode).toBe('incremental');
    expect(historyOf(facts)).toEqual(historyOf((await scanned(clean.path)).facts));

    const packs = join(trap.gitDir, 'objects/pack');
    for (const name of readdirSync(packs).filter((file) => file.endsWith('.pack'))) {
      const pack = readFileSync(join(packs, name));
      for (const file of readdirSync(packs)) if (file.startsWith(name.slice(0, -4))) rmSync(join(packs, file));
      openFixture(clean.path).gitWith(pack, `--git-dir=${trap.gitDir}`, 'unpack-objects', '-q');
    }
    const trapConfig = readFileSync(join(trap.gitDir, 'config'), 'utf8');
    writeFileSync(join(trap.gitDir, 'config'), `${trapConfig}[remote "origin"]\n\tpromisor = true\n`);
    for (const lost of ['main~2^{tree}', 'main~4:a.txt', 'main:z.txt']) {
      const id = clean.git('rev-parse', lost);
      rmSync(join(trap.gitDir, 'objects', id.slice(0, 2), id.slice(2)), { force: true });
    }
    const marks = trap.marks();
    const before = pictureOf(trap.path);
    expect((await scanned(trap.path)).outcome.isPartial).toBe(true);
    const lost = clean.git('rev-parse', 'main~2');
    rmSync(join(trap.gitDir, 'objects', lost.slice(0, 2), lost.slice(2)), { force: true });
    const walked = await scanned(trap.path);
    expect(walked.outcome.warnings.join(' ')).toContain('missing or damaged');
    expect(trap.marks()).toEqual(marks);
    expect(marks).toEqual([]);
    expect(pictureOf(trap.path).length).toBeLessThanOrEqual(before.length);
  });

  it('cannot cut its history by a commit-graph file that lies', async () => {
    const clean = cleanHistory();
    const expected = (await scanned(clean.path)).facts.everything();
    clean.git('commit-graph', 'write', '--reachable');
    const file = join(clean.gitDir, 'objects/info/commit-graph');
    const graph = readFileSync(file);
    const chunk = graph.indexOf('CDAT');
    const data = Number(graph.readBigUInt64BE(chunk + 4));
    // Rows of tree id, two parents, generation and date: no commit has a parent any more.
    for (let row = 0; row < 4; row++) graph.writeUInt32BE(0x70000000, data + row * 36 + 20);
    chmodSync(file, 0o644);
    writeFileSync(file, graph);
    expect(clean.git('rev-list', '--count', 'main')).toBe('1');
    expect((await scanned(clean.path)).facts.everything()).toEqual(expected);
  });

  it('cannot make git wait for a named pipe in the place of an object or a ref', async () => {
    const clean = cleanHistory();
    const trap = trapped(clean);
    const pipe = (path: string) => {
      mkdirSync(join(path, '..'), { recursive: true });
      expect(spawnSync('mkfifo', [path]).status).toBe(0);
    };
    pipe(join(trap.gitDir, 'refs/heads/pipe'));
    rmSync(join(trap.gitDir, 'config'));
    pipe(join(trap.gitDir, 'config'));
    expect((await scanned(trap.path)).facts.commits()).toHaveLength(4);
    const alternate = join(temporaryFolder('alternate'), 'objects');
    pipe(join(alternate, 'pack', 'pack-0000.idx'));
    writeInto(trap.gitDir, 'objects/info/alternates', `${alternate}\n`);
    await expect(scanned(trap.path)).rejects.toMatchObject({ code: 'odd-object-store' });
  });
});
