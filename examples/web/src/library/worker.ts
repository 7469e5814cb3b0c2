// The library's own thread: answers calls, searches in slices, lays out networks.
import init, { callText, type Selection } from 'innovation-core/init';
import { layout } from './layout.ts';
import type { Asked, Said, Slice } from './messages.ts';

const say = (said: Said): void => self.postMessage(said);
/** Milliseconds after which no further slice begins: a slow machine tries fewer. */
const PATIENCE = 5_000;
const REHEARSALS = 4;
const stopped = new Set<number>();
let ready: Promise<unknown> | undefined;

self.onmessage = async ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'stop') {
    stopped.add(data.id);
    return;
  }
  if (data.kind === 'load') {
    ready = init('packed' in data ? unpack(data.packed) : data.address);
  }
  try {
    await ready;
    await answer(data);
  } catch (fault) {
    say({ id: data.id, fault: String(fault) });
  }
};

async function answer(asked: Exclude<Asked, { kind: 'stop' }>): Promise<void> {
  const { id } = asked;
  switch (asked.kind) {
    case 'load':
      say({ id, answer: '{}' });
      return rehearse();
    case 'call':
      return say({ id, answer: callText(asked.name, asked.text) });
    case 'search':
      return search(id, asked.text, asked.slices);
    case 'layout':
      return say({ id, answer: JSON.stringify(layout(asked.groups, asked.links)) });
  }
}

/** The module's bytes from base64 of gzip, as a page without a server carries them. */
async function unpack(packed: string): Promise<ArrayBuffer> {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(plain).arrayBuffer();
}

/** A browser compiles what runs often: a few small searches make the first real one quick. */
async function rehearse(): Promise<void> {
  const people = Array.from({ length: 120 }, (_, at) => ({
    id: String(at),
    role: 'citizen',
    organisation: String(at % 7),
  }));
  const quotas = [{ each: 'organisation', min: 1 }];
  const request = {
    people,
    size: 12,
    rules: { quotas },
    value: { diversity: { organisation: 1 } },
    effort: { iterations: 1 },
  };
  const text = JSON.stringify({ ...request, previous: ['0'], keep: 0 });
  for (let time = 0; time < REHEARSALS; time += 1) {
    callText('gather.select', text);
    // A real call may come between.
    await new Promise((rested) => setTimeout(rested, 50));
  }
}

/**
 * Searches slice by slice and tells each better group at once. A search cannot be interrupted,
 * so that a wish to stop is heard between two slices; the best group so far is the answer. Its
 * seed is that of its slice, which finds the same group again anywhere.
 */
async function search(id: number, text: string, slices: Slice[]): Promise<void> {
  const request = JSON.parse(text) as object;
  const began = performance.now();
  let best: Selection | undefined;
  let answer = '';
  for (const [at, slice] of slices.entries()) {
    const found = callText('gather.select', JSON.stringify({ ...request, ...slice }));
    const selection = JSON.parse(found) as Selection & { error?: unknown };
    if (selection.error) {
      say({ id, answer: found });
      return;
    }
    if (!best || selection.proved || selection.score.total > best.score.total) {
      best = selection;
      answer = found;
      say({ id, better: found });
    }
    const gone = (performance.now() - began) / PATIENCE;
    say({ id, share: Math.min(1, Math.max(gone, (at + 1) / slices.length)) });
    await new Promise((heard) => setTimeout(heard));
    if (best.proved || gone >= 1 || stopped.delete(id)) {
      break;
    }
  }
  stopped.delete(id);
  say({ id, answer });
}
