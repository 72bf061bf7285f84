/** What named an area (`areas.source`), in words. */
export const AREA_SOURCES: Readonly<Record<string, string>> = {
  configuration: 'fortnight.yml',
  codeowners: 'CODEOWNERS',
  workspace: 'workspace packages',
  directories: 'the folders of the tree',
};
