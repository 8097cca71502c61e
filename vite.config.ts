import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = join(import.meta.dirname, 'src/renderer');

/** The React app, built into out/renderer; every host serves that folder. */
export default defineConfig({
  root,
  base: './',
  plugins: [react()],
  // plotly.js reads `global`; nothing here needs Node.
  define: { global: 'globalThis' },
  build: {
    outDir: join(import.meta.dirname, 'out/renderer'),
    emptyOutDir: true,
    target: 'chrome138',
    // The content policy lets no data: fonts in, and the app is served from this computer.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 3000,
    rolldownOptions: {
      // Old libraries under plotly.js carry directives that mean nothing in a module.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
