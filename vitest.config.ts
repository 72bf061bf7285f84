import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const soak = Number(process.env.FORTNIGHT_SOAK ?? 1) > 1;

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    // The tests start git, DuckDB and whole processes; the limit is a hang detector, not a speed claim.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // One fork fewer than there are cores, which is the default, leaves half of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'test/temporary-root.ts',
    alias: soak ? { 'fast-check': fileURLToPath(new URL('test/more-cases.ts', import.meta.url)) } : {},
  },
});
