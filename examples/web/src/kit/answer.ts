// Answers of the library as a part of a view: asked when the request changes, kept while the
// same request comes again, never an older answer in the place of a newer one.
import type { OperationName, RequestOf, ResponseOf } from 'innovation-core';
import { useEffect, useState } from 'preact/hooks';
import { call, Refusal } from '../library/library.ts';

const KEPT = 60;
const kept = new Map<string, Promise<unknown>>();

export interface Answered<Name extends OperationName> {
  answer: ResponseOf<Name> | undefined;
  refusal: Refusal | undefined;
  waiting: boolean;
}

/** Asks once; the same question again has the same answer. */
export function ask<Name extends OperationName>(
  name: Name,
  request: RequestOf<Name>,
): Promise<ResponseOf<Name>> {
  const key = `${name} ${JSON.stringify(request)}`;
  const known = kept.get(key) as Promise<ResponseOf<Name>> | undefined;
  if (known) {
    return known;
  }
  const asked = call(name, request);
  kept.set(key, asked);
  const oldest = kept.keys().next();
  if (kept.size > KEPT && !oldest.done) {
    kept.delete(oldest.value);
  }
  return asked;
}

/** The answer to a request, or nothing where there is no request yet. */
export function useAnswer<Name extends OperationName>(
  name: Name,
  request: RequestOf<Name> | null,
): Answered<Name> {
  const [state, put] = useState<Answered<Name> & { key: string }>({
    key: '',
    answer: undefined,
    refusal: undefined,
    waiting: false,
  });
  const key = request ? JSON.stringify(request) : '';
  useEffect(() => {
    if (!request) {
      put({ key, answer: undefined, refusal: undefined, waiting: false });
      return;
    }
    let wanted = true;
    ask(name, request).then(
      (answer) => wanted && put({ key, answer, refusal: undefined, waiting: false }),
      (error) => wanted && put({ key, answer: undefined, refusal: refusalOf(error), waiting: false }),
    );
    return () => {
      wanted = false;
    };
  }, [name, key]);
  return { ...state, waiting: state.key !== key };
}

/** Any fault as a refusal, so that a view has one thing to show. */
export function refusalOf(error: unknown): Refusal {
  return error instanceof Refusal
    ? error
    : new Refusal({
        code: 'contract.internal',
        path: '',
        message: String((error as Error).message ?? error),
      });
}
