// What holds in every host: the vectors to the byte, errors, limits, progress, workers.
import { equal, holds, refused } from './check.mjs';

export function readCases(text) {
  const cases = text.split('\n').filter(Boolean).map((line) => JSON.parse(line));
  holds(cases.length > 0, 'there are no cases');
  return cases;
}

export async function vectors(check, innovation, cases) {
  for (const { name, operation, request, output, ok } of cases) {
    await check(`vector: ${name}`, () => {
      equal(innovation.callText(operation, request), output);
      equal('error' in JSON.parse(output), !ok);
    });
  }
}

export async function calls(check, innovation) {
  const { InnovationError, call, callText, contract, gather, operations, version } = innovation;

  await check('the package and the library have one version', () => {
    equal(contract.version().library, version());
  });
  await check('every operation of the contract stands in its namespace', () => {
    const listed = contract.operations().operations.map(({ name }) => name);
    for (const name of listed) {
      const [verb, operation] = name.split('.');
      equal(typeof innovation[verb][operation], 'function');
    }
    const offered = Object.entries(operations).flatMap(([verb, names]) => names.map((name) => `${verb}.${name}`));
    equal(offered.sort().join(), listed.sort().join());
  });
  await check('a refusal is a real error with code, path, hint and details', async () => {
    const error = await refused(() => innovation.people.profile({ people: [{ id: 'a', roel: 'nurse' }] }));
    holds(error instanceof InnovationError && error instanceof Error, 'not the class');
    equal(error.name, 'InnovationError');
    equal(error.code, 'contract.unknown-field');
    equal(error.path, '/people/0/roel');
    holds(error.message.includes('roel'), error.message);
    holds(String(error).startsWith('InnovationError: '), String(error));
    holds(error.hint.includes('role'), error.hint);
    equal(typeof error.details.line, 'number');
  });
  await check('an unknown operation is refused, whatever its name', async () => {
    for (const name of ['people.rolls', '', 'toString', '\u0000', undefined]) {
      equal((await refused(() => call(name))).code, 'contract.unknown-operation');
    }
  });
  await check('text that is no JSON is refused as text', () => {
    for (const text of ['', '{', 'undefined', '\ud800', '"\\ud800"', '[]x']) {
      holds(callText('contract.version', text).startsWith('{"error":{"code":"contract.'), text);
    }
  });
  await check('what is far too long is refused before it is read', () => {
    for (const text of ['['.repeat(100_000), `["${'x'.repeat(64 << 20)}"]`, `[${'0,'.repeat(1e7 - 1)}0]`]) {
      holds(callText('people.profile', text).startsWith('{"error":{"code":"contract.too-large"'), text.slice(0, 9));
    }
  });
  await check('limits hold, and a wrong limit is placed where it was written', async () => {
    const schema = { operation: 'x'.repeat(100) };
    const within = (limits) => refused(() => contract.schema(schema, { limits }));
    equal((await within({ bytes: 50 })).code, 'contract.too-large');
    equal((await within({ string: 50 })).code, 'contract.too-large');
    equal((await within({ bytes: 500 })).code, 'contract.unknown-operation');
    equal((await within({ byte: 1 })).path, '/options/limits/byte');
    equal((await within({ bytes: -1 })).path, '/options/limits/bytes');
  });
  await check('letters of every script come back as they were', async () => {
    const name = 'é 中 😀 \u0000 "\\';
    const error = await refused(() => call('contract.schema', { operation: name }));
    holds(error.message.includes('é 中 😀'), error.message);
  });
  await check('a search tells its progress', () => {
    const seen = [];
    gather.seat(crowd({ milliseconds: 300 }), { onProgress: (progress) => void seen.push(progress) });
    holds(seen.length > 0, 'nothing was told');
    holds(seen.every(({ done }) => Number.isFinite(done)), JSON.stringify(seen[0]));
  });
  await check('a stopped search answers with the best it has', () => {
    let told = 0;
    const start = performance.now();
    const seating = gather.seat(crowd({ milliseconds: 60_000 }), { onProgress: () => ++told < 3 });
    holds(performance.now() - start < 30_000, 'it went on');
    equal(told, 3);
    equal(seating.tables.flat().length, CROWD);
  });
  await check('what the callback throws, the call throws', async () => {
    const mine = new Error('mine');
    const error = await refused(() =>
      gather.seat(crowd({ milliseconds: 60_000 }), {
        onProgress: () => {
          throw mine;
        },
      }),
    );
    equal(error, mine);
    equal(version(), contract.version().library);
  });
}

export async function workers(check, createWorker, innovation, cases) {
  const worker = createWorker();

  await check('a worker answers in order and to the byte', async () => {
    const some = cases.slice(0, 20);
    const answers = await Promise.all(some.map(({ operation, request }) => worker.callText(operation, request)));
    some.forEach(({ output }, index) => equal(answers[index], output));
  });
  await check('a worker has the namespaces', async () => {
    equal((await worker.contract.version()).library, innovation.version());
    equal((await worker.call('contract.version')).library, innovation.version());
  });
  await check('a worker fails with the same error', async () => {
    const error = await refused(() => worker.people.profile({ people: [] }));
    holds(error instanceof innovation.InnovationError, 'not the class');
    equal(error.code, 'people.empty');
  });
  await check('a worker tells progress', async () => {
    let told = 0;
    await worker.gather.seat(crowd({ milliseconds: 500 }), { onProgress: () => void (told += 1) });
    holds(told > 0, 'nothing was told');
  });
  await check('an aborted call fails, and the calls around it do not', async () => {
    const running = new AbortController();
    const waiting = new AbortController();
    const first = worker.gather.seat(crowd({ milliseconds: 60_000 }), { signal: running.signal });
    const second = worker.contract.version({}, { signal: waiting.signal });
    const third = worker.contract.version();
    waiting.abort(new Error('second'));
    equal((await refused(() => second)).message, 'second');
    setTimeout(() => running.abort(), 100);
    equal((await refused(() => first)).name, 'AbortError');
    equal((await third).library, innovation.version());
    equal((await refused(() => worker.contract.version({}, { signal: running.signal }))).name, 'AbortError');
  });
  await check('what a callback throws ends the call', async () => {
    const mine = new Error('mine');
    const error = await refused(() =>
      worker.gather.seat(crowd({ milliseconds: 60_000 }), {
        onProgress: () => {
          throw mine;
        },
      }),
    );
    equal(error, mine);
  });
  await check('a terminated worker fails what waits and starts again', async () => {
    const lost = worker.gather.seat(crowd({ milliseconds: 60_000 }));
    worker.terminate();
    holds((await refused(() => lost)) instanceof Error, 'not an error');
    equal((await worker.contract.version()).library, innovation.version());
  });
  worker.terminate();
}

const CROWD = 120;

/** A seating large enough for a search, of pairs worth so different things that it goes on. */
function crowd(effort) {
  const people = Array.from({ length: CROWD }, (_, index) => ({ id: `p${index}`, role: 'nurse' }));
  const distance = Array.from({ length: (CROWD * (CROWD - 1)) / 2 }, (_, pair) => (pair * 7919) % 997);
  return { people, tables: { count: 12 }, value: { distance }, seed: 1, effort };
}
