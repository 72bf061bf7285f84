import type { Random } from './random.ts';

/** What the parts of the made-up product are about: each word is a file, and what its changes speak of. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'apps/admin': ['dashboard', 'permissions', 'exports', 'audit-trail', 'search-bar', 'bulk-edit'],
  'apps/storefront': ['home-page', 'product-page', 'basket-page', 'navigation', 'images', 'translations'],
  'infrastructure/deploy': ['pipeline', 'secrets', 'rollbacks', 'backups', 'certificates', 'monitoring'],
  'packages/billing': ['invoices', 'refunds', 'taxes', 'ledger', 'dunning', 'currencies'],
  'packages/catalog': ['products', 'prices', 'variants', 'stock', 'categories', 'imports'],
  'packages/checkout': ['basket', 'discounts', 'addresses', 'shipping', 'payment-methods', 'order-summary'],
  'packages/design-system': ['buttons', 'tables', 'colours', 'icons'],
  'packages/identity': ['sessions', 'sign-in', 'passwords', 'invitations', 'tokens', 'roles'],
  'packages/notifications': ['mail', 'webhooks', 'templates', 'digests', 'unsubscribe', 'delivery-log'],
  'packages/search': ['indexer', 'ranking', 'synonyms', 'filters', 'suggestions', 'reindexing'],
  'tools/importer': ['spreadsheets', 'suppliers', 'mapping'],
};
const ANYWHERE = ['client', 'cache', 'config', 'queue', 'store', 'worker'];
const VERBS = [
  'Add',
  'Cache',
  'Document',
  'Extract',
  'Limit',
  'Log',
  'Move',
  'Retry',
  'Simplify',
  'Speed up',
  'Validate',
];

const wordsOf = (area: string): readonly string[] => PARTS[area] ?? ANYWHERE;

/** What a subject may be made of: from the first two to all of them. */
const FILES = ['index', 'rules', 'store', 'view', 'queries', 'events', 'limits', 'format'];

/** Paths of an area's files, all of them sources: a folder for each subject. */
export const filesOf = (area: string): readonly string[] =>
  wordsOf(area).flatMap((word) =>
    FILES.slice(0, 2 + (hashOf(`${area}/${word}`) % 7)).map((file) => `${area}/${word}/${file}.ts`),
  );

/** What a change to a file might be called. */
export function titleOf(path: string, random: Random): string {
  const word = path.split('/').at(-2)?.replaceAll('-', ' ');
  return random.chance(0.2) ? `Fix ${word} under load` : `${random.pick(VERBS)} ${word}`;
}

/** The rest of a file, which never changes: files differ in length, a few are much longer than most. */
export function fillerOf(path: string): string {
  const hash = hashOf(path);
  const lines = 2 + (hash % 12) + (hash % 5 === 0 ? (hash >>> 8) % 50 : 0);
  return '// and so on\n'.repeat(lines);
}

function hashOf(text: string): number {
  let hash = 7;
  for (let i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) >>> 0;
  return hash;
}
