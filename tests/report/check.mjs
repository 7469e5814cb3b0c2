#!/usr/bin/env node
// Looks at every page: axe-core, cards that hold their text, pictures with a name and a table.
// Usage: check.mjs pages-folder axe.min.js [--shots folder]
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { open } from './browser.mjs';

const [folder, axe, , shots] = process.argv.slice(2);
const source = readFileSync(axe, 'utf8');
const pages = readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
let passed = 0;
let failed = 0;
const judge = (what, faults) => {
  faults.length ? failed++ : passed++;
  console.log(`${what}: ${faults.length ? `FAILED\n  ${faults.join('\n  ')}` : 'ok'}`);
};

/** What axe-core finds, with everything unfolded. */
const AXE = `(async () => {
  document.querySelectorAll('details').forEach((one) => (one.open = true));
  const found = await axe.run(document, { resultTypes: ['violations'] });
  return found.violations.map((one) => one.id + ' (' + one.impact + '): ' + one.nodes.length + ' × ' + one.nodes[0].html.slice(0, 160) + ' ' + (one.nodes[0].any[0]?.message ?? ''));
})()`;
/** Cards whose text is higher or wider than they are. */
const CUT = `[...document.querySelectorAll('.face')].filter((face) => {
  const foot = face.querySelector('.foot').getBoundingClientRect();
  const texts = [...face.children].filter((one) => !one.classList.contains('foot'));
  return face.scrollHeight > face.clientHeight || face.scrollWidth > face.clientWidth
    || texts.some((one) => one.getBoundingClientRect().bottom > foot.top + 0.5);
}).map((face) => face.querySelector('.foot').textContent + ' ' + face.scrollHeight + '/' + face.clientHeight)`;
/** Pictures without a name, a description or a table after them. */
const NAMELESS = `[...document.querySelectorAll('figure svg')].filter((svg) => {
  const named = (svg.getAttribute('aria-labelledby') ?? '').split(' ').map((id) => document.getElementById(id));
  const told = svg.getAttribute('role') === 'img' && named.length === 2 && named.every((one) => one && one.textContent.trim() && svg.contains(one));
  let next = svg.closest('figure').nextElementSibling;
  while (next && !next.querySelector('table') && next.tagName !== 'FIGURE') next = next.nextElementSibling;
  return !(told && next?.querySelector('table'));
}).map((svg) => svg.querySelector('title')?.textContent ?? svg.outerHTML.slice(0, 80))`;
/** Text of pictures that leaves its picture. */
const OUTSIDE = `[...document.querySelectorAll('figure svg')].flatMap((svg) => {
  const own = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter((text) => {
    const box = text.getBoundingClientRect();
    return box.left < own.left - 1 || box.right > own.right + 1 || box.top < own.top - 1 || box.bottom > own.bottom + 1;
  }).map((text) => svg.querySelector('title').textContent + ': ' + text.textContent);
})`;
/** The smallest letters in points, and where; for large print. */
const SMALL = `(() => {
  const small = [];
  for (const one of document.querySelectorAll('body *')) {
    if (!['STYLE', 'TITLE', 'DESC'].includes(one.tagName.toUpperCase()) && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) {
      const scale = one.ownerSVGElement ? one.ownerSVGElement.getScreenCTM().a : 1;
      const points = parseFloat(getComputedStyle(one).fontSize) * scale * 0.75;
      if (points < 15.95 && one.getClientRects().length) small.push(points.toFixed(1) + ' ' + one.tagName + '.' + (one.getAttribute('class') ?? '') + ' ' + one.textContent.slice(0, 40));
    }
  }
  return small.slice(0, 8);
})()`;

const browser = open();
try {
  for (const name of pages) {
    const url = `file://${resolve(folder, name)}`;
    for (const dark of [false, true]) {
      const page = await browser.visit(url, { dark });
      await page.run(source);
      judge(`${name} ${dark ? 'dark' : 'light'}: axe-core`, await page.run(AXE));
      if (!dark) {
        judge(`${name}: cards on screen`, await page.run(CUT));
        judge(`${name}: pictures`, await page.run(NAMELESS));
        judge(`${name}: words in pictures`, await page.run(OUTSIDE));
      }
      await page.leave();
      if (shots && (!dark || name === 'standard.en.html')) await shoot(url, name, dark);
    }
    // 180 mm of an A4 page between its margins.
    const print = await browser.visit(url, { media: 'print', width: 680 });
    judge(`${name}: cards on paper`, await print.run(CUT));
    if (!name.startsWith('standard')) judge(`${name}: 16 points`, await print.run(SMALL));
    await print.leave();
  }
} finally {
  await browser.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

async function shoot(url, name, dark) {
  const page = await browser.visit(url, { dark });
  const height = await page.run('Math.ceil(document.documentElement.scrollHeight)');
  for (let top = 0, at = 0; top < height; top += 1600, at++) {
    const clip = { x: 0, y: top, width: 1280, height: Math.min(1600, height - top), scale: 0.8 };
    const { data } = await page.page('Page.captureScreenshot', { clip, captureBeyondViewport: true });
    writeFileSync(join(shots, `${name.replace('.html', '')}${dark ? '.dark' : ''}.${String(at).padStart(2, '0')}.png`), Buffer.from(data, 'base64'));
  }
  await page.leave();
}
