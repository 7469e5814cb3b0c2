// Serves the package and a page, and opens it: `node run.mjs <package> <cases.ndjson>`.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, resolve } from 'node:path';
import { visit } from '../chromium.mjs';

const [folder, cases] = process.argv.slice(2).map((path) => resolve(path));
const web = resolve(import.meta.dirname, '..');
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url, 'http://host').pathname);
  const file =
    path === '/cases.ndjson' ? cases
    : path.startsWith('/package/') ? join(folder, path.slice('/package'.length))
    : join(web, path);
  try {
    const body = await readFile(file);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' }).end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const page = `http://127.0.0.1:${server.address().port}/browser/index.html`;
const { passed, failed, faults } = await visit(page);
server.close();
server.closeAllConnections();
faults.forEach((fault) => console.log(fault));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
