import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildStale } from '../scripts/build-stale.ts';
import { documentedScreen, printedScreen } from '../scripts/docs.ts';
import { EXIT } from '../src/domain/errors.ts';
import { MEASURES } from '../src/measures/index.ts';
import { commandLines, type Document, documents, PROJECT, prose, talkativeRepository } from './documented.ts';
import { temporaryFolder } from './git-fixture.ts';

const all = documents();
const text = (path: string) => readFileSync(join(PROJECT, path), 'utf8');

/** What in a document, between backticks, claims to be a path of this project. */
function pathsIn(document: Document): string[] {
  const quoted = [...prose(document.text).matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '');
  return quoted.filter((word) =>
    /^(?:(?:src|test|scripts|docs|\.ci)\/[\w./-]*|\.?[\w-]+\.(?:md|mjs|config\.ts)|(?:biome|knip|package|package-lock|tsconfig)\.json)$/.test(
      word,
    ),
  );
}

/** GitHub's names for the headings of a document. */
function anchorsOf(markdown: string): string[] {
  return [...prose(markdown).matchAll(/^#+ (.+)$/gm)].map((match) =>
    (match[1] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

describe.each(all.map((document) => [document.path, document] as const))('%s', (path, document) => {
  it('names only paths that exist', () => {
    expect(pathsIn(document).filter((named) => !existsSync(join(PROJECT, named)))).toEqual([]);
  });

  it('links only to what exists', () => {
    const links = [...prose(document.text).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1] ?? '');
    const broken = links.filter((link) => {
      if (/^https:\/\//.test(link)) return false;
      const [file = '', anchor] = link.split('#');
      const target = file === '' ? path : join(dirname(path), file);
      if (!existsSync(join(PROJECT, target))) return true;
      return anchor !== undefined && !anchorsOf(text(target)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });
});

const madr = z.object({
  status: z.union([z.enum(['proposed', 'accepted', 'rejected', 'deprecated']), z.string().regex(/^superseded by /)]),
  date: z.iso.date(),
  'decision-makers': z.string().min(1),
});

describe.each(globSync('docs/decisions/*', { cwd: PROJECT }).sort())('%s', (path) => {
  const [, matter = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text(path)) ?? [];
  const section = (name: string) =>
    new RegExp(`^## ${name}\\n([\\s\\S]*?)(?=^## |(?![\\s\\S]))`, 'm').exec(body)?.[1] ?? '';

  it('is a decision record in MADR form', () => {
    const date = madr.parse(parse(matter)).date;
    expect(path).toMatch(new RegExp(`/${date.replaceAll('-', '')}-[a-z0-9]+(-[a-z0-9]+)*\\.md$`));
    expect(body.match(/^# .+$/gm)).toHaveLength(1);
    expect(section('Context and Problem Statement').trim()).not.toBe('');
    expect(section('Considered Options').match(/^\* /gm)?.length).toBeGreaterThan(1);
    expect(section('Decision Outcome')).toMatch(/^Chosen option: "[^"]+"[,:]/m);
    expect(section('Decision Outcome')).toMatch(/^### Consequences$/m);
  });

  it('weighs only options that it considered', () => {
    const considered = section('Considered Options');
    const weighed = [...section('Pros and Cons of the Options').matchAll(/^### (.+)$/gm)].map(
      (match) => match[1] ?? '',
    );
    expect(weighed.filter((option) => !considered.includes(option))).toEqual([]);
  });
});

describe('the glossary', () => {
  const glossary = text('docs/glossary.md');

  it.each(MEASURES.map((measure) => [measure.id, measure.title]))('defines what `%s` measures', (id, title) => {
    const terms = glossary.split('\n').filter((line) => line.startsWith('**') && line.includes(`\`${id}\``));
    expect(terms, `a term for ${title}`).toHaveLength(1);
  });
});

describe('the README', () => {
  const readme = text('README.md');
  const scripts = Object.keys((JSON.parse(text('package.json')) as { scripts: object }).scripts);

  it('names every exit code', () => {
    for (const code of Object.values(EXIT)) expect(readme).toMatch(new RegExp(`^\\| ${code} +\\|`, 'm'));
  });

  it('names every environment variable that the program reads', () => {
    const sources = globSync('src/**/*.ts', { cwd: PROJECT }).filter((path) => !path.endsWith('.test.ts'));
    const read = sources.flatMap((path) => text(path).match(/\b(?:FORTNIGHT_(?!TEST_)|XDG_)[A-Z_]+\b/g) ?? []);
    expect([...new Set(read)].filter((name) => !readme.includes(name))).toEqual([]);
  });

  it('shows what the program prints (run `npm run docs`)', (context) => {
    const printed = printedScreen();
    if (printed === null) context.skip('the published histories are not here: set FORTNIGHT_SHARED');
    expect(documentedScreen()).toBe(printed);
  });

  it('has one command that sets up and starts, one that tests, and CI runs the latter', () => {
    expect(commandLines(readme)).toContain('npm ci && npm start -- PATH');
    expect(commandLines(readme)).toContain('npm ci && npm test');
    expect(text('.ci/run')).toMatch(/^npm ci <\/dev\/null\nnpm test <\/dev\/null$/m);
  });

  it.each(['README.md', 'CONTRIBUTING.md'])('and others name only scripts there are: %s', (path) => {
    const run = [...text(path).matchAll(/npm run ([\w:]+)/g)].map((match) => match[1] ?? '');
    expect(run.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});

describe('every example of the README', () => {
  const lines = commandLines(text('README.md')).filter((line) => /^(npx )?fortnight( |$)/.test(line));
  /** These go on until they are stopped. */
  const isServer = (line: string) => /^fortnight (serve|--open)\b/.test(line);
  const examples = lines.filter((line) => !isServer(line));
  const main = join(PROJECT, 'src/cli/main.ts');
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: temporaryFolder('home'),
    FORTNIGHT_DATA_DIR: temporaryFolder('data'),
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
  };
  let repository = '';
  beforeAll(() => {
    buildStale();
    repository = talkativeRepository();
  });

  it('shows more than a few', () => expect(examples.length).toBeGreaterThan(8));

  it.each(lines.filter(isServer))('serves until it is stopped: %s', async (line) => {
    const shell = `exec "$NODE" "$MAIN" ${line.replace(/^fortnight /, '')}\n`;
    const server = spawn('bash', ['--norc', '-eu', '-c', shell], {
      cwd: repository,
      env: { ...env, NODE: process.execPath, MAIN: main },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [printed] = (await once(server.stdout, 'data')) as [Buffer];
    expect(printed.toString()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+\n$/);
    server.kill('SIGINT');
    expect(await once(server, 'exit')).toEqual([0, null]);
  });

  it.each(examples)('runs: %s', (line) => {
    const command = line.replace(/^npx /, '');
    const shell = `fortnight() { "$NODE" "$MAIN" "$@"; }\n${command}\n`;
    const run = spawnSync('bash', ['--norc', '-eu', '-o', 'pipefail', '-c', shell], {
      cwd: repository,
      env: { ...env, NODE: process.execPath, MAIN: main },
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(run.stdout).not.toBe('');
  });
});
