// The library as the page calls it: typed, never on the page's own thread.
import type { OperationName, RequestOf, ResponseOf, SelectRequest, Selection } from 'innovation-core';
import { thread } from './load.ts';
import type { Asked, Said, Slice } from './messages.ts';

/** What an operation refuses: a code, a place in the request, a sentence, a hint. */
export class Refusal extends Error {
  readonly code: string;
  readonly path: string;
  readonly hint: string | undefined;
  readonly details: unknown;

  constructor(error: { code: string; path: string; message: string; hint?: string; details?: unknown }) {
    super(error.message);
    this.code = error.code;
    this.path = error.path;
    this.hint = error.hint;
    this.details = error.details;
  }
}

/** What a search tells while it runs. */
export interface Hearing {
  better(selection: Selection): void;
  progress(share: number): void;
}

interface Job {
  resolve(answer: string): void;
  reject(fault: Error): void;
  hearing?: Hearing;
}

type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never;

const jobs = new Map<number, Job>();
let last = 0;
let started: Promise<Worker> | undefined;

/** Starts the thread and loads the library; once. */
export function load(): Promise<Worker> {
  return (started ??= start());
}

async function start(): Promise<Worker> {
  const { worker, source } = await thread();
  worker.onmessage = ({ data }: MessageEvent<Said>) => hear(data);
  worker.onerror = ({ message }) => fail(new Error(message));
  await post(worker, { kind: 'load', ...source });
  return worker;
}

export async function call<Name extends OperationName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<ResponseOf<Name>> {
  const worker = await load();
  return opened(await post(worker, { kind: 'call', name, text: JSON.stringify(request) }));
}

/** Where each person of a network stands. */
export async function layout(
  groups: number[],
  links: [number, number, number][],
): Promise<[number, number][]> {
  return opened(await post(await load(), { kind: 'layout', groups, links }));
}

/** Searches for a group slice by slice; `stop` keeps the best one found. */
export function search(request: SelectRequest, slices: Slice[], hearing: Hearing) {
  let worker: Worker | undefined;
  let halted = false;
  const id = (last += 1);
  const stop = () => {
    halted = true;
    worker?.postMessage({ id, kind: 'stop' } satisfies Asked);
  };
  const run = async (): Promise<Selection> => {
    worker = await load();
    const some = halted ? slices.slice(0, 1) : slices;
    const question = { kind: 'search', text: JSON.stringify(request), slices: some } as const;
    return opened(await post(worker, question, id, hearing));
  };
  return { found: run(), stop };
}

function post(worker: Worker, question: Question, id = (last += 1), hearing?: Hearing): Promise<string> {
  return new Promise((resolve, reject) => {
    jobs.set(id, { resolve, reject, ...(hearing && { hearing }) });
    worker.postMessage({ ...question, id });
  });
}

function hear(said: Said): void {
  const job = jobs.get(said.id);
  if (!job) {
    return;
  }
  if ('better' in said) {
    job.hearing?.better(JSON.parse(said.better) as Selection);
  } else if ('share' in said) {
    job.hearing?.progress(said.share);
  } else {
    jobs.delete(said.id);
    'answer' in said ? job.resolve(said.answer) : job.reject(new Error(said.fault));
  }
}

/** A thread that broke answers nobody; the next call starts another. */
function fail(fault: Error): void {
  started = undefined;
  for (const job of jobs.values()) {
    job.reject(fault);
  }
  jobs.clear();
}

function opened<Answer>(text: string): Answer {
  const answer = JSON.parse(text) as Answer & { error?: ConstructorParameters<typeof Refusal>[0] };
  if (answer.error) {
    throw new Refusal(answer.error);
  }
  return answer;
}
