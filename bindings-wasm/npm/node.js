// Loads the library at once, so that `import` and `require()` both work.
import { readFileSync } from 'node:fs';
import { initSync } from './innovation_wasm.js';

initSync({ module: readFileSync(new URL('./innovation_wasm_bg.wasm', import.meta.url)) });

export * from './innovation.js';
