// axe-core in every room, in both languages, light and dark, wide and on a phone; nothing wider
// than a phone.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { assert, enter, LANGUAGES, law, prepare, ROOMS, run, visit } from './tools.mjs';
import { WORDS } from './words.mjs';

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true };
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds, with everything unfolded. */
async function findings(page) {
  await page.evaluate(() => document.querySelectorAll('details').forEach((one) => (one.open = true)));
  // What unfolds is made only then.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 100)));
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
  });
}

await run(async (browser, served) => {
  for (const language of LANGUAGES) {
    for (const [name, options] of [['light', {}], ['dark', { colorScheme: 'dark' }], ['phone', PHONE]]) {
      const { page, context } = await visit(browser, `${served.url}#/${language}/open`, { locale: language, ...options });
      await prepare(page, language, WORDS[language]);
      for (const room of ROOMS) {
        await enter(page, language, room);
        await page.locator('.waiting').first().waitFor({ state: 'detached' });
        await law(`${language} ${name} ${room}: axe-core`, async () => assert.deepEqual(await findings(page), []));
        if (name === 'phone') {
          await law(`${language} ${name} ${room}: no wider than the screen`, async () => {
            const [width, widest] = await page.evaluate(() => [
              document.documentElement.scrollWidth,
              [...document.querySelectorAll('main *')].filter((one) => !one.closest('.scroll, .paper, .unseen, svg')).find((one) => one.getBoundingClientRect().right > innerWidth + 1)?.outerHTML.slice(0, 200),
            ]);
            assert.equal(widest, undefined);
            assert.ok(width <= 390, `${width} pixels`);
          });
        }
      }
      await law(`${language} ${name}: axe-core while a person is picked and a rule refused`, async () => {
        await enter(page, language, 'tables');
        await page.locator('.waiting').first().waitFor({ state: 'detached' });
        await page.locator('.seat').first().press('Enter');
        await page.locator('.menu').waitFor();
        assert.deepEqual(await findings(page), []);
        await enter(page, language, 'gather');
        if (name === 'phone') {
          await page.locator('.fold > summary').click();
        }
        await page.getByLabel(WORDS[language].min, { exact: true }).fill('x');
        assert.deepEqual(await findings(page), []);
      });
      await context.close();
    }
  }
});
