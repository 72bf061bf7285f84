import type { Risk } from '../../domain/interventions.ts';

interface Rule {
  readonly id: string;
  /** What goes wrong there, as the end of a sentence. */
  readonly because: string;
  /** Words of a path; `a b` are two in a row. A word is a run of letters or digits: `authService` holds auth and service. */
  readonly words: readonly string[];
  /** The whole path, where words do not tell. */
  readonly path?: RegExp;
}

/**
 * Where a mistake is seldom survivable: it opens a hole, loses data, or is relied upon by others before anybody sees it. Read
 * from names alone: it misses what is named otherwise, and takes a test of such code for the code.
 */
const RULES: readonly Rule[] = [
  {
    id: 'authentication',
    because: 'a mistake in who is let in is a security hole',
    words: [
      'auth',
      'authn',
      'authentication',
      'login',
      'signin',
      'oauth',
      'oauth2',
      'oidc',
      'saml',
      'sso',
      'jwt',
      'password',
      'passwords',
      'mfa',
      'totp',
    ],
  },
  {
    id: 'authorisation',
    because: 'a mistake in who may do what is a security hole',
    words: [
      'authz',
      'authorization',
      'authorisation',
      'permission',
      'permissions',
      'rbac',
      'acl',
      'acls',
      'access control',
    ],
  },
  {
    id: 'cryptography',
    because: 'broken cryptography looks like working cryptography',
    words: [
      'crypto',
      'cryptography',
      'cipher',
      'ciphers',
      'encryption',
      'decryption',
      'encrypt',
      'decrypt',
      'hmac',
      'tls',
    ],
  },
  {
    id: 'secrets',
    because: 'a secret that got out cannot be called back',
    words: ['secret', 'secrets', 'credential', 'credentials', 'keystore', 'vault'],
    path: /(?:^|\/)\.env(?:\.[^/]+)?$|\.(?:pem|key|p12|pfx|jks)$/i,
  },
  {
    id: 'migrations',
    because: 'data that a migration lost or bent is not brought back by a fix',
    words: ['migration', 'migrations', 'migrate', 'alembic', 'flyway', 'liquibase'],
  },
  {
    id: 'schema',
    because: 'what is stored in a shape outlives the code that chose it',
    words: ['schema', 'schemas', 'ddl'],
    path: /\.(?:sql|prisma)$/i,
  },
  {
    id: 'public-api',
    because: 'others build on it before the mistake is seen',
    words: ['openapi', 'swagger', 'public api'],
    path: /\.(?:graphql|graphqls|wsdl)$/i,
  },
  {
    id: 'protocol',
    because: 'both sides of a protocol have to be changed together, and seldom can be',
    words: ['protocol', 'protocols', 'protobuf', 'wire format'],
    path: /\.(?:proto|thrift|avsc)$/i,
  },
  {
    id: 'money',
    because: 'money that was charged or paid wrongly is a promise broken to somebody',
    words: ['billing', 'payment', 'payments', 'invoice', 'invoices', 'invoicing', 'payout', 'payouts', 'ledger'],
  },
  {
    id: 'deletion',
    because: 'what was deleted is gone',
    words: ['retention', 'purge', 'gdpr', 'erasure'],
  },
  {
    id: 'pipeline',
    because: 'whoever changes what builds and ships it can change everything that is shipped',
    words: ['terraform', 'iam'],
    path: /(?:^|\/)\.github\/(?:workflows|actions)\/|(?:^|\/)(?:\.gitlab-ci\.ya?ml|Jenkinsfile|CODEOWNERS)$|\.(?:tf|tfvars)$/i,
  },
];

/** The rules a path or a glob falls under, in the order of the rules; none for most. */
export function risksOf(paths: readonly string[]): Risk[] {
  return RULES.flatMap((rule) => {
    const path = paths.find((one) => isUnder(one, rule));
    return path === undefined ? [] : [{ rule: rule.id, path, because: rule.because }];
  });
}

function isUnder(path: string, { words, path: whole }: Rule): boolean {
  if (whole?.test(path)) return true;
  const said = ` ${wordsOf(path).join(' ')} `;
  return words.some((word) => said.includes(` ${word} `));
}

/** `src/authService.ts` is src, auth, service, ts. */
const wordsOf = (path: string): string[] =>
  path
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\d]+/u)
    .filter((word) => word !== '');
