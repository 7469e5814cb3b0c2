// Seatings: asking for one, moving a person in it, and what that costs.
import type { Id, RequestOf, ResponseOf } from 'innovation-core';
import { among, group, type Space, typed, withoutStrangers } from '../space/space.ts';

export type RotateRequest = RequestOf<'gather.rotate'>;
export type RotationScore = ResponseOf<'gather.rotate'>['score'];
export type Rounds = Id[][][];

export interface Move {
  person: Id;
  round: number;
  to: number;
}

/** The request for a seating of the group; none where a number is missing. */
export function rotateRequest(space: Space): RotateRequest | null {
  const [count, rounds] = [typed(space.seats.tables), typed(space.seats.count)];
  if (!Number.isInteger(count) || !Number.isInteger(rounds)) {
    return null;
  }
  return {
    ...people(space),
    tables: { count },
    rounds,
    rules: { separateReports: space.wish.separateReports },
    seed: 1,
  };
}

/**
 * What a seating is worth as it stands: asked as a seating in which everybody's place is locked,
 * so that the library counts by its own rules and has nothing to search for.
 */
export function valueRequest(space: Space, rounds: Rounds): RotateRequest {
  const lock = rounds.flatMap((tables, round) =>
    tables.flatMap((ids, table) => ids.map((person) => ({ person, round, table }))),
  );
  const there = people(space);
  const most = Math.max(1, there.people.length);
  const tables = (rounds[0] ?? []).map(() => ({ min: 0, max: most }));
  return { ...there, tables, rounds: rounds.length, rules: { lock }, seed: 1, effort: { iterations: 1 } };
}

function people(space: Space) {
  const chosen = withoutStrangers(group(space));
  return { people: chosen, ties: among(space.ties, chosen) };
}

/** The rounds with a person at another table. */
export function moved(rounds: Rounds, { person, round, to }: Move): Rounds {
  return rounds.map((tables, at) =>
    at !== round
      ? tables
      : tables.map((ids, table) => {
          const others = ids.filter((id) => id !== person);
          return table === to ? [...others, person] : others;
        }),
  );
}

export const tableOf = (rounds: Rounds, round: number, person: Id): number =>
  rounds[round]?.findIndex((ids) => ids.includes(person)) ?? -1;

/** Ties between the people of each table, summed: how well the tables know each other already. */
export function familiarity(space: Space, rounds: Rounds): number {
  return rounds.flat().reduce((sum, ids) => {
    const there = new Set(ids);
    return (
      sum +
      space.ties.reduce((weight, tie) => weight + (there.has(tie.a) && there.has(tie.b) ? tie.weight : 0), 0)
    );
  }, 0);
}
