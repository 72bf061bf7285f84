import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { parseIdentity } from './identity.ts';
import { Mailmap } from './mailmap.ts';

function look(text: string, identity: string): string | null {
  const { name, email } = parseIdentity(identity);
  const found = Mailmap.parse(text).lookup(name, email);
  return found && `${found.name} <${found.email}>`;
}

describe('.mailmap', () => {
  it('renames whoever bears an address', () => {
    expect(look('Ada Byron <ada@a.example>', 'ada <ada@a.example>')).toBe('Ada Byron <ada@a.example>');
  });
  it('replaces an address', () => {
    expect(look('<ada@a.example> <ada@old.example>', 'Ada B <ada@old.example>')).toBe('Ada B <ada@a.example>');
  });
  it('replaces name and address by address', () => {
    expect(look('Ada Byron <ada@a.example> <x@old.example>', 'q <X@OLD.example>')).toBe('Ada Byron <ada@a.example>');
  });
  it('replaces name and address by name and address', () => {
    const map = 'Ada Byron <ada@a.example> Ada <shared@a.example>\nBo Chen <bo@b.example> Bo <shared@a.example>';
    expect(look(map, 'ADA <shared@a.example>')).toBe('Ada Byron <ada@a.example>');
    expect(look(map, 'bo <shared@a.example>')).toBe('Bo Chen <bo@b.example>');
    expect(look(map, 'Cy <shared@a.example>')).toBeNull();
  });
  it('knows comments at the beginning of a line only', () => {
    expect(look('# Ada Byron <ada@a.example>', 'x <ada@a.example>')).toBeNull();
    expect(look('Ada Byron <ada@a.example> # she', 'x <ada@a.example>')).toBe('Ada Byron <ada@a.example>');
    expect(look(' # Ada <ada@a.example>', 'x <ada@a.example>')).toBe('# Ada <ada@a.example>');
  });
  it('lets later lines win, part by part', () => {
    const map = 'Ada <ada@a.example> <x@a.example>\nCountess <x@a.example>';
    expect(look(map, 'q <x@a.example>')).toBe('Countess <ada@a.example>');
  });
  it('folds only the case of ASCII letters', () => {
    expect(look('Émile <e@e.example> É <x@e.example>', 'é <x@e.example>')).toBeNull();
  });
});

const part = fc.constantFrom('Ada', 'ada', 'Bo', 'Bo  Chen', 'É', ' ', '', 'x', '# y', 'Ada\t');
const address = fc.constantFrom('a@x', 'A@X', 'b@x', 'c@x', '', 'é@x', 'a b@x', ' a@x');
const mailmapLine = fc.oneof(
  fc.tuple(part, address).map(([n, e]) => `${n} <${e}>`),
  fc.tuple(part, address, address).map(([n, e, f]) => `${n} <${e}> <${f}>`),
  fc.tuple(part, address, part, address).map(([n, e, m, f]) => `${n} <${e}> ${m} <${f}>`),
  fc.tuple(address, address).map(([e, f]) => `<${e}> <${f}>`),
  fc.constantFrom('', '#', '# Ada <a@x>', 'no address', '<', '<a@x', 'Ada a@x>', '<a@x> <b@x> <c@x>', 'Ada <<a@x>>'),
);

describe('any .mailmap', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mailmap-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('maps as git maps', () => {
    const env = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', LC_ALL: 'C' };
    execFileSync('git', ['init', '-q', folder], { env });
    const names = ['Ada', 'ADA', 'Bo', 'Bo  Chen', 'É', 'x', 'nobody'];
    const emails = ['a@x', 'A@x', 'b@x', 'c@x', 'é@x', 'a b@x', 'z@x'];
    const identities = names.flatMap((name) => emails.map((email) => `${name} <${email}>`));
    let mapped = 0;
    for (const lines of fc.sample(fc.array(mailmapLine, { maxLength: 12 }), { numRuns: 60, seed: 3 })) {
      const text = lines.join('\n');
      const file = join(folder, 'map');
      writeFileSync(file, text);
      const git = execFileSync('git', ['-C', folder, '-c', `mailmap.file=${file}`, 'check-mailmap', '--stdin'], {
        input: `${identities.join('\n')}\n`,
        encoding: 'utf8',
        env,
      });
      const theirs = git.trimEnd().split('\n');
      const map = Mailmap.parse(text);
      identities.forEach((identity, i) => {
        const { name, email } = parseIdentity(identity);
        const found = map.lookup(name, email);
        if (found) mapped++;
        expect(`${found?.name ?? name} <${found?.email ?? email}>`, `${identity} in ${text}`).toBe(theirs[i]);
      });
    }
    expect(mapped).toBeGreaterThan(300);
  });

  it('is read without failing, and speaks only of addresses it names', () => {
    const text = fc.oneof(
      fc.array(mailmapLine, { maxLength: 8 }).map((l) => l.join('\n')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, part, address, (map, name, email) => {
        const found = Mailmap.parse(map).lookup(name, email);
        if (found) expect(map.toLowerCase()).toContain(`<${email.toLowerCase()}>`);
      }),
      { numRuns: 20_000 },
    );
  });

  it.each([
    ['one endless line', `${'<a'.repeat(400_000)}`],
    ['many lines for one address', Array.from({ length: 60_000 }, (_, i) => `N <n@x> M${i} <o@x>`).join('\n')],
    ['many blanks', `${' '.repeat(900_000)}<a@x>`],
    ['many addresses on a line', '<a@x> '.repeat(150_000)],
  ])('takes time in proportion to its length: %s', (_name, text) => {
    const started = performance.now();
    Mailmap.parse(text).lookup('Ada', 'a@x');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
