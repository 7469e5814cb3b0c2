// What a facilitator works on, as one plain document. What can be worked out from it is not in
// it; what was searched for is, since a search may take a while.
import type { Assessment, Id, Person, Plan, RequestOf, Selection, Tie } from 'innovation-core';

/** A quota as it was typed. */
export interface Quota {
  attribute: string;
  value: string;
  min: string;
  max: string;
}

/** What the group shall be like. Numbers are kept as typed, so that nothing typed is lost. */
export interface Wish {
  size: string;
  everyOrganisation: boolean;
  separateReports: boolean;
  quotas: Quota[];
  must: Id[];
  never: Id[];
  /** How much a difference in an attribute counts beside having seldom met. */
  variety: Record<string, number>;
}

/** Who sits with whom: tables of people, round after round. */
export interface Seats {
  tables: string;
  count: string;
  rounds: Id[][][];
}

export interface Meeting {
  date: string;
  time: string;
  minutes: string;
}

export interface Programme {
  goal: string[];
  have: string[];
  sessions: Meeting[];
  plan: Plan | null;
}

export interface Proposal {
  id: Id;
  title: string;
}

export interface Evaluation {
  rubric: Id;
  proposals: Proposal[];
  assessments: Assessment[];
  /** Groups of the rubric, the weightiest first; nothing is known where empty. */
  order: Id[];
}

export interface Spreading {
  starts: string;
  chance: string;
  series: string;
}

export interface Space {
  title: string;
  synthetic: boolean;
  people: Person[];
  ties: Tie[];
  wish: Wish;
  selection: Selection | null;
  /** The rules under which it was found. */
  foundBy: Wish | null;
  seats: Seats;
  programme: Programme;
  evaluation: Evaluation;
  spreading: Spreading;
}

export function emptySpace(): Space {
  return {
    title: '',
    synthetic: false,
    people: [],
    ties: [],
    wish: {
      size: '20',
      everyOrganisation: true,
      separateReports: true,
      quotas: [],
      must: [],
      never: [],
      variety: { role: 0.5, organisation: 0.5, level: 0 },
    },
    selection: null,
    foundBy: null,
    seats: { tables: '5', count: '4', rounds: [] },
    programme: {
      goal: ['concept', 'test-plan'],
      have: ['case-and-scope'],
      sessions: [
        { date: '2027-01-12', time: '09:00', minutes: '240' },
        { date: '2027-01-26', time: '09:00', minutes: '240' },
      ],
      plan: null,
    },
    evaluation: { rubric: 'acceptability-feasibility', proposals: [], assessments: [], order: [] },
    spreading: { starts: '3', chance: '0.25', series: '' },
  };
}

/** People and ties of a space that replace those before; what rested on these goes. */
export function withPeople(space: Space, people: Person[], ties: Tie[]): Space {
  const fresh = emptySpace();
  return {
    ...space,
    people,
    ties,
    selection: null,
    foundBy: null,
    seats: { ...space.seats, rounds: [] },
    programme: { ...space.programme, plan: null },
    evaluation: { ...fresh.evaluation, proposals: space.evaluation.proposals },
  };
}

/** The chosen people; everybody where nobody was chosen. */
export function group(space: Space): Person[] {
  const chosen = space.selection && new Set(space.selection.chosen);
  return chosen ? space.people.filter(({ id }) => chosen.has(id)) : [];
}

/** Ties between some people. */
export function among(ties: Tie[], people: Person[]): Tie[] {
  const ids = new Set(people.map(({ id }) => id));
  return ties.filter(({ a, b }) => ids.has(a) && ids.has(b));
}

/** A person whose manager is not among those they are asked about with. */
export function withoutStrangers(people: Person[]): Person[] {
  const ids = new Set(people.map(({ id }) => id));
  return people.map(({ reportsTo, ...person }) =>
    reportsTo && ids.has(reportsTo) ? { ...person, reportsTo } : person,
  );
}

/** A number that was typed: the number, or NaN, which the library is never asked. */
export function typed(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
}

export type SelectRequest = RequestOf<'gather.select'>;
