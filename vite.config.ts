import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page: built into `dist/web/`, served by `fortnight serve`. Everything it needs is in these files; it loads nothing else. */
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and pictures stay files of their own, so that the policy of the page can name where each may come from.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // While developing: `npm run dev:web` beside `fortnight serve --port 4145`.
  server: { host: '127.0.0.1', proxy: { '/api': 'http://127.0.0.1:4145' } },
});
