// What the page and the library's thread say to each other.
import type { SelectRequest } from 'innovation-core';

/** What differs from one slice of a search to the next. */
export type Slice = Pick<SelectRequest, 'seed' | 'effort' | 'previous' | 'keep'>;

export type Asked = { id: number } & (
  | { kind: 'load'; address: string }
  | { kind: 'load'; packed: string }
  | { kind: 'call'; name: string; text: string }
  | { kind: 'search'; text: string; slices: Slice[] }
  | { kind: 'stop' }
  | { kind: 'layout'; groups: number[]; links: [number, number, number][] }
);

export type Said = { id: number } & (
  { answer: string } | { fault: string } | { better: string } | { share: number }
);
