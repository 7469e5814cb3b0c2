// Every namespace as a TypeScript user writes it; a wrong call must not compile.
import {
  InnovationError,
  call,
  callText,
  contract,
  equip,
  evaluate,
  exchange,
  explore,
  gather,
  people,
  protect,
  space,
  spread,
  version,
} from 'innovation-core';
import type { Assessment, CallOptions, ErrorCode, Person, Profile } from 'innovation-core';
import deck from 'innovation-core/deck/en';
import init, { initSync } from 'innovation-core/init';
import rubrics from 'innovation-core/rubrics/en';
import { createWorker } from 'innovation-core/worker';
import type { Verb } from 'innovation-core/worker';

const ana: Person = { id: 'ana', role: 'nurse', unit: 'medicine' };
const options: CallOptions = {
  limits: { bytes: 1_000_000, depth: 10, string: 1_000, array: 100 },
  onProgress: ({ done, total, best }) => done < (total ?? 1e6) && (best ?? 0) < 1,
};

// A verb that is added to the contract is missed here until it is used.
export const used: { readonly [Name in Verb]: () => unknown } = {
  people: () => {
    const profile: Profile = people.profile({ people: [ana] }, options);
    const first: string | undefined = people.roles().roles[0]?.id;
    // @ts-expect-error: the field is `role`
    people.profile({ people: [{ id: 'ana', roel: 'nurse' }] });
    // @ts-expect-error: people are required
    people.profile();
    // @ts-expect-error: no such family
    people.profile({ people: [{ id: 'a', role: 'x', family: 'caring' }] });
    return [profile, first];
  },
  gather: () => {
    const rules = { must: ['ana'], apart: [['ana', 'bo']], separateReports: true };
    const selection = gather.select({ people: [ana], size: 1, rules, effort: { iterations: 10 } });
    const seating = gather.seat({ people: [ana], tables: { count: 2 }, effort: { milliseconds: 5 } }, options);
    const rotation = gather.rotate({ people: [ana], tables: [{ min: 1, max: 4 }], rounds: 3 });
    // @ts-expect-error: a size is required
    gather.select({ people: [ana] });
    // @ts-expect-error: tables are a list or a count
    gather.seat({ people: [ana], tables: 'two' });
    return [selection.chosen.join(), seating.tables.flat(), rotation.rounds.map(({ sittingOut }) => sittingOut)];
  },
  equip: () => {
    const sessions = [{ start: '09:00', minutes: 180 }];
    const plan = equip.plan({ goal: ['ideas'], sessions, group: { size: 8 }, cards: deck }, options);
    const found = equip.deck({ cards: deck, phases: ['imagine'], kinds: ['method'] });
    const lint = equip.lint({ cards: deck });
    // @ts-expect-error: no such phase
    equip.deck({ phases: ['dream'] });
    // @ts-expect-error: a group is required
    equip.plan({ goal: ['ideas'], sessions });
    return [plan.items.map(({ at, card }) => [at, card ?? '']), found.total, lint.findings[0]?.severity];
  },
  evaluate: () => {
    const [rubric] = evaluate.rubrics({ rubrics, ids: ['re-aim'] }).rubrics;
    if (rubric === undefined) throw new Error('no rubric');
    const assessment: Assessment = { rubric: rubric.id, version: rubric.version, subject: 'pilot', answers: {} };
    const { scores } = evaluate.score({ rubric, assessments: [assessment], by: ['role'] });
    const { changes } = evaluate.improve({ rubric, assessment, target: 3 });
    // @ts-expect-error: an assessment has answers
    evaluate.score({ rubric, assessments: [{ rubric: 'r', version: '1', subject: 's' }] });
    return [scores[0]?.total.value, changes.map(({ item, to }) => [item, to])];
  },
  protect: () => {
    const pressure = { id: 'targets', kind: 'pressure', source: 'ministry', strength: 4 } as const;
    const measure = { id: 'door', work: 'boundary', boundary: 'physical', answers: ['targets'] } as const;
    const covered = protect.cover({ pressures: [pressure], measures: [{ ...measure, answers: ['targets'] }], at: '2026-11-23' });
    const table = { rows: ['care'], columns: ['yes', 'no'], counts: [[3, 20]] };
    const { release } = protect.disclose({ table, policy: 'nhs-hes' });
    // @ts-expect-error: no such work
    protect.cover({ pressures: [], measures: [{ ...measure, work: 'fencing' }], at: '2026-11-23' });
    return [covered.pressures[0]?.residual, release];
  },
  space: () => {
    const founding = { space: 'nights', title: 'Quiet nights', locus: 'withinOne', organisations: ['chu'] } as const;
    const open = { founding: { ...founding, organisations: ['chu'] }, opener: { id: 'ana', role: 'facilitator' } };
    const salt = '6f1c0b2e9d8a4775a3f0c1d2e3b4a596';
    const { events } = space.apply({ command: { open }, at: '2026-11-23T09:00:00Z', by: 'ana', id: 'e1', salt });
    // @ts-expect-error: no such command
    space.apply({ command: { teleport: {} }, at: '2026-11-23T09:00:00Z', by: 'ana', id: 'e1' });
    return [space.replay({ events }).heads, space.verify({ events }).intact];
  },
  spread: () => {
    const network = { nodes: ['er', 'icu', 'ward'], edges: [['er', 'icu', 0.4], ['icu', 'ward', 0.2]] as [string, string, number][] };
    const model = { kind: 'independentCascade' } as const;
    const { seeds } = spread.seed({ network, model, size: 1, seed: 1 });
    const { adopters } = spread.simulate({ network, model, seeds: ['er'], exact: true, seed: 1 });
    // @ts-expect-error: no such model
    spread.simulate({ network, model: { kind: 'rumour' }, seeds: ['er'], seed: 1 });
    return [seeds[0]?.node, adopters.mean, spread.fit({ series: [1, 2, 4, 7, 6, 3, 1] }).p.value];
  },
  explore: () => {
    const { models } = explore.models();
    const replicates = { from: 0, to: 3 };
    const half = explore.run({ model: 'march', parameters: { p1: 0.1 }, replicates, seed: 1 });
    const summary = explore.merge({ summaries: [half] });
    // @ts-expect-error: no such model
    explore.run({ model: 'april', replicates, seed: 1 });
    return [models[0]?.citation, explore.report({ summary, table: 'csv' }).outcomes[0]?.mean];
  },
  exchange: () => {
    const { people } = exchange.peopleFromTable({ text: 'id;role\nana;nurse' });
    const { ties } = exchange.tiesFromTable({ text: 'a;b;weight\nana;bo;2,5' });
    const { html } = exchange.report({ locale: 'fr', people, ties, chosen: ['ana'] });
    // @ts-expect-error: the text is text
    exchange.peopleFromTable({ text: 3 });
    return html.length;
  },
  contract: () => {
    const name: string = contract.version().library;
    // @ts-expect-error: nothing can be asked
    contract.version({ of: 'all' });
    return [name, contract.operations({}).operations.map(({ summary }) => summary), contract.schema()];
  },
};

