import { DAY } from '../src/domain/window.ts';
import { ALICE, BOB, CAROL, type CommitScript, FIXTURE_START, fixtureRepository } from './git-fixture.ts';

/** The end of the window the team's screens are shown for: some days after its last change. */
export const TEAM_NOW = FIXTURE_START + 125 * DAY;

/** Somebody whose name tries to do more than be read. */
export const TRICKSTER = 'M\u001b[31mal\u202elory [x](http://evil.example) @team <mallory@example.com>';

/**
 * A team of four in one repository: Alice lands nearly all requests of the others, Carol alone knows the docs builder,
 * a trickster has touched the paths and subjects too. A release, a revert and a bot.
 */
export function teamRepository(): string {
  const repository = fixtureRepository({ name: 'engine' });
  const scripts: CommitScript[] = [
    {
      message: 'Start',
      name: 'main-0',
      files: {
        'src/parser/read.ts': 'read\n',
        'src/server/main.ts': 'main\n',
        'src/builder/build.ts': 'build\n',
        'README.md': 'engine\n',
      },
    },
  ];
  const authors = [BOB, CAROL, BOB, BOB, TRICKSTER];
  for (let number = 1; number <= 60; number += 1) {
    const at = FIXTURE_START + number * 2 * DAY;
    const author = authors[number % authors.length] ?? BOB;
    const area = author === CAROL ? 'builder' : number % 3 === 0 ? 'parser' : 'server';
    const files = { [`src/${area}/part-${number % 7}.ts`]: `part ${number}\n` };
    const topic: CommitScript = {
      message: `Work on the ${area}, part ${number}${author === TRICKSTER ? ' \u001b]8;;http://evil.example\u0007' : ''}`,
      author,
      at,
      parents: [`main-${number - 1}`],
      branch: 'topic',
      files,
      name: `topic-${number}`,
    };
    const merge: CommitScript = {
      message: `Merge pull request #${number} from someone/topic-${number}\n\nWork on the ${area}`,
      author: number % 8 === 0 ? BOB : ALICE,
      at: at + DAY / 2,
      parents: [`main-${number - 1}`, `topic-${number}`],
      files,
      name: `main-${number}`,
    };
    scripts.push(topic, merge);
  }
  scripts.push(
    { message: 'Fix reading of empty files', at: FIXTURE_START + 121 * DAY, files: { 'src/parser/read.ts': 'more\n' } },
    {
      message: 'Bump left-pad from 1 to 2',
      author: 'dependabot[bot] <49699333+dependabot[bot]@users.noreply.github.com>',
      at: FIXTURE_START + 122 * DAY,
      files: { 'src/server/main.ts': 'bumped\n', 'src/x [a](evil.example) @team\u202e.ts': 'odd\n' },
    },
  );
  repository.commits(scripts);
  repository.git('branch', '-D', 'topic');
  repository.git('tag', '--annotate', '--message=First release', 'v1.0.0', 'main~1');
  repository.checkout();
  return repository.path;
}
