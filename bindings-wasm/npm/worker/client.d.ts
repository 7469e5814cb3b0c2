import type { CallArguments, CallLimits, CallProgress, ResponseOf } from '../call.js';
import type { OperationName } from '../innovation.js';

/** How a call to a worker is made. */
export interface WorkerCallOptions {
  /** How large the request may be. */
  limits?: CallLimits | undefined;
  /**
   * Called a few times a second during a search. What it returns does not matter; when it
   * throws, the call is aborted and fails with what was thrown.
   */
  onProgress?: ((progress: CallProgress) => void) | undefined;
  /**
   * Aborts the call, which then fails with the signal's reason. The thread is ended and
   * a new one started, as a running search cannot be interrupted; other calls go on.
   */
  signal?: AbortSignal | undefined;
}

/** The names before the dot. */
export type Verb = OperationName extends `${infer Name}.${string}` ? Name : never;

/** A verb's operations, which answer later. */
export type WorkerNamespace<Of extends Verb> = {
  readonly [Name in OperationName as Name extends `${Of}.${infer Operation}` ? Operation : never]: (
    ...rest: CallArguments<Name, WorkerCallOptions>
  ) => Promise<ResponseOf<Name>>;
};

/** The operations in a thread of their own, one call after the other. */
export type InnovationWorker = {
  readonly [Name in Verb]: WorkerNamespace<Name>;
} & {
  /** Runs an operation by its name. Fails with an `InnovationError`. */
  call<Name extends OperationName>(
    name: Name,
    ...rest: CallArguments<Name, WorkerCallOptions>
  ): Promise<ResponseOf<Name>>;
  /** Runs an operation on JSON text and gives JSON text: the response, or `{"error": …}`. */
  callText(name: string, text: string, options?: WorkerCallOptions): Promise<string>;
  /** Ends the thread; calls that are not answered yet fail. A later call starts a new one. */
  terminate(reason?: unknown): void;
};

/** A worker; its thread starts with the first call. */
export function createWorker(): InnovationWorker;
