// Calls in a thread of their own, one after the other; the page or server stays free.
import { opened } from '../error.js';
import { namespace } from '../namespace.js';
import { operations } from '../operations.js';

/** `spawn` starts a thread: `({ onMessage, onFault }) => ({ post, busy, terminate })`. */
export function connect(spawn) {
  return new InnovationWorker(spawn);
}

class InnovationWorker {
  #spawn;
  #thread;
  #waiting = [];
  #running;

  constructor(spawn) {
    this.#spawn = spawn;
    const call = (name, request, options) => this.call(name, request, options);
    for (const [verb, names] of Object.entries(operations)) {
      this[verb] = namespace(call, verb, names);
    }
  }

  async call(name, request = {}, options) {
    return opened(await this.callText(name, JSON.stringify(request), options));
  }

  callText(name, text, { limits, onProgress, signal } = {}) {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = () => this.#abort(job, signal.reason);
      const message = { name, text, limits, watched: onProgress !== undefined };
      const job = { message, onProgress, resolve, reject };
      job.settled = () => signal?.removeEventListener('abort', abort);
      signal?.addEventListener('abort', abort);
      this.#waiting.push(job);
      this.#next();
    });
  }

  /** Ends the thread; calls that are not answered yet fail. A later call starts a new one. */
  terminate(reason = new Error('the worker was terminated')) {
    this.#stop();
    const jobs = [this.#running, ...this.#waiting.splice(0)];
    this.#running = undefined;
    for (const job of jobs) {
      job?.settled();
      job?.reject(reason);
    }
  }

  #next() {
    if (this.#running || this.#waiting.length === 0) {
      return;
    }
    this.#thread ??= this.#start();
    this.#running = this.#waiting.shift();
    this.#thread.busy(true);
    this.#thread.post(this.#running.message);
  }

  // What an ended thread still had to say is not heard.
  #start() {
    const thread = this.#spawn({
      onMessage: (message) => thread === this.#thread && this.#hear(message),
      onFault: (fault) => thread === this.#thread && this.#fault(fault),
    });
    return thread;
  }

  #hear({ progress, answer, fault }) {
    if (progress) {
      this.#report(progress);
    } else if (fault !== undefined) {
      this.#fault(new Error(fault));
    } else {
      this.#thread.busy(false);
      this.#settle((job) => job.resolve(answer));
    }
  }

  #report(progress) {
    try {
      this.#running.onProgress(progress);
    } catch (error) {
      this.#abort(this.#running, error);
    }
  }

  #fault(fault) {
    this.#stop();
    this.#settle((job) => job.reject(fault));
  }

  // A thread cannot be interrupted, only ended: the next call pays for a new one.
  #abort(job, reason) {
    if (job === this.#running) {
      this.#stop();
      this.#settle((running) => running.reject(reason));
    } else {
      this.#waiting.splice(this.#waiting.indexOf(job), 1);
      job.settled();
      job.reject(reason);
    }
  }

  #settle(how) {
    const job = this.#running;
    this.#running = undefined;
    if (job) {
      job.settled();
      how(job);
    }
    this.#next();
  }

  #stop() {
    this.#thread?.terminate();
    this.#thread = undefined;
  }
}
