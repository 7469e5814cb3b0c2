// Loads the library before the importing module runs.
import init from './innovation_wasm.js';

await init();

export * from './innovation.js';
