// A worker in a page.
import { connect } from './client.js';

export function createWorker() {
  return connect(({ onMessage, onFault }) => {
    const thread = new Worker(new URL('./browser-thread.js', import.meta.url), { type: 'module' });
    thread.onmessage = ({ data }) => onMessage(data);
    thread.onerror = ({ message }) => onFault(new Error(`the worker failed: ${message}`));
    return {
      post: (message) => thread.postMessage(message),
      busy: () => {},
      terminate: () => thread.terminate(),
    };
  });
}
