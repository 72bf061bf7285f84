import { globSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type OwnAbsence, outcomeBand } from '../src/absence/bands.ts';
import { shippedCalibration } from '../src/absence/calibration.ts';
import type { Dependence } from '../src/absence/dependence.ts';
import { COMMANDS } from '../src/cli/commands/index.ts';
import type { Calibration } from '../src/domain/calibration.ts';
import type { OutcomeBand } from '../src/domain/outcome-band.ts';
import { bandAnswer, bandSection } from '../src/report/bands.ts';
import { markdown } from '../src/report/markdown.ts';
import { terminal } from '../src/report/terminal.ts';
import { calibrations, dependences, ownAbsences } from './absence-arbitraries.ts';
import { documents, PROJECT } from './documented.ts';
import { temporaryFolder } from './git-fixture.ts';
import { breaches, jsonBreaches, pageBreaches, type Said } from './must-not.ts';
import { MUST_NOT } from './must-not-rules.ts';
import { sentencesIn } from './said-in-source.ts';

const PEOPLE = ['Ada Arch', 'Bo Bridge', 'Cy Cove'];
const TOLD: Said = { belowFloor: true, person: 'Ada Arch', people: PEOPLE };

describe.each(MUST_NOT)('the rule $name', (rule) => {
  it.each(rule.catches)('catches: %s', (sentence) => {
    expect(breaches(sentence, TOLD).map((breach) => breach.rule)).toContain(rule.name);
  });
  it.each(rule.allows)('allows: %s', (sentence) => {
    expect(breaches(sentence, TOLD).filter((breach) => breach.rule === rule.name)).toEqual([]);
  });
});

describe('reading a text', () => {
  const rules = (text: string, said: Said = {}) => breaches(text, said).map((breach) => breach.rule);
  it('joins lines that a screen broke', () => {
    expect(rules('In the past work nearly stopped in 52%\n(29–75%) of 25 absences.')).toEqual([]);
    expect(rules('The work of bo will\nstall.')).toEqual(['forecast']);
  });
  it('keeps sentences apart: a count in one is none in the next', () => {
    expect(rules('There were 25 absences. Work nearly stopped in 52% (29–75%).')).toEqual(['bare-percentage']);
  });
  it('does not let a denial excuse what comes after it', () => {
    expect(rules('This is not known; change 12 will wait.')).toEqual(['forecast']);
  });
  it('leaves code out', () => {
    expect(rules('It never prints `52%`.\n\n```\nwork will stall\n```\n')).toEqual([]);
  });
  it('takes percentages on a page of agreement for distances, unless beside an outcome', () => {
    expect(rules('Usual work lies within 10 %.', { isAgreement: true })).toEqual([]);
    expect(rules('Of them 52 % nearly stopped.', { isAgreement: true })).toEqual(['bare-percentage']);
  });
  it('concludes nothing of a floor nobody mentioned', () => {
    expect(rules('A prior of nobody.')).toEqual([]);
  });
});

describe('reading data', () => {
  const rules = (value: unknown, said = TOLD) =>
    jsonBreaches(value, said).map((breach) => `${breach.rule} ${breach.within}`);
  it.each<[string, unknown, string]>([
    ['a share without its interval', { rows: [{ share: 0.5, of: 3 }] }, 'bare-percentage $.rows[0]'],
    [
      'a number beside another’s name',
      { cover: [{ name: 'Bo Bridge', changes: 3 }] },
      'figure-beside-a-name $.cover[0]',
    ],
    ['a number inside something of another', { name: 'Bo Bridge', load: { weekly: 3 } }, 'figure-beside-a-name $'],
    ['numbers by name', { landed: { 'Bo Bridge': 3 } }, 'figure-beside-a-name $.landed'],
    ['names out of order', { people: ['Cy Cove', 'Bo Bridge'] }, 'names-out-of-order $.people'],
    ['a conclusion below the floor', { absence: { prior: 0.4 } }, 'verdict-below-floor $.absence'],
    ['a sentence', { notes: ['Work will stall.'] }, 'forecast $.notes[0]: Work will stall.'],
  ])('catches %s', (_, value, breach) => {
    expect(rules(value)).toEqual([breach]);
  });
  it('allows what helps: names in order beside an area’s figures, the person asked about, no band', () => {
    expect(
      rules({
        person: 'Ada Arch',
        changes: 12,
        areas: [{ area: 'core', changes: 3, cover: { people: ['Bo Bridge', 'Cy Cove'] } }],
        band: { verdict: 'none' },
        visibility: { share: 0.5, low: 0.4, high: 0.6, of: 90 },
      }),
    ).toEqual([]);
  });
});

