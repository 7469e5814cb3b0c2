// A worker in Node; it keeps the process alive only while it has something to do.
import { Worker } from 'node:worker_threads';
import { connect } from './client.js';

export function createWorker() {
  return connect(({ onMessage, onFault }) => {
    const thread = new Worker(new URL('./node-thread.js', import.meta.url));
    thread.on('message', onMessage);
    thread.on('error', onFault);
    return {
      post: (message) => thread.postMessage(message),
      busy: (busy) => (busy ? thread.ref() : thread.unref()),
      terminate: () => thread.terminate(),
    };
  });
}
