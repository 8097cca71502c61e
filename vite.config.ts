import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const root = join(import.meta.dirname, 'src/renderer');

/** Puts ask-early.ts into the page as a part of its own that waits for nothing else. */
const askEarly = (): Plugin => {
  const file = join(root, 'ask-early.ts');
  return {
    name: 'ask-early',
    buildStart() {
      this.emitFile({ type: 'chunk', id: file, name: 'ask-early' });
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const part = Object.values(bundle ?? {}).find((one) => one.type === 'chunk' && one.facadeModuleId === file);
        if (!part) throw new Error('ask-early.ts was not built.');
        return [
          {
            tag: 'script',
            attrs: { type: 'module', async: true, src: `./${part.fileName}` },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
};

/** The React app, built into out/renderer; every host serves that folder. */
export default defineConfig({
  root,
  base: './',
  plugins: [react(), askEarly()],
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
      output: {
        // What every start needs comes in one piece; each screen brings the rest.
        codeSplitting: { groups: [{ name: 'app', tags: ['$initial'], test: (id) => !id.endsWith('ask-early.ts') }] },
      },
      // Old libraries under plotly.js carry directives that mean nothing in a module.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
