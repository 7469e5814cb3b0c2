// Builds, serves and opens a Vite application, then does so from its development server:
// `node run.mjs <folder for the result>`.
import { resolve } from 'node:path';
import { build, createServer, preview } from 'vite';
import { visit } from '../chromium.mjs';

const outDir = resolve(process.argv[2]);
const config = {
  configFile: false,
  root: import.meta.dirname,
  logLevel: 'warn',
  cacheDir: `${outDir}-cache`,
  build: { outDir, emptyOutDir: true },
  // The tests keep their packages two folders up; an application has them in its own.
  server: { host: '127.0.0.1', port: 0, fs: { allow: ['../..'] } },
  preview: { host: '127.0.0.1', port: 0 },
};

let passed = 0;
let failed = 0;
async function open(what, server) {
  const result = await visit(server.resolvedUrls.local[0]);
  passed += result.passed;
  failed += result.failed;
  result.faults.forEach((fault) => console.log(`${what}: ${fault}`));
  await server.close();
}

await build(config);
await open('build', await preview(config));
const server = await createServer(config);
await open('development server', await server.listen());
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
