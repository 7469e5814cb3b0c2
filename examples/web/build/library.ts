// The library beside the page: its thread, its module, its texts, and both in one script for a
// page that was opened from a file share, where nothing can be fetched.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';
import { build, type Plugin } from 'vite';

const LANGUAGES = ['en', 'fr'];
const { resolve } = createRequire(import.meta.url);

export function library(): Plugin {
  return {
    name: 'innovation-library',
    async generateBundle() {
      const emit = (fileName: string, source: string | Uint8Array) =>
        this.emitFile({ type: 'asset', fileName, source });
      const worker = await threadScript();
      const wasm = readFileSync(resolve('innovation-core/wasm'));
      const packed = gzipSync(wasm, { level: 9 }).toString('base64');
      emit('library/worker.js', worker);
      emit('library/innovation.wasm', wasm);
      emit('library/offline.js', said('offline', JSON.stringify({ worker, packed })));
      for (const language of LANGUAGES) {
        for (const shelf of ['deck', 'rubrics']) {
          emit(`library/${shelf}.${language}.js`, said(`${shelf}.${language}`, await texts(shelf, language)));
        }
      }
    },
  };
}

/** A script that puts a value where `load.ts` finds it. */
function said(name: string, json: string): string {
  return `(globalThis.innovation??={})[${JSON.stringify(name)}]=${json};\n`;
}

async function texts(shelf: string, language: string): Promise<string> {
  const { default: list } = (await import(`innovation-core/${shelf}/${language}`)) as { default: unknown };
  return JSON.stringify(list);
}

async function threadScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    // The page says where the module is; a classic script knows no address of its own.
    define: { 'import.meta.url': 'self.location.href' },
    build: {
      write: false,
      target: 'es2022',
      assetsInlineLimit: 0,
      rollupOptions: { input: 'src/library/worker.ts', output: { format: 'iife' } },
    },
  });
  const outputs = Array.isArray(built) ? built : [built];
  for (const part of outputs.flatMap((one) => ('output' in one ? one.output : []))) {
    if (part.type === 'chunk' && part.isEntry) {
      return part.code;
    }
  }
  throw new Error('the thread of the library was not built');
}
