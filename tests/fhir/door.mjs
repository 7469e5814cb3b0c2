// Asks the library, many requests at once.
import { spawnSync } from 'node:child_process';

/** Answers of `[[operation, request], …]`, in their order. */
export function ask(requests) {
  const [program, ...args] = process.env.INNOVATION_DOOR.split(' ');
  const input = requests.map(([name, request]) => `${name} ${JSON.stringify(request)}\n`).join('');
  const done = spawnSync(program, args, { input, maxBuffer: 1 << 30 });
  if (done.status !== 0) {
    throw new Error(`${process.env.INNOVATION_DOOR}: ${done.stderr ?? done.error}`);
  }
  const lines = done.stdout.toString().trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** The answers, none of which may be an error. */
export function answers(requests) {
  return ask(requests).map((answer, at) => {
    if (answer.error) {
      throw new Error(`${requests[at][0]}: ${JSON.stringify(answer.error)}`);
    }
    return answer;
  });
}
