import { defineConfig } from 'vite';
import { classic } from './build/classic.ts';
import { library } from './build/library.ts';

// One folder that works from a server and from a file share alike: classic scripts, relative
// addresses, plain names.
export default defineConfig({
  base: './',
  plugins: [classic(), library()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: false,
    cssCodeSplit: false,
    rollupOptions: {
      output: {
        format: 'iife',
        entryFileNames: 'page.js',
        assetFileNames: ({ names }) =>
          names[0]?.endsWith('.woff2') ? 'fonts/[name][extname]' : 'page[extname]',
      },
    },
  },
});