describe('reading a source', () => {
  it('finds what is said, and nothing else', () => {
    const folder = temporaryFolder('said');
    writeFileSync(
      join(folder, 'a.ts'),
      [
        "import x from 'of no interest here';",
        "type T = 'a type says nothing';",
        '// a comment says nothing either',
        "const a = 'two words';",
        "const b = 'It will stall today';",
        `const c = \`Of $\{x} changes $\{a} will wait\`;`,
      ].join('\n'),
    );
    expect(sentencesIn(folder, 'a.ts')).toEqual(['It will stall today', 'Of … changes … will wait']);
  });
});

describe('what is said of outcome bands', () => {
  const band = fc.tuple(calibrations, dependences, ownAbsences);
  const saidOf = (outcome: OutcomeBand): Said => ({ ...TOLD, belowFloor: outcome.verdict === 'none' });
  const each = (check: (outcome: OutcomeBand, said: Said) => void) =>
    fc.assert(
      fc.property(band, ([calibration, dependence, own]: [Calibration, Dependence, readonly OwnAbsence[]]) => {
        const outcome = outcomeBand(calibration, dependence, own);
        check(outcome, saidOf(outcome));
      }),
    );

  it('breaks no rule, on a page, on a narrow screen or in Markdown', () => {
    each((outcome, said) => {
      const page = { blocks: [bandSection(outcome, 'Ada Arch')] };
      expect(pageBreaches(page, said)).toEqual([]);
      expect(breaches(terminal(page, { width: 80, unicode: true, colour: false }), said)).toEqual([]);
      expect(breaches(markdown(page), said)).toEqual([]);
      expect(breaches(bandAnswer(outcome, 'Ada Arch'), said)).toEqual([]);
    });
  });
  it('breaks none as data', () => {
    each((outcome, said) => {
      expect(jsonBreaches(outcome, said)).toEqual([]);
    });
  });
  it('always says how much of the landing is seen', () => {
    each((outcome) => {
      const text = JSON.stringify(bandSection(outcome, 'Ada Arch'));
      if (outcome.verdict === 'band' || outcome.why === 'hidden-landing')
        expect(text).toMatch(/ho landed (?:a change )?is known for/);
      if (outcome.verdict === 'band') expect(bandAnswer(outcome, 'Ada Arch')).toContain('is known for');
    });
  });
  it('names both branches wherever there is a band', () => {
    each((outcome) => {
      if (outcome.verdict === 'none') return;
      const text = JSON.stringify(bandSection(outcome, 'Ada Arch'));
      for (const part of ['Who else may land this, and does anyone?', 'If nobody does: ', 'If somebody does: ']) {
        expect(text).toContain(part);
      }
    });
  });
  it('breaks none in the words of the calibration it comes with', () => {
    expect(jsonBreaches(shippedCalibration.source)).toEqual([]);
    expect(jsonBreaches(shippedCalibration.byEye)).toEqual([]);
  });
});

describe('what is written down', () => {
  it('in the source of the product: every literal sentence of more than two words', () => {
    const said = globSync('src/**/*.{ts,tsx}', { cwd: PROJECT })
      .filter((path) => !/\.test\.tsx?$/.test(path))
      .sort()
      .flatMap((path) => sentencesIn(PROJECT, path).map((text) => ({ path, text })));
    expect(said.length).toBeGreaterThan(1000);
    expect(said.flatMap(({ path, text }) => breaches(text).map((breach) => ({ path, ...breach })))).toEqual([]);
  });

  it.each(COMMANDS.map((command) => [command.name || 'fortnight', command] as const))(
    'the help of %s',
    (_, command) => {
      const texts = [
        command.summary,
        command.description,
        ...command.examples.map(({ does }) => does),
        ...command.arguments.map(({ doc }) => doc),
        ...command.options.map(({ doc }) => doc),
      ];
      expect(texts.flatMap((text) => breaches(text))).toEqual([]);
    },
  );

  const golden = join(PROJECT, 'test/golden');
  it.each(readdirSync(golden, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:txt|md)$/.test(name)))(
    'the screen %s',
    (name) => {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
      expect(breaches(readFileSync(join(golden, name), 'utf8').replace(/\u001b\[[\d;]*m/g, ''))).toEqual([]);
    },
  );

  /** Sections of documents that speak of absences; others, as of truck factors, have figures of their own kind. */
  const sections = documents().flatMap(({ path, text }) =>
    text
      .split(/^(?=#+ )/m)
      .filter((section) => /\babsen(?:ce|t)|\bhandover|\bvacation\b|\bretro\b/i.test(section))
      .map((section) => [`${path}: ${section.split('\n')[0]?.slice(0, 60)}`, section, path] as const),
  );
  it('is found', () => {
    expect(sections.length).toBeGreaterThan(0);
  });
  it.each(sections)('%s', (_, section, path) => {
    expect(breaches(section, { isAgreement: path === 'docs/validity.md' })).toEqual([]);
  });
});
