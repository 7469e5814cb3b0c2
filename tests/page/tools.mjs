// A browser, laws that are counted, and what pages must never do.
import { strict as assert } from 'node:assert';
import { chromium } from 'playwright-core';
import { host } from './host.mjs';

export const folder = process.argv[2];
export const LANGUAGES = ['en', 'fr'];
export const ROOMS = ['open', 'people', 'gather', 'tables', 'programme', 'ideas', 'spread', 'takeaway'];
const PATIENCE = 60_000;

let passed = 0;
let failed = 0;

/** A law: holds where its body does not throw. */
export async function law(name, body) {
  try {
    await body();
    passed += 1;
    console.log(`${name}: ok`);
  } catch (fault) {
    failed += 1;
    console.log(`${name}: FAILED\n${String(fault.stack ?? fault).replace(/^/gm, '  | ').slice(0, 2500)}`);
  }
}

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
  });

/**
 * A page in a context of its own. `faults` collects what it must not do: errors, breaches of the
 * policy, requests to anywhere but its own host.
 */
export async function visit(browser, address, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  const faults = [];
  const { origin, protocol } = new URL(address);
  page.on('pageerror', (error) => faults.push(`error: ${error.stack}`));
  page.on('console', (message) => {
    // A host without a journal answers 404, which the browser notes by itself.
    if (message.type() === 'error' && !message.location().url.endsWith('/api/session')) {
      faults.push(`console: ${message.text()}`);
    }
  });
  context.on('request', (request) => {
    const url = new URL(request.url());
    const own = protocol === 'file:' ? url.protocol === 'file:' : url.origin === origin;
    if (!own && !['blob:', 'data:'].includes(url.protocol)) {
      faults.push(`request to ${url.href}`);
    }
  });
  await page.goto(address);
  return { context, page, faults };
}

/** Goes to a room by its address, as a link does. */
export async function enter(page, language, room) {
  await page.evaluate((hash) => (location.hash = hash), `/${language}/${room}`);
  await page.locator(`main.room-${room}`).waitFor();
}

/** A space from the sample, with a group, tables, a programme and ratings. */
export async function prepare(page, language, words) {
  await enter(page, language, 'open');
  await page.getByRole('button', { name: words.sample, exact: true }).click();
  await page.locator('main.room-people .facts').waitFor();
  await enter(page, language, 'gather');
  await page.getByRole('button', { name: words.find, exact: true }).click();
  await searched(page);
  await enter(page, language, 'tables');
  await page.getByRole('button', { name: words.seat, exact: true }).click();
  await page.locator('.table').first().waitFor();
  await enter(page, language, 'programme');
  await page.getByRole('button', { name: words.build, exact: true }).click();
  await page.locator('.timeline').first().waitFor();
  await enter(page, language, 'ideas');
  await page.getByRole('button', { name: words.makeUp, exact: true }).click();
  await page.locator('.ranks').waitFor();
}

export async function searched(page) {
  await page.locator('progress').waitFor();
  await page.locator('progress').waitFor({ state: 'detached' });
  await page.locator('.people-list li').first().waitFor();
}

/** Runs laws with a browser and a host, and says how many held. */
export async function run(body) {
  const served = await host(folder);
  const browser = await launch();
  try {
    await body(browser, served);
  } catch (fault) {
    await law('the part as a whole', () => {
      throw fault;
    });
  } finally {
    await browser.close();
    served.close();
  }
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

export { assert };
