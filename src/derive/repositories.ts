import type { Derivation } from '../domain/workbench.ts';

/** Makes `repositories` from what the last scan of each said. */
export const deriveRepositories: Derivation = {
  makes: ['repositories'],
  async derive(bench, context) {
    await bench.insert('repositories', context.repositories);
    return [];
  },
};
