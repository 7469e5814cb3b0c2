// By keyboard alone: from the door to a table, no pointer anywhere.
import { assert, LANGUAGES, law, run, visit } from './tools.mjs';
import { WORDS } from './words.mjs';

const PATIENCE = 150;

/** Presses Tab until the focus is on something whose name or text fits. */
async function reach(page, wanted, key = 'Tab') {
  for (let press = 0; press < PATIENCE; press += 1) {
    await page.keyboard.press(key);
    const name = await page.evaluate(() => {
      const one = document.activeElement;
      return one.getAttribute('aria-label') ?? one.labels?.[0]?.innerText ?? one.innerText ?? '';
    });
    if (name.trim() === wanted) {
      const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
      const toggle = await page.evaluate(() => document.activeElement.matches('.toggles input, .file input'));
      assert.ok(toggle || ring !== 'none', `the focus on ${wanted} can be seen`);
      return;
    }
  }
  throw new Error(`Tab does not reach “${wanted}”`);
}

await run(async (browser, served) => {
  for (const language of LANGUAGES) {
    const words = WORDS[language];
    const { page, faults, context } = await visit(browser, `${served.url}#/${language}/open`, { locale: language });
    const rooms = language === 'fr' ? { gather: 'Groupe', tables: 'Tables' } : { gather: 'Group', tables: 'Tables' };
    await law(`${language}: a group is found by keyboard alone`, async () => {
      await page.getByRole('heading', { level: 1 }).waitFor();
      await reach(page, words.sample);
      await page.keyboard.press('Enter');
      await page.locator('main.room-people .facts').waitFor();
      await reach(page, rooms.gather, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.locator('main.room-gather').waitFor();
      await reach(page, words.find);
      await page.keyboard.press('Enter');
      await page.locator('.people-list li').first().waitFor();
      await page.locator('progress').waitFor({ state: 'detached' });
    });
    await law(`${language}: somebody is moved by keyboard alone, and put back`, async () => {
      await reach(page, rooms.tables, 'Shift+Tab');
      await page.keyboard.press('Enter');
      await page.locator('main.room-tables').waitFor();
      await reach(page, words.seat);
      await page.keyboard.press('Enter');
      await page.locator('.seat').first().waitFor();
      const seat = page.locator('[data-table="0"] .seat').first();
      const person = await seat.getAttribute('data-person');
      await reach(page, await seat.getAttribute('aria-label'));
      await page.keyboard.press('ArrowRight');
      await page.locator(`[data-table="1"] [data-person="${person}"]`).waitFor();
      await page.locator('.cost .worse').first().waitFor();
      const focus = () => page.evaluate(() => document.activeElement.dataset.person);
      assert.equal(await focus(), person, 'the focus stays with the person');
      await page.keyboard.press('Enter');
      await reach(page, words.toTable(4));
      await page.locator('.cost.looking').waitFor();
      await page.keyboard.press('Enter');
      await page.locator(`[data-table="3"] [data-person="${person}"]`).waitFor();
      assert.equal(await focus(), person);
      await page.keyboard.press('Control+z');
      await page.locator(`[data-table="1"] [data-person="${person}"]`).waitFor();
      await page.keyboard.press('Control+z');
      await page.locator(`[data-table="0"] [data-person="${person}"]`).waitFor();
    });
    await law(`${language}: the first Tab leads past the steps to the content`, async () => {
      await page.goto(`${served.url}?again#/${language}/open`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate(() => document.activeElement.className), 'skip');
      await page.keyboard.press('Enter');
      assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
    });
    await law(`${language}: no fault by keyboard`, () => assert.deepEqual(faults, []));
    await context.close();
  }
});
