// What the WebAssembly module asks of its host and offers it: node module.mjs <file.wasm>.
// Memory, glue and one clock; nothing that opens a file or a connection.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const GLUE = './innovation_wasm_bg.js';
const ASKED = /^(__wbindgen_init_externref_table|__wbg_call_[0-9a-f]+|__wbg_now_[0-9a-f]+)$/;
const OFFERED = ['call', 'memory'];
const BINDGEN = /^(__wbindgen_\w+|__externref_\w+|__abort_handler|__instance_terminated)$/;

const module = new WebAssembly.Module(readFileSync(process.argv[2]));
const imports = WebAssembly.Module.imports(module);
const exports = WebAssembly.Module.exports(module).map(({ name }) => name);
assert.deepEqual(imports.filter(({ module: from, name }) => from !== GLUE || !ASKED.test(name)), []);
assert.deepEqual(exports.filter((name) => !BINDGEN.test(name)).sort(), OFFERED);
console.log(`module: ${imports.length} imports, all of glue; ${exports.length} exports`);
