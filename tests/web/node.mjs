// In Node, Deno and Bun, through `import` and `require`: `node node.mjs <cases.ndjson>`.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as innovation from 'innovation-core';
import { createWorker } from 'innovation-core/worker';
import { checks, equal, holds, refused } from './check.mjs';
import { calls, readCases, vectors, workers } from './laws.mjs';

const cases = readCases(readFileSync(process.argv[2], 'utf8'));
const { check, result } = checks();

await vectors(check, innovation, cases);
await calls(check, innovation);
await workers(check, createWorker, innovation, cases);

await check('require() gives the same library', () => {
  const required = createRequire(import.meta.url)('./require.cjs');
  equal(required.version, innovation.version());
  equal(required.InnovationError, innovation.InnovationError);
});
await check('the library can be loaded by hand', async () => {
  const own = await import('innovation-core/init');
  own.initSync(readFileSync(new URL(import.meta.resolve('innovation-core/wasm'))));
  equal(own.version(), innovation.version());
});

await check('a deck is loaded in one language and plans a session', async () => {
  for (const locale of ['en', 'fr']) {
    const { default: cards } = await import(`innovation-core/deck/${locale}`);
    holds(cards.length >= 72 && cards.every(({ title }) => typeof title === 'string'), locale);
    const request = { goal: ['insights'], sessions: [{ start: '09:00', minutes: 180 }], group: { size: 12 }, cards };
    holds(innovation.equip.plan(request).proved, locale);
  }
  equal((await refused(() => innovation.equip.deck({}))).code, 'equip.no-deck');
});

await check('rubrics are loaded in one language and score an assessment', async () => {
  for (const locale of ['en', 'fr']) {
    const { default: rubrics } = await import(`innovation-core/rubrics/${locale}`);
    const rubric = rubrics.find(({ id }) => id === 'nhs-sustainability');
    const items = rubric.groups.flatMap((group) => group.items);
    const answers = Object.fromEntries(items.map(({ id }) => [id, 'b']));
    const assessment = { rubric: rubric.id, version: rubric.version, subject: 'pilot', answers };
    const { scores } = innovation.evaluate.score({ rubric, assessments: [assessment] });
    equal(scores[0].total.value, 49.9);
  }
  equal((await refused(() => innovation.evaluate.rubrics({}))).code, 'evaluate.no-rubrics');
});

const { passed, failed, faults } = result();
faults.forEach((fault) => console.log(fault));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
