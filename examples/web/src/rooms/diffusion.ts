// Units as the places where something spreads: who works with whom makes the ways it takes.
import type { RequestOf } from 'innovation-core';
import { type Space, typed } from '../space/space.ts';

const REPLICATES = 2_000;
const SEED = 1;
const HORIZON = 8;

export interface Places {
  nodes: string[];
  edges: [string, string][];
}

/** Units that share a tie are neighbours. */
export function placesOf({ people, ties }: Space): Places {
  const place = new Map(
    people.map(({ id, organisation, unit }) => [id, [organisation, unit].filter(Boolean).join(' · ')]),
  );
  const nodes = [...new Set([...place.values()].filter(Boolean))];
  const pairs = new Map<string, [string, string]>();
  for (const { a, b, weight } of ties) {
    const [one, other] = [place.get(a), place.get(b)].sort();
    if (one && other && one !== other && weight > 0) {
      pairs.set(JSON.stringify([one, other]), [one, other]);
    }
  }
  return { nodes, edges: [...pairs.values()] };
}

const model = (chance: string) => ({ kind: 'independentCascade' as const, p: typed(chance) });
// An edge without a weight is `[a, b]`; the type knows only the longer form.
const network = ({ nodes, edges }: Places) => ({
  nodes,
  edges: edges as unknown as [string, string, number][],
});

export function seedRequest(places: Places, { spreading }: Space): RequestOf<'spread.seed'> | null {
  const [size, chance] = [typed(spreading.starts), typed(spreading.chance)];
  return Number.isInteger(size) && Number.isFinite(chance) && places.nodes.length > 0
    ? { network: network(places), model: model(spreading.chance), size, seed: SEED }
    : null;
}

export function simulateRequest(
  places: Places,
  { spreading }: Space,
  seeds: (string | number)[],
): RequestOf<'spread.simulate'> {
  return {
    network: network(places),
    model: model(spreading.chance),
    seeds,
    replicates: REPLICATES,
    seed: SEED,
  };
}

/** Adopters by period, as typed: numbers between spaces, commas or lines. */
export function fitRequest({ spreading }: Space): RequestOf<'spread.fit'> | null {
  const words = spreading.series.split(/[\s,;]+/).filter(Boolean);
  return words.length > 0 && seriesFault(spreading.series) === undefined
    ? { series: words.map(Number), horizon: HORIZON }
    : null;
}

/** The first word of a series that is no number. */
export const seriesFault = (series: string): string | undefined =>
  series
    .split(/[\s,;]+/)
    .filter(Boolean)
    .find((word) => !Number.isFinite(Number(word)));
