import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // The tests start git, DuckDB and whole processes; the limit is a hang detector, not a speed claim.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
