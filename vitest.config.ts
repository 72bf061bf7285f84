import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const soak = Number(process.env.FORTNIGHT_SOAK ?? 1) > 1;

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // The tests start git, DuckDB and whole processes; the limit is a hang detector, not a speed claim.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    pool: 'forks',
    globalSetup: 'test/temporary-root.ts',
    alias: soak ? { 'fast-check': fileURLToPath(new URL('test/more-cases.ts', import.meta.url)) } : {},
  },
});
