import type { Random } from './random.ts';

/** What the parts of the made-up product are about: each word is a file, and what its changes speak of. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  'apps/admin': ['dashboard', 'permissions', 'exports', 'audit-trail', 'search-bar', 'bulk-edit'],
  'apps/storefront': ['home-page', 'product-page', 'basket-page', 'navigation', 'images', 'translations'],
  'packages/billing': ['invoices', 'refunds', 'taxes', 'ledger', 'dunning', 'currencies'],
  'packages/catalog': ['products', 'prices', 'variants', 'stock', 'categories', 'imports'],
  'packages/checkout': ['basket', 'discounts', 'addresses', 'shipping', 'payment-methods', 'order-summary'],
  'packages/identity': ['sessions', 'sign-in', 'passwords', 'invitations', 'tokens', 'roles'],
  'packages/notifications': ['mail', 'webhooks', 'templates', 'digests', 'unsubscribe', 'delivery-log'],
  'packages/search': ['indexer', 'ranking', 'synonyms', 'filters', 'suggestions', 'reindexing'],
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

/** Paths of an area's files, all of them sources. */
export const filesOf = (area: string): readonly string[] => wordsOf(area).map((word) => `${area}/${word}.ts`);

/** What a change to a file might be called. */
export function titleOf(path: string, random: Random): string {
  const word = path.slice(path.lastIndexOf('/') + 1, -'.ts'.length).replaceAll('-', ' ');
  return random.chance(0.2) ? `Fix ${word} under load` : `${random.pick(VERBS)} ${word}`;
}
