import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/** Puts the style sheet of a module, fonts and all, into the module itself: the report is one file. */
function stylesInside(): Plugin {
  return {
    name: 'styles-inside',
    enforce: 'post',
    generateBundle(_, bundle) {
      let styles = '';
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type !== 'asset' || !name.endsWith('.css')) continue;
        styles += typeof file.source === 'string' ? file.source : Buffer.from(file.source).toString('utf8');
        delete bundle[name];
      }
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') file.code = file.code.replace(/(["'`])__STYLES__\1/, () => JSON.stringify(styles));
      }
    },
  };
}

/** The report: one module, `dist/report/report.js`, that makes a whole HTML file of the answers; built from the page's figures. */
export default defineConfig({
  root: 'src/web',
  plugins: [react(), stylesInside()],
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'report/report.tsx',
    ssrEmitAssets: true,
    outDir: '../../dist/report',
    emptyOutDir: true,
    target: 'node22',
    minify: true,
    cssCodeSplit: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    reportCompressedSize: false,
  },
});
