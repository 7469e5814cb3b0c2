// The library in WebAssembly against the native one, on requests at random, to the byte:
// `node differential.mjs <program "requests"> [requests of each operation] [seed]`.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { callText, operations } from 'innovation-core';

const [program, count = '2000', seed = String(Date.now())] = process.argv.slice(2);
/** What the package leaves to the host, and the native build brings along. */
const APART = ['equip.no-deck', 'evaluate.no-rubrics'];
const names = Object.entries(operations).flatMap(([verb, own]) => own.map((name) => `${verb}.${name}`));
let passed = 0;
let failed = 0;
let apart = 0;

async function compare(operation) {
  const native = spawn(program, [operation, count, seed], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => native.on('close', resolve));
  let seen = 0;
  for await (const line of createInterface({ input: native.stdout })) {
    const { request, output } = JSON.parse(line);
    seen += 1;
    const answer = callText(operation, request);
    if (answer === output) {
      continue;
    }
    if (APART.some((code) => answer.includes(`"code":"${code}"`))) {
      apart += 1;
      continue;
    }
    throw new Error(`another answer\nto ${request}\nnative ${output}\nwasm   ${answer}`);
  }
  const status = await ended;
  if (status !== 0 || seen !== Number(count)) {
    throw new Error(`the program ended with ${status} after ${seen} requests`);
  }
}

for (const operation of names) {
  try {
    await compare(operation);
    passed += 1;
  } catch (fault) {
    failed += 1;
    console.log(`FAILED ${operation} (seed ${seed}): ${fault.message.slice(0, 4000)}`);
  }
}
console.log(`${names.length} operations, ${count} requests each, seed ${seed}; ${apart} need a deck or rubrics that the package leaves to the host`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