export function byName(): unknown {
  const profile: Profile = call('people.profile', { people: [ana] }, options);
  const library: string = call('contract.version').library;
  const text: string = callText('contract.version', '{}');
  // @ts-expect-error: no such operation
  call('people.rolls');
  // @ts-expect-error: the request is required
  call('people.profile');
  // @ts-expect-error: no such limit
  call('contract.version', {}, { limits: { byte: 1 } });
  return [profile, library, text, version()];
}

export function told(error: unknown): string {
  if (error instanceof InnovationError) {
    const code: ErrorCode = error.code;
    // @ts-expect-error: no such code
    const wrong = code === 'people.emtpy';
    return `${code} ${error.path} ${error.hint ?? ''} ${error.message} ${wrong}`;
  }
  return String(error);
}

export async function later(signal: AbortSignal): Promise<string> {
  const worker = createWorker();
  const profile: Profile = await worker.people.profile({ people: [ana] }, { signal });
  const version = await worker.contract.version();
  // @ts-expect-error: people are required
  await worker.people.profile();
  worker.terminate();
  return `${version.library} ${profile.attributes.length}`;
}

export async function byHand(bytes: Uint8Array): Promise<void> {
  initSync(bytes);
  await init(new URL('https://example.org/innovation.wasm'));
}
