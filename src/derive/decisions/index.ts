import type { Derivation } from '../../domain/workbench.ts';

export const deriveDecisions: Derivation = {
  makes: ['decisions'],
  async derive(bench) {
    await bench.insert('decisions', []);
    return [];
  },
};
