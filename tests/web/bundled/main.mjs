// An application as users write it: the package imported by name, no plugin of a bundler.
import * as innovation from 'innovation-core';
import { createWorker } from 'innovation-core/worker';
import cases from './cases.ndjson?raw';
import { checks, equal } from '../check.mjs';
import { readCases, vectors } from '../laws.mjs';
import { reportOf } from '../report.mjs';

reportOf(async () => {
  const { check, result } = checks();
  const some = readCases(cases).slice(0, 10);
  await vectors(check, innovation, some);
  await check('the namespaces are there', () => {
    equal(innovation.contract.version().library, innovation.version());
  });
  await check('a worker answers', async () => {
    const worker = createWorker();
    equal((await worker.contract.version()).library, innovation.version());
    worker.terminate();
  });
  return result();
});
