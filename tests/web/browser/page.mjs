// The same laws as in Node, in a page without any bundler.
import { checks } from '../check.mjs';
import { calls, readCases, vectors, workers } from '../laws.mjs';
import { reportOf } from '../report.mjs';

reportOf(async () => {
  const innovation = await import('innovation-core');
  const { createWorker } = await import('innovation-core/worker');
  const cases = readCases(await (await fetch('/cases.ndjson')).text());
  const { check, result } = checks();
  await vectors(check, innovation, cases);
  await calls(check, innovation);
  await workers(check, createWorker, innovation, cases);
  return result();
});
