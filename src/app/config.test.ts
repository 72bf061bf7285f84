import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { EMPTY_CONFIG } from '../domain/config.ts';
import { FortnightError } from '../domain/errors.ts';
import type { RepositoryLocation } from '../domain/repository.ts';
import { editConfigText, MAX_CONFIG_BYTES, parseConfigText, readConfig, replaceConfig } from './config.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function workTree(): RepositoryLocation & { workTree: string } {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'config-')));
  folders.push(root);
  const path = join(root, 'repo');
  mkdirSync(path);
  return { name: 'repo', gitDir: join(path, '.git'), commonDir: join(path, '.git'), workTree: path };
}

const none = async (): Promise<null> => null;

/** The error's words, or the configuration when there is none. */
function wrong(text: string): string {
  try {
    return JSON.stringify(parseConfigText(text));
  } catch (error) {
    if (!(error instanceof FortnightError)) throw error;
    return error.message;
  }
}

describe('fortnight.yml', () => {
  it('may be empty, or comments alone', () => {
    expect(parseConfigText('')).toEqual(EMPTY_CONFIG);
    expect(parseConfigText('# nothing yet\n')).toEqual(EMPTY_CONFIG);
  });

  it('names people, areas and files', () => {
    const text = 'people:\n  - name: Ada Byron\n    identities: [ada@a.example]\nareas:\n  core: [src/**]\n';
    expect(parseConfigText(text)).toMatchObject({
      people: [{ name: 'Ada Byron', identities: ['ada@a.example'] }],
      areas: { core: ['src/**'] },
    });
  });

  it.each([
    ['people:\n  - nam: x', /line 2/],
    ['lead: Ada\npepole: []', /line 2.*"pepole"/],
    ['people:\n  - name: x\n    kind: robot', /people\.0\.kind, line 3/],
    ['a: [', /line 1/],
    ['lead: x\nlead: y', /line 2: "lead" stands there twice/],
    ['areas: {core: ["../x"]}', /areas\.core\.0, line 1.*cannot leave/],
    ['x: 1\n---\ny: 2', /line 2.*more than one document/],
    ['- a\n- b', /expected object/],
    ['? [a]\n: b', /no plain text/],
    ['lead: !!js/function "x"', /line 1/],
  ])('%j is refused with its place', (text, words) => expect(wrong(text)).toMatch(words));

  it('is refused when it folds out by aliases', () => {
    const levels = 'abcdefghi'.split('');
    const bomb = levels.map((k, i) => `${k}: &${k} [${Array(9).fill(i === 0 ? 'x' : `*${levels[i - 1]}`)}]`).join('\n');
    expect(wrong(bomb)).toMatch(/aliases/);
  });

  it('is refused when it is larger than its limit', () => {
    expect(wrong(`# ${'x'.repeat(MAX_CONFIG_BYTES)}`)).toMatch(/larger than 256 KiB/);
  });

  it.each([
    ['opening brackets', '['],
    ['opening braces', '{a: '],
    ['dashes', '- '],
    ['question marks', '? '],
    ['closing brackets', ']'],
    ['closing braces\n', '}\n'],
    ['aliases', '*a '],
    ['anchors', '&a '],
    ['tags', '!!str '],
    ['keys', 'a: '],
    ['directives', '%YAML 1.2\n'],
  ])('takes time in proportion to its length: %s', (_name, piece) => {
    const started = performance.now();
    wrong(piece.repeat(Math.floor(50_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('takes thirty thousand keys', () => {
    const started = performance.now();
    wrong(Array.from({ length: 20_000 }, (_, i) => `k${i}: 1`).join('\n'));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

const yamlPiece = fc.constantFrom(
  'people:',
  'lead: ',
  'areas: ',
  'split:',
  'files:',
  'name: x',
  '- ',
  '  ',
  '\n',
  ': ',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '!!map ',
  '|',
  '>',
  '"',
  "'",
  '# ',
  '---\n',
  '...\n',
  '%YAML 1.2\n',
  '? ',
  '<<: *a',
  '\t',
  '\u0000',
  '\ud800',
  'é',
  '-1',
  '~',
);
const anyText = fc.oneof(
  { weight: 3, arbitrary: fc.array(yamlPiece, { maxLength: 25 }).map((pieces) => pieces.join('')) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString('utf8')) },
);

describe('any text', () => {
  it('is a configuration or refused in a sentence', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyText, (text) => {
        try {
          parseConfigText(text);
          accepted++;
        } catch (error) {
          if (!(error instanceof FortnightError)) throw error;
          expect(error.message.length).toBeLessThan(400);
        }
      }),
      { numRuns: 20_000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('reading', () => {
  it('takes the work tree before the head, and the head where the work tree has none', async () => {
    const place = workTree();
    const head = async () => 'lead: Head';
    expect((await readConfig(place, head)).config.lead).toBe('Head');
    writeFileSync(join(place.workTree, 'fortnight.yml'), 'lead: Tree');
    expect((await readConfig(place, head)).config.lead).toBe('Tree');
    expect((await readConfig({ ...place, workTree: null }, head)).config.lead).toBe('Head');
  });

  it('never follows a link, opens a pipe or reads a folder', async () => {
    const place = workTree();
    const path = join(place.workTree, 'fortnight.yml');
    writeFileSync(join(place.workTree, '..', 'outside.yml'), 'lead: Outside');
    symlinkSync('../outside.yml', path);
    expect((await readConfig(place, none)).config).toEqual(EMPTY_CONFIG);
    rmSync(path);
    execFileSync('sh', ['-c', 'mkfifo "$0"', path]);
    expect((await readConfig(place, none)).config).toEqual(EMPTY_CONFIG);
    rmSync(path);
    mkdirSync(path);
    expect((await readConfig(place, none)).config).toEqual(EMPTY_CONFIG);
  });

  it('refuses a large file without reading it whole', async () => {
    const place = workTree();
    writeFileSync(join(place.workTree, 'fortnight.yml'), 'x'.repeat(MAX_CONFIG_BYTES + 1));
    await expect(readConfig(place, none)).rejects.toThrow(/larger/);
  });
});

describe('editing', () => {
  it('keeps comments, order and quotes', () => {
    const text = '# ours\nlead: "Ada" # she\n\nareas:\n  core: [src/**]\n# end\n';
    const { text: edited } = editConfigText(text, (document) => document.set('split', ['x@x.example']));
    expect(edited).toContain('# ours\nlead: "Ada" # she\n');
    expect(edited).toContain('# end');
    expect(parseConfigText(edited).split).toEqual(['x@x.example']);
  });

  it.each([
    ['line ends of Windows', '# ours\r\nareas:\r\n  core: [src/**]\r\n', 'split:\r\n  - x@x.example\r\n'],
    ['a byte order mark', '\ufeffareas:\n  core: [src/**]\n', 'split:\n  - x@x.example\n'],
    ['blanks within brackets', 'areas: { core: [ src/** ] }\n', 'split:\n  - x@x.example\n'],
    ['no blanks within brackets', 'areas: {core: [src/**]}\n', 'split:\n  - x@x.example\n'],
  ])('keeps %s', (_, text, added) => {
    const { text: edited } = editConfigText(text, (document) => document.set('split', ['x@x.example']));
    expect(edited).toBe(text + added);
  });

  it('refuses a text of another encoding, of which it would lose a part', () => {
    const read = Buffer.from('# caf\xe9\nlead: Ada\n', 'latin1').toString('utf8');
    expect(() => editConfigText(read, () => undefined)).toThrow(/is not UTF-8/);
  });

  it('refuses to make the file invalid', () => {
    expect(() => editConfigText('', (document) => document.set('split', 3))).toThrow(FortnightError);
  });
});

describe('writing', () => {
  const write = async (location: RepositoryLocation, text: string, expected: string | null) =>
    (await replaceConfig(location, Buffer.from(text), expected)).path;

  it('replaces the file whole and leaves nothing beside it', async () => {
    const place = workTree();
    expect(await write(place, 'lead: Ada\n', null)).toBe(join(place.workTree, 'fortnight.yml'));
    await write(place, 'lead: Bo\n', 'lead: Ada\n');
    expect(readdirSync(place.workTree)).toEqual(['fortnight.yml']);
    expect(readFileSync(join(place.workTree, 'fortnight.yml'), 'utf8')).toBe('lead: Bo\n');
  });

  it('says what stood there, so that it can be put back byte for byte, or taken away', async () => {
    const place = workTree();
    const path = join(place.workTree, 'fortnight.yml');
    const odd = Buffer.from([0x23, 0xff, 0x0d, 0x0a]);
    writeFileSync(path, odd);
    const { replaced } = await replaceConfig(place, Buffer.from('lead: Ada\n'), odd.toString('utf8'));
    expect(replaced).toEqual(odd);
    await replaceConfig(place, replaced, 'lead: Ada\n');
    expect(readFileSync(path)).toEqual(odd);
    await replaceConfig(place, null, odd.toString('utf8'));
    expect(existsSync(path)).toBe(false);
  });

  it('refuses a link, wherever it leads', async () => {
    const place = workTree();
    const outside = join(place.workTree, '..', 'outside.yml');
    symlinkSync('../outside.yml', join(place.workTree, 'fortnight.yml'));
    await expect(write(place, 'lead: Ada\n', null)).rejects.toThrow(/not a regular file/);
    expect(existsSync(outside)).toBe(false);
  });

  it('refuses a work tree reached through a link, and a bare repository', async () => {
    const place = workTree();
    const link = join(place.workTree, '..', 'link');
    symlinkSync(place.workTree, link);
    await expect(write({ ...place, workTree: link }, 'lead: Ada\n', null)).rejects.toThrow(FortnightError);
    await expect(write({ ...place, workTree: null }, 'lead: Ada\n', null)).rejects.toThrow(/bare/);
    expect(readdirSync(place.workTree)).toEqual([]);
  });

  it('loses nobody’s work: a file changed since it was read is left alone', async () => {
    const place = workTree();
    writeFileSync(join(place.workTree, 'fortnight.yml'), 'lead: Cy\n');
    await expect(write(place, 'lead: Ada\n', 'lead: Bo\n')).rejects.toThrow(/changed by somebody else/);
    expect(readFileSync(join(place.workTree, 'fortnight.yml'), 'utf8')).toBe('lead: Cy\n');
  });
});
