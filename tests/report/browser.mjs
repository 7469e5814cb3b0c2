// A headless Chromium, spoken to over a pipe: no package, no port.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
export const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run', '--hide-scrollbars'];

/** The browser's command. */
export function chromium() {
  const named = process.env.CHROMIUM ? [process.env.CHROMIUM] : NAMES;
  return named.find((name) => spawnSync(name, ['--version']).status === 0);
}

/** Opens a browser; `close` ends it. */
export function open() {
  const profile = mkdtempSync(join(tmpdir(), 'innovation-report-'));
  const browser = spawn(chromium(), [...FLAGS, '--remote-debugging-pipe', `--user-data-dir=${profile}`, 'about:blank'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
  });
  const [, , , send, receive] = browser.stdio;
  const waiting = new Map();
  const heard = [];
  let next = 1;
  let rest = '';
  receive.on('data', (data) => {
    const parts = (rest + data).split('\0');
    rest = parts.pop();
    for (const part of parts) {
      const message = JSON.parse(part);
      const own = waiting.get(message.id);
      if (own) {
        waiting.delete(message.id);
        message.error ? own.reject(new Error(JSON.stringify(message.error))) : own.resolve(message.result);
      }
      heard.filter((one) => one.method === message.method && one.session === message.sessionId).forEach((one) => one.resolve(message.params));
    }
  });
  const call = (method, params = {}, sessionId) =>
    new Promise((resolve, reject) => {
      const id = next++;
      waiting.set(id, { resolve, reject });
      send.write(JSON.stringify({ id, method, params, sessionId }) + '\0');
    });
  const close = async () => {
    const ended = new Promise((resolve) => browser.once('close', resolve));
    try {
      process.kill(-browser.pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  /** A page with a file in it. */
  const visit = async (url, { width = 1280, dark = false, media = 'screen' } = {}) => {
    const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
    const page = (method, params) => call(method, params, sessionId);
    await page('Page.enable');
    const features = [{ name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' }];
    await page('Emulation.setEmulatedMedia', { media, features });
    await page('Emulation.setDeviceMetricsOverride', { width, height: 1000, deviceScaleFactor: 1, mobile: false });
    const loaded = new Promise((resolve) => heard.push({ method: 'Page.loadEventFired', session: sessionId, resolve }));
    await page('Page.navigate', { url });
    await loaded;
    const run = async (expression) => {
      const { result, exceptionDetails } = await page('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    return { page, run, leave: () => call('Target.closeTarget', { targetId }) };
  };
  return { visit, close };
}
