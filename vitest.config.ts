import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const soak = Number(process.env.FORTNIGHT_SOAK ?? 1) > 1;
const all = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'];
/** Rooms of functions: their tests leave nothing behind and share a process, whose start would be half of their time. */
const pure = ['src/{absence,collect/message,domain,measures,records,report,web}/**/*.test.{ts,tsx}'];
const usual = {
  // The tests start git, DuckDB and whole processes; the limit is a hang detector, not a speed claim.
  testTimeout: 120_000,
  hookTimeout: 120_000,
  pool: 'forks',
  alias: soak ? { 'fast-check': fileURLToPath(new URL('test/more-cases.ts', import.meta.url)) } : {},
} as const;

export default defineConfig({
  test: {
    // One fork fewer than there are cores, which is the default, leaves half of a small machine idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    globalSetup: 'test/temporary-root.ts',
    projects: [
      { test: { ...usual, name: 'house', include: all, exclude: pure } },
      { test: { ...usual, name: 'pure', include: pure, isolate: false } },
    ],
  },
});
