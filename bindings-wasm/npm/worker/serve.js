// The thread's side: answers one call after the other.
import { callText } from '../call.js';

/** Milliseconds between two messages about progress. */
const PAUSE = 40;

export async function serve(post, { name, text, limits, watched }, ready) {
  try {
    await ready;
    let last = performance.now();
    const onProgress = (progress) => {
      const now = performance.now();
      if (now - last >= PAUSE) {
        last = now;
        post({ progress });
      }
    };
    post({ answer: callText(name, text, { limits, onProgress: watched ? onProgress : undefined }) });
  } catch (fault) {
    post({ fault: String(fault) });
  }
}
