export * from './innovation.js';

/**
 * Loads the library; nothing can be called before. Loading twice does nothing.
 *
 * @param source A URL, a `Response` (or a promise of one), bytes, or a `WebAssembly.Module`;
 * by default the file beside this module.
 */
export default function init(source?: string | object): Promise<void>;

/** Loads the library from bytes or a `WebAssembly.Module` without waiting. */
export function initSync(source: object): void;
