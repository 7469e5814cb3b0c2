// Opens a page in headless Chromium and waits for what it reports.
import { spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--enable-logging=stderr',
];
const PATIENCE = 180_000;

/** The browser, or `undefined` where this machine has none. */
export function chromium() {
  const named = process.env.CHROMIUM ? [process.env.CHROMIUM] : NAMES;
  return named.find((name) => spawnSync(name, ['--version']).status === 0);
}

/** Loads `url` with `?report=` and resolves with what the page posts there: `{passed, failed, faults}`. */
export async function visit(url) {
  const { server, report, heard } = await listen();
  const profile = mkdtempSync(join(tmpdir(), 'innovation-chromium-'));
  const page = new URL(url);
  page.searchParams.set('report', report);
  const browser = spawn(chromium(), [...FLAGS, `--user-data-dir=${profile}`, page.href], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = new Promise((resolve) => browser.once('close', resolve));
  let said = '';
  let timer;
  const broken = new Promise((_, reject) => {
    const giveUp = () => reject(new Error(`${url} reported nothing:\n${consoleOf(said)}`));
    timer = setTimeout(giveUp, PATIENCE);
    browser.stderr.on('data', (text) => {
      said += text;
      if (/:CONSOLE.*Uncaught/.test(said)) {
        giveUp();
      }
    });
    ended.then(giveUp);
  });
  try {
    return await Promise.race([heard, broken]);
  } finally {
    clearTimeout(timer);
    stop(browser);
    server.close();
    server.closeAllConnections();
    await ended;
    await rm(profile, { recursive: true, force: true, maxRetries: 5 }).catch(() => {});
  }
}

/** Ends the browser with all its processes, which are a group of their own. */
function stop(browser) {
  try {
    process.kill(-browser.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}

/** What the page wrote to its console; all that the browser said where it wrote nothing. */
function consoleOf(said) {
  const lines = said.split('\n').filter((line) => line.includes(':CONSOLE'));
  return lines.join('\n') || said.slice(-3000);
}

async function listen() {
  let hear;
  const heard = new Promise((resolve) => (hear = resolve));
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    response.writeHead(204, { 'access-control-allow-origin': '*' }).end();
    if (request.method === 'POST') {
      hear(JSON.parse(Buffer.concat(chunks).toString()));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, heard, report: `http://127.0.0.1:${server.address().port}/` };
}
