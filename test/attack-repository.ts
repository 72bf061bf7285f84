import { DAY } from '../src/domain/window.ts';
import { type CommitScript, FIXTURE_START, fixtureRepository } from './git-fixture.ts';

/** A moment after its last change, at which it is looked at. */
export const ATTACK_NOW = FIXTURE_START + 125 * DAY;

/** Sets this on the window of a page that runs it, and puts elements of this name into a page that parses it. */
export const ATTACKED = 'attacked';
export const ATTACK_ELEMENT = 'x-attack';

const RUN = `window.${ATTACKED}=1`;

/** What a stranger may write wherever text is free. */
const TEXTS = [
  `<script>${RUN}</script>`,
  `"><img src=x onerror="${RUN}"><${ATTACK_ELEMENT}>`,
  `</script></style></title></textarea><${ATTACK_ELEMENT}>`,
  `<svg onload=${RUN}><use href="https://evil.example/x.svg#x"/></svg>`,
  `<style>*{display:none}</style><link rel=stylesheet href=//evil.example/x.css>`,
  `<iframe srcdoc="<script>parent.${ATTACKED}=1</script>"></iframe><${ATTACK_ELEMENT}>`,
  `<meta http-equiv=refresh content="0;url=//evil.example"><base href=//evil.example>`,
  `[read](javascript:${RUN}) ![p](https://evil.example/p.png) <https://evil.example>`,
  `[x]: data:text/html,<script>${RUN}</script>`,
  `' onmouseover='${RUN}' x='`,
  `{{constructor.constructor('${RUN}')()}} \${${RUN}} <%= ${RUN} %>`,
  `<!--><${ATTACK_ELEMENT}>--> ]]> &lt;${ATTACK_ELEMENT}&gt; \u2028\u2029`,
  `\u202eecnaraeppa\u2066 \u200b\ufeff \u061c`,
  `=HYPERLINK("https://evil.example","x")`,
] as const;

/** What may stand in a name: git takes angle brackets and line ends out of it. */
const NAMES = [
  `Al" onmouseover="${RUN}" x="`,
  'constructor',
  'Bo \u202egnol\u2066 [x](javascript:alert) &lt;x-attack&gt;',
  '__proto__',
  `=cmd|' /C calc'!A0`,
] as const;

/** `fortnight.yml` gives names that git would not let through, of people and of areas. */
const CONFIGURATION = {
  people: [{ name: `"><img src=x onerror=${RUN}><${ATTACK_ELEMENT}>`, identities: ['mallory@example.com'] }],
  areas: {
    [`<script>${RUN}</script><${ATTACK_ELEMENT}>`]: ['src/one/'],
    __proto__x: ['src/two/'],
    constructor: ['src/three/'],
    [`"><${ATTACK_ELEMENT} onfocus=${RUN} autofocus tabindex=0>`]: ['src/four/'],
  },
};

const PATHS = [
  `src/one/<img src=x onerror=${RUN}>.ts`,
  `src/two/"><${ATTACK_ELEMENT}>.ts`,
  'src/three/javascript:alert(1).ts',
  'src/four/\u202ets.exe\u2066 [a](b).md',
  'src/four/__proto__',
  `src/five/{{x}}' onload='${RUN}.ts`,
] as const;

/** What git takes for a name of a branch or tag: no spaces, no `~^:?*[\`. */
const REFERENCE = `"><img/src=x/onerror=${RUN}><${ATTACK_ELEMENT}>`;

const DECISION = `---
status: proposed
deciders: '${TEXTS[1].replaceAll("'", "''")}'
decide-by: 2024-04-01
---
# ${TEXTS[0]} ${TEXTS[7]}

${TEXTS.join('\n\n')}
`;

/**
 * A history in which every text a stranger can choose tries to be more than text, enough of it that each page has figures
 * to show: names, subjects, bodies, paths, areas, branches, tags, decisions, and the address of its forge.
 */
export function attackRepository(forge = `javascript:${RUN}//github.com/a/b.git`): string {
  const repository = fixtureRepository({ name: `engine<${ATTACK_ELEMENT}>` });
  const [lead, ...others] = NAMES.map((name, index) => `${name} <person-${index}@example.com>`);
  const authors = [...others, 'Mallory <mallory@example.com>'];
  const scripts: CommitScript[] = [
    {
      message: TEXTS[0],
      name: 'main-0',
      author: lead ?? '',
      files: {
        ...Object.fromEntries(PATHS.map((path) => [path, 'start\n'])),
        'fortnight.yml': JSON.stringify(CONFIGURATION),
        'README.md': TEXTS.join('\n\n'),
        'docs/decisions/0001-attack.md': DECISION,
        CODEOWNERS: `* @"><${ATTACK_ELEMENT}>\n`,
      },
    },
  ];
  for (let number = 1; number <= 60; number += 1) {
    const at = FIXTURE_START + number * 2 * DAY;
    const place = number % PATHS.length;
    // One area has one author alone, so that there is something only one person knows.
    const author = (place === 2 ? authors[1] : authors[number % authors.length]) ?? '';
    const text = TEXTS[number % TEXTS.length] ?? '';
    const files = {
      [PATHS[place] ?? '']: `part ${number}\n`,
      [`src/${place === 2 ? 'three' : 'two'}/part-${number % 9}-${REFERENCE.replaceAll('/', '-')}.ts`]: `part ${number}\n`,
    };
    const from = number === 1 ? 'main-0' : `main-${number - 1}`;
    scripts.push(
      {
        message: `${text}\n\n${text}${number % 9 === 0 ? `\n\nReviewed-by: ${text.replaceAll(/[<>]/g, '')} <reviewer@example.com>` : ''}`,
        author,
        at,
        parents: [from],
        branch: 'topic',
        files,
        name: `topic-${number}`,
      },
      {
        message: `Merge pull request #${number} from someone/${REFERENCE}\n\n${text}`,
        author: number % 8 === 0 ? author : (lead ?? ''),
        at: at + DAY / 2,
        parents: [from, `topic-${number}`],
        files,
        name: `main-${number}`,
      },
    );
  }
  repository.commits(scripts);
  repository.git('branch', '-f', `open/${REFERENCE}`, 'topic');
  repository.git('branch', '-D', 'topic');
  repository.commits([
    {
      message: TEXTS[3],
      author: authors[0] ?? '',
      branch: `work/${REFERENCE}`,
      parents: ['main'],
      files: { 'src/one/open.ts': 'open\n' },
    },
  ]);
  for (const [place, version] of ['v1.0.0', 'v1.1.0', 'v1.2.0'].entries()) {
    repository.git('tag', '--annotate', `--message=${TEXTS[1]}`, `${version}-${REFERENCE}`, `main~${40 - 20 * place}`);
    repository.git('tag', '--annotate', `--message=${TEXTS[1]}`, version, `main~${40 - 20 * place}`);
  }
  repository.git('config', 'remote.origin.url', forge);
  repository.checkout();
  return repository.path;
}
