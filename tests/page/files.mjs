// Files: the page from a folder without a server; saved spaces that are old, damaged or strange.
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { assert, enter, folder, LANGUAGES, law, prepare, run, visit } from './tools.mjs';
import { WORDS } from './words.mjs';

await run(async (browser, served) => {
  const share = pathToFileURL(join(folder, 'index.html')).href;
  const saved = {};
  for (const language of LANGUAGES) {
    const words = WORDS[language];
    await law(`${language}: opened from a file share, without any network, the page does all it does`, async () => {
      const { page, faults, context } = await visit(browser, `${share}#/${language}/open`, { locale: language, offline: true });
      await prepare(page, language, words);
      await enter(page, language, 'spread');
      await page.locator('.curve .band').nth(1).waitFor();
      await enter(page, language, 'takeaway');
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.save, exact: true }).click()]);
      saved[language] = await readFile(await download.path(), 'utf8');
      assert.equal(JSON.parse(saved[language]).space.selection.chosen.length, 20);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
  await law('from a file share, too, the browser refuses to send anything anywhere', async () => {
    const { page, context } = await visit(browser, `${share}#/en/open`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const sent = await page.evaluate((url) => fetch(url).then(() => 'sent', (error) => error.name), served.url);
    assert.equal(sent, 'TypeError');
    const before = served.weights.length;
    await page.evaluate((url) => void navigator.sendBeacon(url, 'x'), served.url);
    await page.waitForTimeout(500);
    assert.equal(served.weights.length, before, 'nothing arrived');
    await context.close();
  });
  for (const language of LANGUAGES) {
    const words = WORDS[language];
    const { page, faults, context } = await visit(browser, `${served.url}#/${language}/open`, { locale: language });
    const whole = JSON.parse(saved[language]);
    const openText = async (text, name) => {
      await enter(page, language, 'open');
      await page.locator('input[accept*="json"]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
      await page.locator('.notice.warning').waitFor();
    };
    const notice = () => page.locator('.notice.warning').innerText();
    const kept = async () => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: words.keep, exact: true }).click()]);
      return readFile(await download.path(), 'utf8');
    };
    await law(`${language}: a file that was cut off opens for reading, and its text is kept`, async () => {
      const text = saved[language].slice(0, 5000);
      await openText(text, 'cut.json');
      assert.match(await notice(), new RegExp(words.readOnly));
      assert.match(await notice(), /cut\.json/);
      assert.equal(await kept(), text);
    });
    await law(`${language}: a damaged part is named, the others are shown, nothing can be changed`, async () => {
      const text = JSON.stringify({ ...whole, space: { ...whole.space, seats: { rounds: 'gone' }, evaluation: undefined } });
      await openText(text, 'damaged.json');
      assert.equal(await page.locator('.notice.warning li').count(), 2);
      await page.locator('.network .node').first().waitFor();
      await enter(page, language, 'gather');
      assert.equal(await page.locator('.people-list li').count(), 20);
      assert.ok(await page.getByLabel(words.size, { exact: true }).isDisabled());
      assert.ok(await page.getByRole('button', { name: words.again, exact: true }).isDisabled());
      assert.equal(await kept(), text);
    });
    await law(`${language}: what could be read can be worked on`, async () => {
      await page.getByRole('button', { name: words.copy, exact: true }).click();
      await page.locator('.notice.warning').waitFor({ state: 'detached' });
      assert.ok(await page.getByLabel(words.size, { exact: true }).isEnabled());
      assert.equal(await page.locator('.people-list li').count(), 20);
    });
    await law(`${language}: somebody chosen who is not among the people is a damage`, async () => {
      const selection = { ...whole.space.selection, chosen: [...whole.space.selection.chosen, 'nobody'] };
      await openText(JSON.stringify({ ...whole, space: { ...whole.space, selection } }), 'strange.json');
      assert.ok((await page.locator('.notice.warning li').count()) >= 1);
    });
    for (const [name, version] of [['old', 0], ['new', 7]]) {
      await law(`${language}: a file of another version opens for reading (${name})`, async () => {
        await openText(JSON.stringify({ ...whole, version }), `${name}.json`);
        assert.match(await notice(), new RegExp(`version ${version}`));
        await page.locator('.network .node').first().waitFor();
      });
    }
    await law(`${language}: a file of another kind says so`, async () => {
      await openText('{"resourceType":"Bundle"}', 'bundle.json');
      assert.equal(await page.locator('.notice.warning li').count(), 1);
      assert.equal(await kept(), '{"resourceType":"Bundle"}');
    });
    await law(`${language}: no fault with any file`, () => assert.deepEqual(faults, []));
    await context.close();
  }
});
