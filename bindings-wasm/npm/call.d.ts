import type { ErrorCode, OperationName, Operations } from './innovation.js';

/** How large a request may be. */
export interface CallLimits {
  /** Bytes of the whole request. Default: 128 MiB. */
  bytes?: number;
  /** Nested arrays and objects, at most 100. Default: 64. */
  depth?: number;
  /** Bytes of one string as written. Default: 32 MiB. */
  string?: number;
  /** Elements of one array, members of one object. Default: 4,000,000. */
  array?: number;
}

/** What a search says while it runs. */
export interface CallProgress {
  /** Steps done. */
  done: number;
  /** Steps planned, where that is known. */
  total: number | undefined;
  /** Best value found so far. */
  best: number | undefined;
}

/** How a call is made. */
export interface CallOptions {
  /** How large the request may be. */
  limits?: CallLimits | undefined;
  /**
   * Called many times a second during a search. When it returns `false` the search stops and
   * answers with the best it has; what it throws, the call throws.
   */
  onProgress?: ((progress: CallProgress) => boolean | void) | undefined;
}

/** Why an operation gave no answer. `message` states the fact in a sentence. */
export class InnovationError extends Error {
  readonly name: 'InnovationError';
  /** What went wrong; stable for ever. */
  readonly code: ErrorCode;
  /** Where: a JSON Pointer into the request, empty for the whole. */
  readonly path: string;
  /** What to do about it, where that is known. */
  readonly hint: string | undefined;
  /** Facts for programs, where there are any. */
  readonly details: unknown;
}

/** What an operation takes. */
export type RequestOf<Name extends OperationName> = Operations[Name]['request'];

/** What an operation gives. */
export type ResponseOf<Name extends OperationName> = Operations[Name]['response'];

/** A request and options; the request may be left out where nothing in it is required. */
export type CallArguments<Name extends OperationName, Options> =
  {} extends RequestOf<Name>
    ? [request?: RequestOf<Name>, options?: Options]
    : [request: RequestOf<Name>, options?: Options];

/**
 * Runs an operation by its name.
 *
 * @throws {InnovationError}
 */
export function call<Name extends OperationName>(
  name: Name,
  ...rest: CallArguments<Name, CallOptions>
): ResponseOf<Name>;

/**
 * Runs an operation on JSON text and gives JSON text: the response, or `{"error": …}`.
 * The bytes are the same as those of every other door of the library.
 */
export function callText(name: string, text: string, options?: CallOptions): string;

/** Version of the library. */
export function version(): string;
