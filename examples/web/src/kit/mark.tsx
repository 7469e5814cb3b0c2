// A shape and a colour for each organisation: never the colour alone.
import type { Person } from 'innovation-core';

/** Shapes around the origin, of like weight; the ninth stands for all further organisations. */
const SHAPES = [
  'M0-3A3 3 0 1 1 0 3A3 3 0 1 1 0-3Z',
  'M-2.7-2.7H2.7V2.7H-2.7Z',
  'M0-3.5L3.3 2.5H-3.3Z',
  'M0-3.7L3.4 0L0 3.7L-3.4 0Z',
  'M-3.3-1.9L0-3.8L3.3-1.9V1.9L0 3.8L-3.3 1.9Z',
  'M-1.2-3.4H1.2V-1.2H3.4V1.2H1.2V3.4H-1.2V1.2H-3.4V-1.2H-1.2Z',
  'M0 3.5L-3.3-2.5H3.3Z',
  'M0-3.9L1-1.3L3.7-1.2L1.6.5L2.3 3.2L0 1.7L-2.3 3.2L-1.6.5L-3.7-1.2L-1-1.3Z',
  'M-3.4-1.5H3.4V1.5H-3.4Z',
];

const last = SHAPES.length - 1;
export const shape = (at: number): string => SHAPES[Math.min(at, last)] ?? '';
export const tone = (at: number): string => `tone-${Math.min(at, last)}`;

/** The organisations of people, the largest first, each with its number. */
export function organisations(people: readonly Person[]): Map<string, number> {
  const sizes = new Map<string, number>();
  for (const { organisation } of people) {
    sizes.set(organisation ?? '', (sizes.get(organisation ?? '') ?? 0) + 1);
  }
  const order = [...sizes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  return new Map(order.map(([name], at) => [name, at]));
}

export function Mark({ at }: { at: number }) {
  return (
    <svg class={`mark ${tone(at)}`} viewBox="-4.5 -4.5 9 9" aria-hidden="true" focusable="false">
      <path d={shape(at)} />
    </svg>
  );
}
