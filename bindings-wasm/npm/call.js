// One call: JSON text in and out, or objects in and out.
import { opened } from './error.js';
import { __wbg_reset_state as restart, call as run } from './innovation_wasm.js';

export function call(name, request = {}, options) {
  return opened(callText(name, JSON.stringify(request), options));
}

export function callText(name, text, { limits, onProgress } = {}) {
  const limitsText = limits && JSON.stringify(limits);
  let thrown;
  const hear = (done, total, best) => {
    try {
      return onProgress({ done, total, best }) !== false;
    } catch (error) {
      thrown = { error };
      return false;
    }
  };
  const answer = survive(() => run(String(name), String(text), limitsText, onProgress && hear));
  if (thrown) {
    throw thrown.error;
  }
  return answer;
}

export function version() {
  return call('contract.version').library;
}

// A fault in the library, or too little memory, ends its instance: the next call has a new one.
function survive(work) {
  try {
    return work();
  } catch (fault) {
    restart();
    const message = `the library had to stop: ${fault.message}`;
    return JSON.stringify({ error: { code: 'contract.internal', path: '', message } });
  }
}
