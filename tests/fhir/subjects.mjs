// What is written for FHIR here: the built-in rubrics with random answers, and one of each other
// document.
import { answers } from './door.mjs';

export const BASE = 'https://fhir.example.org';

/** A stream of choices that is the same on each run. */
export function dice(seed) {
  let state = seed >>> 0;
  return (sides) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

export function levelsOf(rubric, item) {
  return item.levels?.length ? item.levels : (rubric.levels ?? []);
}

/** Answers to a rubric; `gaps` of ten questions are left open, one of ten does not apply. */
export function assess(rubric, roll, gaps = 1) {
  const given = {};
  const evidence = {};
  for (const item of rubric.groups.flatMap((group) => group.items)) {
    const levels = levelsOf(rubric, item);
    const way = roll(10);
    if (way < gaps) {
      continue;
    }
    if (way === 9) {
      given[item.id] = 'notApplicable';
    } else if (item.ratio) {
      const denominator = 1 + roll(40);
      given[item.id] = { numerator: roll(denominator + 1), denominator };
      if (item.ratio.reference) {
        given[item.id].reference = [1 + roll(50), 60];
      }
    } else if (levels.length === 0) {
      given[item.id] = roll(2) ? 'Une réponse' : 3.5;
    } else {
      // Ladders are climbed: most conditions are met.
      const top = rubric.scoring === 'ladder' && roll(8) > 0;
      const level = (top ? levels.at(-1) : levels[roll(levels.length)]).id;
      given[item.id] = item.several ? [level] : level;
      if (item.evidence && roll(8) > 0) {
        evidence[item.id] = 'A trial on two wards';
      }
    }
  }
  const { id, version } = rubric;
  return { rubric: id, version, subject: 'ward-3', assessor: 'p7', role: 'nurse', at: '2026-11-23T10:00:00+01:00', answers: given, evidence };
}

const member = (role) => ({ person: { id: `host-${role}`, role, organisation: 'North' }, standing: 'joined', since: '2026-11-01T09:00:00Z' });

const space = {
  format: 'innovation/space@1',
  events: 5,
  openedAt: '2026-11-01T09:00:00Z',
  founding: { space: 'breathing-space', title: { en: 'Breathing space', fr: 'Respirer' }, locus: 'withinOne', organisations: ['north'] },
  members: { t1: member('nurse'), t2: member('patient-partner'), t3: member('family-carer'), t4: member('teacher'), 'token 5': member('facilitator') },
};

const counted = { numerator: { en: 'Patients heard', fr: 'Patients écoutés' }, denominator: { en: 'Patients asked', fr: 'Patients interrogés' } };
const measures = [
  { id: 'waiting', title: { en: 'Minutes of waiting', fr: 'Minutes d’attente' }, kind: 'outcome', improvement: 'down', unit: 'min', version: '1.0.0', points: [{ from: '2026-11-01', to: '2026-11-30', value: 42.5 }, { from: '2026-12-01', to: '2026-12-31', value: null }] },
  { id: 'heard', title: { en: 'Heard', fr: 'Écoute' }, kind: 'patientReported', improvement: 'up', counted, subject: 'ward-3', points: [{ from: '2026-11-01', to: '2026-11-30', value: 30, denominator: 40 }] },
  { id: 'overtime', title: 'Overtime', kind: 'balancing', points: [] },
];

/** Documents that are no rubrics, as subjects with a name. */
export function others() {
  const cards = answers([['equip.deck', {}]])[0].cards.slice(0, 12);
  const items = [
    { session: 0, card: cards[0].id, title: cards[0].title, start: 0, minutes: 20, at: '09:00', locked: false },
    { session: 0, title: { en: 'Lunch', fr: 'Repas' }, start: 30, minutes: 60, at: '09:30', locked: true },
    { session: 1, card: cards[1].id, title: cards[1].title, start: 0, minutes: 45, at: '09:00', locked: false },
  ];
  const programme = { id: 'two mornings', title: { en: 'Two mornings', fr: 'Deux matinées' }, space: 'breathing-space', items, starts: ['2026-11-23T09:00:00+01:00', '2026-11-30T09:00:00+01:00'] };
  return [
    ['space', { space }],
    ['programme', { programme }],
    ['roles', { roles: {} }],
    ...cards.map((card) => [`card ${card.id}`, { card }]),
    ...measures.map((measure) => [`measure ${measure.id}`, { measure }]),
  ];
}

export function write(release, locale, subject, more = {}) {
  const request = { release, base: BASE, stamp: '2026-11-23T09:00:00Z', subject, ...more };
  return ['exchange.toFhir', locale ? { ...request, locale } : request];
}
