// The whole way through the page, in both languages, as a facilitator goes it.
import { readFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { assert, enter, folder, LANGUAGES, law, run, searched, visit } from './tools.mjs';
import { WORDS } from './words.mjs';

const PEOPLE = {
  en: 'id;role;organisation;reportsTo\nana;nurse;Hospital;bo\nbo;ward-manager;Hospital;\nchi;patient;Association;\ndee;family-carer;Association;\n',
  fr: 'identifiant;fonction;établissement;responsable\nana;infirmière;Hôpital;bo\nbo;cadre de santé;Hôpital;\nchi;patient;Association;\ndee;proche aidant;Association;\n',
};
const FACES_ON_A_SHEET = 4;

await run(async (browser, served) => {
  for (const language of LANGUAGES) {
    const words = WORDS[language];
    const { page, faults, context } = await visit(browser, `${served.url}#/${language}/open`, { locale: language });
    const button = (name) => page.getByRole('button', { name, exact: true });
    const field = (name) => page.getByLabel(name, { exact: true });
    const step = (name, body) => law(`${language}: ${name}`, body);

    await step('a bad table has its error beside the field, and what was typed stays', async () => {
      await field(words.people).fill('id;role\nana;nurse\nana;nurse\n');
      await button(words.take).click();
      await page.locator('textarea[aria-invalid="true"]').waitFor();
      assert.equal(await field(words.people).inputValue(), 'id;role\nana;nurse\nana;nurse\n');
      const described = await field(words.people).getAttribute('aria-describedby');
      const fault = described.split(' ').at(-1);
      assert.match(await page.locator(`[id="${fault}"]`).innerText(), /ana/);
    });
    await step('ties of strangers are refused beside their own field', async () => {
      await field(words.people).fill(PEOPLE[language]);
      await field(words.ties).fill('a;b;weight\nana;zoe;3\n');
      await button(words.take).click();
      await page.locator('.fault', { hasText: 'zoe' }).waitFor();
      assert.equal(await field(words.ties).getAttribute('aria-invalid'), 'true');
      assert.equal(await field(words.people).getAttribute('aria-invalid'), null);
    });
    await step('a table that is dropped as a file opens a space', async () => {
      const data = await page.evaluateHandle(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File(['a;b;weight\nana;bo;12\nchi;dee;5\n'], 'ties.csv', { type: 'text/csv' }));
        return transfer;
      });
      await page.locator('.drop').nth(1).dispatchEvent('drop', { dataTransfer: data });
      await page.waitForFunction(() => document.querySelectorAll('textarea')[1].value.includes('chi;dee;5'));
      await button(words.take).click();
      await page.locator('main.room-people .network .node').first().waitFor();
      assert.equal(await page.locator('.network .node').count(), 4);
      assert.equal(await page.locator('.synthetic').count(), 0);
    });
    await step('the sample shows its network by shape and colour, with tables behind it', async () => {
      await enter(page, language, 'open');
      await button(words.sample).click();
      await page.waitForFunction(() => document.querySelectorAll('.network .node').length === 180);
      const looks = await page.locator('.network .node').evaluateAll((nodes) => [
        new Set(nodes.map((node) => node.getAttribute('d'))).size,
        new Set(nodes.map((node) => getComputedStyle(node).fill)).size,
      ]);
      assert.deepEqual(looks, [7, 7]);
      await page.locator('.behind summary').last().click();
      await page.locator('.behind').last().locator('tbody tr').nth(179).waitFor();
      assert.ok((await page.locator('.brokers li').count()) >= 3);
      assert.match(await page.locator('.facts').first().innerText(), /180/);
      assert.equal(await page.locator('.synthetic').count(), 1);
    });
    await step('a number that is none is said beside its field', async () => {
      await enter(page, language, 'gather');
      await field(words.size).fill('twenty');
      assert.equal(await page.locator('.fault').first().innerText(), words.whole);
      assert.ok(await button(words.find).isDisabled());
      await field(words.size).fill('20');
    });
    await step('rules that cannot hold together are named, in the quota they are about', async () => {
      await field(words.min).fill('170');
      await page.getByLabel(/At most|Au plus/, { exact: true }).fill('');
      await button(words.find).click();
      await page.locator('.quota .fault').waitFor();
      assert.ok((await page.locator('.notice.fault li').count()) >= 1);
      assert.equal(await field(words.min).inputValue(), '170');
      await field(words.min).fill('8');
      await page.getByLabel(/At most|Au plus/, { exact: true }).fill('12');
    });
    await step('a search shows a group at once, goes on, and stops with the best so far', async () => {
      await button(words.find).click();
      await page.locator('progress').waitFor();
      await page.locator('.people-list li').first().waitFor();
      assert.ok(await page.locator('progress').isVisible(), 'the group is there while the search goes on');
      await button(words.stop).click();
      await page.locator('progress').waitFor({ state: 'detached' });
      assert.equal(await page.locator('.people-list li').count(), 20);
    });
    await step('a whole search is at least as good, and keeps the rules', async () => {
      const worth = async () => Number((await page.locator('.facts dd').nth(1).innerText()).replace(',', '.'));
      const before = await worth();
      await button(words.again).click();
      await searched(page);
      assert.ok((await worth()) >= before, 'a longer search is no worse');
      const kinds = await page.locator('.people-list .mark').evaluateAll((marks) => new Set(marks.map((mark) => mark.getAttribute('class'))).size);
      assert.equal(kinds, 7, 'every organisation has a seat');
      assert.equal(await page.locator('.network .picked').count(), 20);
      assert.equal(await page.locator('.notice.calm').count(), 0);
    });
    await step('a group whose rules have changed since is said to be of before', async () => {
      await field(words.min).fill('9');
      await page.locator('.notice.calm').waitFor();
      await field(words.min).fill('8');
      await page.locator('.notice.calm').waitFor({ state: 'detached' });
    });
    await step('people sit at tables for four rounds', async () => {
      await enter(page, language, 'tables');
      await button(words.seat).click();
      await page.locator('.table').first().waitFor();
      assert.equal(await page.locator('.table').count(), 5);
      assert.equal(await page.locator('.seat').count(), 20);
      assert.equal(await page.locator('.tabs button').count(), 4);
    });
    await step('dragging somebody shows what it costs before and after', async () => {
      const seat = page.locator('[data-table="0"] .seat').first();
      const person = await seat.getAttribute('data-person');
      const from = await seat.boundingBox();
      const to = await page.locator('[data-table="2"] h3').boundingBox();
      await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
      await page.mouse.down();
      await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
      await page.locator('.cost.looking .worse').first().waitFor();
      await page.mouse.up();
      await page.locator(`[data-table="2"] [data-person="${person}"]`).waitFor();
      await page.locator('.cost:not(.looking) .worse').first().waitFor();
      assert.match(await page.locator('.cost-text').innerText(), new RegExp(person));
      await button(words.back).click();
      await page.locator(`[data-table="0"] [data-person="${person}"]`).waitFor();
      await page.locator('.cost .worse').first().waitFor({ state: 'detached' });
    });
    await step('a programme is built, and an impossible session is said where it is', async () => {
      await enter(page, language, 'programme');
      await field(words.minutes).first().fill('20');
      await button(words.build).click();
      await page.locator('.notice.fault').waitFor();
      await field(words.minutes).first().fill('240');
      await button(words.build).click();
      await page.locator('.timeline').first().waitFor();
      assert.equal(await page.locator('.timeline').count(), 2);
      assert.ok((await page.locator('.moment').count()) >= 8);
    });
    await step('cards are printed on A6, four to a sheet, none cut', async () => {
      await page.locator('.face .face-foot').first().waitFor({ state: 'attached' });
      await page.emulateMedia({ media: 'print' });
      const faces = await page.locator('.sheet .face').evaluateAll((list) =>
        list.map((face) => {
          const foot = face.querySelector('.face-foot').getBoundingClientRect();
          const texts = [...face.querySelectorAll('p:not(.face-foot)')].map((one) => one.getBoundingClientRect());
          const { width, height } = face.getBoundingClientRect();
          const cut = texts.some((text) => text.bottom > foot.top || text.right > face.getBoundingClientRect().right);
          return { cut, width: Math.round((width * 25.4) / 96), height: (height * 25.4) / 96, text: face.textContent.length };
        }),
      );
      assert.ok(faces.length >= 8);
      assert.deepEqual(faces.filter(({ cut, width, height }) => cut || width !== 105 || Math.abs(height - 148.5) > 0.5), []);
      const pdf = join(folder, `../cards.${language}.pdf`);
      await page.pdf({ path: pdf, preferCSSPageSize: true });
      await page.emulateMedia({ media: null });
      const pages = Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [pdf], { encoding: 'utf8' }))[1]);
      assert.equal(pages, Math.ceil(faces.length / FACES_ON_A_SHEET));
    });
    await step('a proposal is added, rated by hand and by a table', async () => {
      await enter(page, language, 'ideas');
      await field(words.another).fill('Une fenêtre – a window');
      await page.locator('.proposals + form').getByRole('button').click();
      assert.equal(await page.locator('.proposals li').count(), 4);
      await page.locator('.behind summary', { hasText: words.questions }).click();
      await page.locator('.levels input').nth(3).check();
      assert.match(await page.locator('.behind summary', { hasText: words.questions }).innerText(), /1/);
      await page.locator('.behind summary', { hasText: words.pasteRatings }).click();
      await field(words.ratings).fill('subject;assessor;nothing\nevening-line;P01;4\n');
      await button(words.takeRatings).click();
      await page.locator('.drop .fault').waitFor();
      assert.match(await field(words.ratings).inputValue(), /nothing/);
      const items = await page.evaluate((shelf) => {
        const rubric = globalThis.innovation[shelf].find(({ id }) => id === 'acceptability-feasibility');
        return rubric.groups.flatMap((group) => group.items.map(({ id }) => id));
      }, `rubrics.${language}`);
      const heads = ['subject', 'assessor', 'role', ...items].join(';');
      await field(words.ratings).fill(`${heads}\nevening-line;P01;patient;${items.map(() => 4).join(';')}\n`);
      await button(words.takeRatings).click();
      await page.locator('.dots', { hasText: /4[.,]00/ }).first().waitFor();
    });
    await step('ratings give means, agreement and a robust ranking', async () => {
      await button(words.makeUp).click();
      await page.locator('.ranks li').nth(3).waitFor();
      assert.equal(await page.locator('.ranks li').count(), 4);
      const shares = await page.locator('.rank-first').allInnerTexts();
      const sum = shares.reduce((total, share) => total + Number(/\d+/.exec(share)[0]), 0);
      assert.ok(Math.abs(sum - 100) <= 2, `shares of first places add up to 100 %: ${shares}`);
      const before = await page.locator('.ranks').innerText();
      await field(words.weightiest).selectOption({ index: 3 });
      await page.waitForFunction((text) => document.querySelector('.ranks').innerText !== text, before);
      const alpha = Number((await page.locator('.facts dd').first().innerText()).replace(',', '.'));
      assert.ok(alpha > 0.1 && alpha < 1, `alpha ${alpha}`);
    });
    await step('the spread is planned: where to begin, how it may go, what was seen', async () => {
      await enter(page, language, 'spread');
      await page.locator('.starts li').nth(2).waitFor();
      await page.locator('.curve .band').nth(1).waitFor();
      await field(words.starts).fill('2');
      await page.waitForFunction(() => document.querySelectorAll('.starts li').length === 2);
      await field(words.series).fill('1 2 x 4');
      await page.locator('.fault', { hasText: 'x' }).waitFor();
      assert.equal(await field(words.series).inputValue(), '1 2 x 4');
      await field(words.series).fill('1 2 4 5 9 12 13 11');
      await page.locator('.curve .seen').nth(7).waitFor();
    });
    await step('everything is taken away, and the space opens again', async () => {
      await enter(page, language, 'takeaway');
      const take = async (name) => {
        const [download] = await Promise.all([page.waitForEvent('download'), button(name).click()]);
        return readFile(await download.path(), 'utf8');
      };
      for (const profile of ['easyRead', 'largePrint', 'standard']) {
        await field(words.profile).selectOption(profile);
        const report = await take(words.report);
        assert.match(report, new RegExp(`<html[^>]* lang="${language}"`));
        assert.match(report, /<\/html>\s*$/);
        assert.ok(report.includes('Une fenêtre – a window'), `the report holds the proposal (${profile})`);
      }
      const calendar = await take(words.calendar);
      assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
      assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 2);
      const bundle = JSON.parse(await take(words.fhir));
      assert.equal(bundle.resourceType, 'Bundle');
      const kinds = new Set(bundle.entry.map(({ resource }) => resource.resourceType));
      for (const kind of ['PlanDefinition', 'Questionnaire', 'QuestionnaireResponse']) {
        assert.ok(kinds.has(kind), `${kind} is in ${[...kinds]}`);
      }
      const saved = await take(words.save);
      const again = await visit(browser, `${served.url}#/${language}/open`, { locale: language });
      await again.page.locator('input[accept*="json"]').setInputFiles({ name: 'space.json', mimeType: 'application/json', buffer: Buffer.from(saved) });
      await again.page.locator('main.room-people .facts').waitFor();
      assert.equal(await again.page.getByText(words.readOnly).count(), 0);
      await enter(again.page, language, 'takeaway');
      const [download] = await Promise.all([again.page.waitForEvent('download'), again.page.getByRole('button', { name: words.save, exact: true }).click()]);
      assert.equal(await readFile(await download.path(), 'utf8'), saved, 'saved again, it is the same');
      assert.deepEqual(again.faults, []);
      await again.context.close();
    });
    await step('nothing left the host, and the policy was kept', () => assert.deepEqual(faults, []));
    await context.close();
  }
});
