// All that the package offers, once the library is loaded.
export { call, callText, version } from './call.js';
export { InnovationError } from './error.js';
export * from './operations.js';
