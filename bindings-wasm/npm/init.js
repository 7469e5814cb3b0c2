// For those who load the library themselves: service workers, strict content policies.
import load, { initSync as loadSync } from './innovation_wasm.js';

export default async function init(source) {
  await load(source === undefined ? undefined : { module_or_path: source });
}

export function initSync(source) {
  loadSync({ module: source });
}

export * from './innovation.js';
