// Builds, serves and opens the application with webpack: `node webpack.mjs <folder for the result>`.
import { copyFileSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import webpack from 'webpack';
import { visit } from '../chromium.mjs';
import { serveFiles } from '../server.mjs';

const path = resolve(process.argv[2]);
const stats = await promisify(webpack)({
  mode: 'production',
  context: import.meta.dirname,
  entry: './main.mjs',
  output: { path, filename: 'main.mjs', clean: true },
  performance: { hints: false },
  // Only the text of the cases is asked for in a way of its own.
  module: { rules: [{ resourceQuery: /raw/, type: 'asset/source' }] },
});
if (stats.hasErrors() || stats.hasWarnings()) {
  throw new Error(stats.toString({ colors: false }));
}
mkdirSync(path, { recursive: true });
copyFileSync(join(import.meta.dirname, 'index.html'), join(path, 'index.html'));

const server = await serveFiles((file) => join(path, file));
const { passed, failed, faults } = await visit(`${server.url}/index.html`);
server.close();
faults.forEach((fault) => console.log(fault));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
