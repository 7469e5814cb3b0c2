// Counts what holds; runs in Node and in a page.
export function checks() {
  const faults = [];
  let passed = 0;
  async function check(law, body) {
    try {
      await body();
      passed += 1;
    } catch (fault) {
      faults.push(`${law}: ${fault?.stack ?? fault}`);
    }
  }
  return { check, result: () => ({ passed, failed: faults.length, faults }) };
}

export function equal(actual, expected) {
  if (!Object.is(actual, expected)) {
    throw new Error(`expected ${shown(expected)}\n     got ${shown(actual)}`);
  }
}

export function holds(fact, what) {
  if (!fact) {
    throw new Error(what);
  }
}

/** What `body` throws or rejects with. */
export async function refused(body) {
  try {
    await body();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

function shown(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text?.length > 2000 ? `${text.slice(0, 2000)}… (${text.length} characters)` : text;
}
