import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DAY } from '../src/domain/window.ts';
import { ALICE, BOB, type CommitScript, FIXTURE_START, fixtureRepository } from './git-fixture.ts';

export const PROJECT = fileURLToPath(new URL('..', import.meta.url));

export interface Document {
  /** Relative to the project. */
  readonly path: string;
  readonly text: string;
}

/** Every Markdown document of the project. */
export function documents(): Document[] {
  const roots = readdirSync(PROJECT).filter((name) => name.endsWith('.md'));
  const nested = readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  return [...roots, ...nested].sort().map((path) => ({ path, text: readFileSync(join(PROJECT, path), 'utf8') }));
}

/** Lines of a document with fenced and indented code left out. */
export function prose(text: string): string {
  return text.replaceAll(/^(```|~~~)[\s\S]*?^\1$/gm, '').replaceAll(/^( {4}|\t).*$/gm, '');
}

/** The command lines a document shows: in fenced blocks of shell, or indented. Comments and prompts are left out. */
export function commandLines(text: string): string[] {
  const fenced = [...text.matchAll(/^```(?:sh|console)\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '');
  const indented = text.replaceAll(/^```[\s\S]*?^```$/gm, '').match(/^ {4}\S.*$/gm) ?? [];
  return [...fenced.join('\n').split('\n'), ...indented]
    .map((line) =>
      line
        .trim()
        .replace(/^\$ /, '')
        .replace(/\s+#.*$/, ''),
    )
    .filter((line) => line !== '' && !line.startsWith('#'));
}

const BOB_AT_HOME = 'Bob Bridge <bob@home.example>';

/**
 * A small repository with something to say: two people, pull requests that one lands for the other, a direct commit and
 * a release. Returns its path.
 */
export function talkativeRepository(): string {
  const repository = fixtureRepository({ name: 'project' });
  const scripts: CommitScript[] = [
    { message: 'Start', files: { 'src/parser/read.ts': 'read\n', 'src/server/main.ts': 'main\n' }, name: 'main-0' },
  ];
  for (let number = 1; number <= 24; number += 1) {
    const at = FIXTURE_START + number * 2 * DAY;
    const area = number % 3 === 0 ? 'parser' : 'server';
    const files = { [`src/${area}/part-${number % 5}.ts`]: `part ${number}\n` };
    const before = `main-${number - 1}`;
    scripts.push(
      {
        message: `Work on the ${area}, part ${number}`,
        author: number === 5 ? BOB_AT_HOME : BOB,
        at,
        parents: [before],
        branch: 'topic',
        files,
        name: `topic-${number}`,
      },
      {
        message: `Merge pull request #${number} from bob/topic-${number}\n\nWork on the ${area}`,
        author: number % 4 === 0 ? BOB : ALICE,
        at: at + DAY / 2,
        parents: [before, `topic-${number}`],
        files,
        name: `main-${number}`,
      },
    );
  }
  scripts.push({
    message: 'Fix reading of empty files',
    at: FIXTURE_START + 51 * DAY,
    files: { 'src/parser/read.ts': 'more\n' },
  });
  repository.commits(scripts);
  repository.git('branch', '-D', 'topic');
  repository.git('tag', '--annotate', '--message=First release', 'v1.0.0', 'main');
  repository.checkout();
  return repository.path;
}
