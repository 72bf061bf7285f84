import type { TextFiles } from './head-texts.ts';

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

/** The few files that are read as text: identities, attributes, owners, workspaces, our configuration. */
export const DOCUMENTS: TextFiles = {
  isWanted: (path) => NAMED.has(path) || path === '.gitattributes' || path.endsWith('/.gitattributes'),
  // Nobody writes a larger one by hand.
  bytes: 1 << 20,
  // `.gitattributes` may stand in every folder; more than this is not a project's own doing.
  files: 1000,
  allBytes: 1 << 24,
};
