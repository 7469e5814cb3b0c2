// Plays requests through the npm package in Node: operation, seconds of the processor, digest.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const { callText } = await import(pathToFileURL(resolve(process.argv[2], 'node.js')));
for (const line of readFileSync(0, 'utf8').trimEnd().split('\n')) {
  const space = line.indexOf(' ');
  const [operation, request] = [line.slice(0, space), line.slice(space + 1)];
  let best = Infinity;
  let answer;
  for (let round = 0; round < 5; round += 1) {
    const begin = process.cpuUsage();
    answer = callText(operation, request);
    const { user, system } = process.cpuUsage(begin);
    best = Math.min(best, (user + system) / 1e6);
  }
  console.log(operation, best, createHash('sha256').update(answer).digest('hex'));
}
