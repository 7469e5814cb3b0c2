// Serves the package and a page, and opens it: `node run.mjs <package> <cases.ndjson>`.
import { join, resolve } from 'node:path';
import { visit } from '../chromium.mjs';
import { serveFiles } from '../server.mjs';

const [folder, cases] = process.argv.slice(2).map((path) => resolve(path));
const web = resolve(import.meta.dirname, '..');

const server = await serveFiles((path) =>
  path === '/cases.ndjson' ? cases
  : path.startsWith('/package/') ? join(folder, path.slice('/package'.length))
  : join(web, path),
);
const { passed, failed, faults } = await visit(`${server.url}/browser/index.html`);
server.close();
faults.forEach((fault) => console.log(fault));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
