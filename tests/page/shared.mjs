// A host that keeps a journal: who is signed in is shown, events arrive, a proposal is added.
import { assert, folder, LANGUAGES, law, run, visit } from './tools.mjs';
import { host } from './host.mjs';
import { WORDS } from './words.mjs';

/** A journal in memory, as the intranet's answers it. */
function intranet() {
  const journal = [];
  const listeners = new Set();
  let refuse = false;
  const event = (id, title) => ({ id, at: '2027-01-12T09:00:00Z', by: 'm-1', kind: 'propose', data: {}, open: { data: { title }, salt: '' }, previous: [] });
  const add = (one) => {
    journal.push(one);
    listeners.forEach((response) => response.write(`id: ${journal.length}\ndata: ${JSON.stringify(one)}\n\n`));
  };
  const json = (response, status, value) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
  const api = async (request, response, path) => {
    if (path === '/api/session') {
      json(response, 200, { user: 'ana', space: 'territory' });
    } else if (path === '/api/journal') {
      json(response, 200, journal);
    } else if (path === '/api/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' }).write(':\n\n');
      listeners.add(response);
    } else if (path === '/api/command') {
      const { id, command } = JSON.parse(Buffer.concat(await request.toArray()).toString());
      if (refuse) {
        json(response, 503, { error: { code: 'space.closed', path: '', message: 'closed' } });
      } else {
        add(event(id, command.propose.title));
        json(response, 200, journal.at(-1));
      }
    } else {
      return false;
    }
    return true;
  };
  return { api, journal, add, event, refuse: (value) => (refuse = value) };
}

await run(async (browser, alone) => {
  await law('a host without a journal shows no shared space', async () => {
    const { page, context } = await visit(browser, `${alone.url}#/en/open`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(300);
    assert.equal(await page.locator('.shared').count(), 0);
    await context.close();
  });
  const net = intranet();
  const served = await host(folder, net.api);
  for (const language of LANGUAGES) {
    const words = WORDS[language];
    const { page, faults, context } = await visit(browser, `${served.url}#/${language}/open`, { locale: language });
    await law(`${language}: who is signed in is shown, and what others do arrives`, async () => {
      await page.locator('.shared', { hasText: 'ana' }).waitFor();
      net.add(net.event(`bo-${language}`, { en: 'A quiet room', fr: 'Une pièce calme' }));
      await page.locator('.journal', { hasText: language === 'fr' ? 'Une pièce calme' : 'A quiet room' }).waitFor();
    });
    await law(`${language}: a proposal joins the journal once, and is shown`, async () => {
      const before = net.journal.length;
      await page.getByLabel(words.proposal, { exact: true }).fill('A walk at noon');
      await page.getByRole('button', { name: words.contribute, exact: true }).click();
      await page.locator('.journal', { hasText: 'A walk at noon' }).waitFor();
      assert.equal(net.journal.length, before + 1);
    });
    await law(`${language}: what the host refuses stays as it was typed`, async () => {
      net.refuse(true);
      await page.getByLabel(words.proposal, { exact: true }).fill('Later');
      await page.getByRole('button', { name: words.contribute, exact: true }).click();
      await page.locator('.shared .fault').waitFor();
      assert.equal(await page.getByLabel(words.proposal, { exact: true }).inputValue(), 'Later');
      net.refuse(false);
    });
    await law(`${language}: no other fault`, () => assert.deepEqual(faults.filter((fault) => !fault.includes('503')), []));
    await context.close();
  }
  served.close();
});
