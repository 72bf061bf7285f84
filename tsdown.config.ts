import { defineConfig } from 'tsdown';

/** One file per loading step: `dist/main.js` checks the version of Node and only then loads the rest. */
export default defineConfig({
  entry: { main: 'src/cli/main.ts' },
  format: 'esm',
  platform: 'node',
  target: 'node22.12',
  outDir: 'dist',
  // The page is built beside it, by Vite.
  clean: ['dist/*.js'],
  dts: false,
  fixedExtension: false,
  sourcemap: false,
});
