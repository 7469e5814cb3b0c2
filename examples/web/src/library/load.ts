// Where the library comes from: beside a served page it is fetched; on a file share, where a
// browser fetches nothing and starts no thread from a file, scripts bring it along.
import type { Card, Rubric } from 'innovation-core';

interface Offline {
  worker: string;
  packed: string;
}

declare global {
  /** What scripts under `library/` leave. */
  var innovation: { offline?: Offline } & Record<string, unknown>;
}

export const served = location.protocol !== 'file:';

export type Source = { address: string } | { packed: string };

/** A thread, and where it finds the library. */
export async function thread(): Promise<{ worker: Worker; source: Source }> {
  if (served) {
    const address = new URL('library/innovation.wasm', document.baseURI).href;
    return { worker: new Worker(new URL('library/worker.js', document.baseURI)), source: { address } };
  }
  const { worker, packed } = (await brought('offline')) as Offline;
  const script = URL.createObjectURL(new Blob([worker], { type: 'text/javascript' }));
  return { worker: new Worker(script), source: { packed } };
}

export const deck = (language: string) => brought(`deck.${language}`) as Promise<Card[]>;
export const rubrics = (language: string) => brought(`rubrics.${language}`) as Promise<Rubric[]>;

/** What a script of this name leaves; the script runs once. */
function brought(name: string): Promise<unknown> {
  const there = () => globalThis.innovation?.[name];
  const wait = (waiting[name] ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `library/${name}.js`;
    script.onload = () => resolve(there());
    script.onerror = () => {
      delete waiting[name];
      reject(new Error(`library/${name}.js cannot be read`));
    };
    document.head.append(script);
  }));
  return wait;
}

const waiting: Record<string, Promise<unknown>> = {};
