/** A document larger than this is left out: nobody writes one by hand. */
export const DOCUMENT_LIMIT = 1 << 20;
/** And so are those that together would be larger. */
export const ALL_DOCUMENTS_LIMIT = 1 << 24;
/** `.gitattributes` may stand in every folder; more than this is not a project's own doing. */
export const MAX_DOCUMENTS = 1000;

const NAMED = new Set([
  '.mailmap',
  'CODEOWNERS',
  '.github/CODEOWNERS',
  '.gitlab/CODEOWNERS',
  'docs/CODEOWNERS',
  '.git-blame-ignore-revs',
  'fortnight.yml',
  'package.json',
  'pnpm-workspace.yaml',
  'lerna.json',
  'Cargo.toml',
  'go.work',
  'settings.gradle',
  'settings.gradle.kts',
  'pom.xml',
  'pyproject.toml',
]);

/** Is this one of the few files that are read as text: identities, attributes, owners, workspaces, our configuration? */
export function isDocument(path: string): boolean {
  return NAMED.has(path) || path === '.gitattributes' || path.endsWith('/.gitattributes');
}
