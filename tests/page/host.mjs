// A host as a hospital would set it up: static files, gzip, and a policy that allows nothing else.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** The policy that the page's README names. */
export const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; font-src 'self'; " +
  "img-src 'self' data:; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; " +
  "frame-ancestors 'none'";

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.woff2']);

/** Serves a folder; `api` may answer what is no file. Says what each answer weighed. */
export async function host(folder, api = () => false) {
  const weights = [];
  const cache = new Map();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://host');
    if (await api(request, response, pathname)) {
      return;
    }
    const path = join(folder, normalize(pathname === '/' ? '/index.html' : pathname));
    try {
      const body = cache.get(path) ?? (await packed(path));
      cache.set(path, body);
      weights.push({ path: pathname, bytes: body.length });
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'application/octet-stream',
        'content-security-policy': POLICY,
        ...(!PACKED.has(extname(path)) && { 'content-encoding': 'gzip' }),
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-security-policy': POLICY }).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${server.address().port}/`, weights, close };
}

async function packed(path) {
  const plain = await readFile(path);
  return PACKED.has(extname(path)) ? plain : gzipSync(plain);
}
