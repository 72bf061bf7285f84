import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risksOf } from './risky-paths.ts';

const rules = (...paths: string[]) => risksOf(paths).map(({ rule }) => rule);

describe('what is seldom survivable', () => {
  it.each([
    ['src/auth/session.ts', 'authentication'],
    ['app/LoginController.java', 'authentication'],
    ['lib/passwordReset.rb', 'authentication'],
    ['src/authz/rules.go', 'authorisation'],
    ['policies/user-permissions.yml', 'authorisation'],
    ['core/access_control.py', 'authorisation'],
    ['src/crypto/**', 'cryptography'],
    ['config/secrets.yml', 'secrets'],
    ['.env.production', 'secrets'],
    ['certs/server.pem', 'secrets'],
    ['db/migrate/20261121_add.rb', 'migrations'],
    ['migrations/', 'migrations'],
    ['db/structure.sql', 'schema'],
    ['prisma/schema.prisma', 'schema'],
    ['docs/openapi.json', 'public-api'],
    ['src/public-api/index.ts', 'public-api'],
    ['proto/order.proto', 'protocol'],
    ['src/billing/charge.ts', 'money'],
    ['jobs/purge-old.ts', 'deletion'],
    ['.github/workflows/release.yml', 'pipeline'],
    ['infra/main.tf', 'pipeline'],
  ])('%s: %s', (path, rule) => {
    expect(rules(path)).toContain(rule);
  });

  it.each([
    'src/author/list.ts',
    'docs/authors.md',
    'src/parser/token.ts',
    'src/design/tokens.css',
    'src/secretary/desk.ts',
    'README.md',
    'src/tlsx.ts',
    'environment.ts',
    'src/keyboard.ts',
    'apiary/public/index.html',
  ])('not %s', (path) => {
    expect(rules(path)).toEqual([]);
  });

  it('names each rule once, with the first path that falls under it and the reason', () => {
    expect(risksOf(['README.md', 'src/auth/a.ts', 'src/auth/b.ts'])).toEqual([
      { rule: 'authentication', path: 'src/auth/a.ts', because: expect.stringMatching(/security hole/) },
    ]);
  });

  it('does not change with more harmless paths around', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a.ts', 'docs/b.md', 'lib/c/d.go')), (harmless) => {
        expect(rules(...harmless, 'src/auth/a.ts')).toEqual(['authentication']);
      }),
    );
  });
});
