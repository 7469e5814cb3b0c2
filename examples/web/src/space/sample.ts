// A synthetic territory: 180 people of seven organisations whose ties follow silos, and three
// proposals with ratings. Nobody in it exists; it is the same each time.
import type { Assessment, Person, Rubric, Tie } from 'innovation-core';
import { random } from './random.ts';
import { emptySpace, type Space } from './space.ts';

type Name = { en: string; fr: string };
type Staff = Record<string, number>;
interface Unit {
  name: Name;
  head: string;
  staff: Staff;
}

const SEED = 2017;
const unit = (en: string, fr: string, head: string, staff: Staff): Unit => ({ name: { en, fr }, head, staff });
const organisation = (prefix: string, en: string, fr: string, ...units: Unit[]) => ({ prefix, name: { en, fr }, units });

const TERRITORY = [
  organisation('H', 'Hospital', 'Hôpital',
    unit('Direction', 'Direction', 'executive', { 'quality-safety-officer': 2, 'data-it-officer': 2, 'nursing-director': 1, 'innovation-lead': 1 }),
    unit('Medicine', 'Médecine', 'ward-manager', { nurse: 9, 'care-assistant': 4, 'hospital-physician': 3, 'social-worker': 1 }),
    unit('Surgery', 'Chirurgie', 'ward-manager', { nurse: 7, 'care-assistant': 3, 'hospital-physician': 3, physiotherapist: 1 }),
    unit('Emergency', 'Urgences', 'ward-manager', { nurse: 8, 'hospital-physician': 4, porter: 2, receptionist: 1 }),
    unit('Pharmacy', 'Pharmacie', 'pharmacist', { pharmacist: 3, 'logistics-worker': 1 })),
  organisation('D', 'Home care', 'Soins à domicile',
    unit('Coordination', 'Coordination', 'executive', { 'advanced-practice-nurse': 1, 'social-worker': 1, receptionist: 1 }),
    unit('North team', 'Équipe nord', 'ward-manager', { 'home-care-worker': 6, nurse: 3 }),
    unit('South team', 'Équipe sud', 'ward-manager', { 'home-care-worker': 6, nurse: 3, physiotherapist: 1 })),
  organisation('G', 'General practice', 'Médecine de ville',
    unit('Old town', 'Vieille ville', 'general-practitioner', { 'general-practitioner': 4, 'medical-secretary': 2, nurse: 1 }),
    unit('Riverside', 'Les Quais', 'general-practitioner', { 'general-practitioner': 4, 'medical-secretary': 2, 'advanced-practice-nurse': 1 })),
  organisation('P', 'Patients and carers', 'Usagers et proches aidants',
    unit('Board', 'Bureau', 'association-member', { 'user-representative': 3, 'patient-partner': 3 }),
    unit('Living with it', 'Vivre avec', 'patient-partner', { patient: 12, 'peer-worker': 1 }),
    unit('Carers’ circle', 'Cercle des aidants', 'family-carer', { 'family-carer': 10, 'family-member': 1 })),
  organisation('M', 'Municipality', 'Commune',
    unit('Health and ageing', 'Santé et grand âge', 'municipal-officer', { 'municipal-officer': 2, 'health-mediator': 2, 'social-worker': 2 }),
    unit('Council', 'Conseil', 'local-councillor', { 'local-councillor': 2, citizen: 3, volunteer: 2 })),
  organisation('R', 'Rehabilitation centre', 'Centre de rééducation',
    unit('Centre', 'Centre', 'executive', { psychologist: 1, 'social-worker': 1 }),
    unit('Therapies', 'Thérapies', 'ward-manager', { physiotherapist: 5, 'allied-health-professional': 3, 'care-assistant': 3, 'hospital-physician': 2 })),
  organisation('U', 'University', 'Université',
    unit('Public health', 'Santé publique', 'researcher', { researcher: 2, statistician: 1, student: 3 }),
    unit('Design school', 'École de design', 'service-designer', { designer: 2, student: 3 })),
];

/** Organisations that work together by design, by position. */
const BRIDGES = ['0-1', '0-5', '1-2', '3-4', '0-6'];

const PROPOSALS = [
  { id: 'evening-line', en: 'An evening phone line after discharge', fr: 'Une ligne téléphonique du soir après la sortie', worth: [0.85, 0.55, 0.4] },
  { id: 'one-page-plan', en: 'A discharge plan on one page', fr: 'Un plan de sortie sur une page', worth: [0.7, 0.7, 0.8] },
  { id: 'carers-room', en: 'A room for carers on the ward', fr: 'Une pièce pour les proches aidants dans l’unité', worth: [0.6, 0.75, 0.35] },
];

interface Member {
  person: Person;
  organisation: number;
  unit: number;
}

export function sample(language: keyof Name): Space {
  const members = membersIn(language);
  return {
    ...emptySpace(),
    title: language === 'fr' ? 'Un espace créatif pour un territoire' : 'A creative space for a territory',
    synthetic: true,
    people: members.map(({ person }) => person),
    ties: tiesOf(members),
    wish: {
      ...emptySpace().wish,
      quotas: [{ attribute: 'family', value: 'livedExperience', min: '8', max: '12' }],
    },
    evaluation: {
      ...emptySpace().evaluation,
      proposals: PROPOSALS.map((proposal) => ({ id: proposal.id, title: proposal[language] })),
    },
    spreading: { starts: '3', chance: '0.25', series: '1 2 4 5 9 12 13 11' },
  };
}

function membersIn(language: keyof Name): Member[] {
  return TERRITORY.flatMap(({ prefix, name, units }, at) => {
    const members: Member[] = [];
    units.forEach(({ name: unitName, head, staff }, unitAt) => {
      const leader = members[0]?.person.id;
      let manager: string | undefined;
      const add = (role: string, level: number, reportsTo: string | undefined) => {
        const id = `${prefix}${String(members.length + 1).padStart(2, '0')}`;
        const person = { id, role, organisation: name[language], unit: unitName[language], level };
        members.push({ person: reportsTo ? { ...person, reportsTo } : person, organisation: at, unit: unitAt });
        return id;
      };
      manager = add(head, unitAt === 0 ? 3 : 2, leader);
      for (const [role, count] of Object.entries(staff)) {
        for (let one = 0; one < count; one += 1) {
          add(role, 1, manager);
        }
      }
    });
    return members;
  });
}

function tiesOf(members: Member[]): Tie[] {
  const chance = random(SEED);
  return members.flatMap((one, at) =>
    members.slice(at + 1).flatMap((other): Tie[] => {
      const [likely, least, most] = closeness(one, other);
      return chance() < likely
        ? [{ a: one.person.id, b: other.person.id, weight: least + Math.floor(chance() * (most - least + 1)) }]
        : [];
    }),
  );
}

/** Chance of a tie, and its smallest and largest weight. */
function closeness(one: Member, other: Member): [number, number, number] {
  if (one.organisation !== other.organisation) {
    return BRIDGES.includes(`${one.organisation}-${other.organisation}`) ? [0.04, 1, 4] : [0.003, 1, 2];
  }
  if (one.unit === other.unit) {
    return [0.6, 5, 40];
  }
  return (one.person.level ?? 1) > 1 && (other.person.level ?? 1) > 1 ? [0.9, 5, 20] : [0.12, 1, 8];
}

/** Ratings of the sample's proposals, or of any others, made up: raters differ, some keep silent. */
export function madeUpRatings(rubric: Rubric, subjects: string[], raters: { id: string; role: string }[]): Assessment[] {
  const chance = random(SEED);
  return subjects.flatMap((subject, place) =>
    raters.map(({ id, role }): Assessment => {
      const lean = (chance() - 0.5) * 0.3;
      const answers = rubric.groups.flatMap(({ items }, groupAt) =>
        items.map((item): [string, string] => {
          const levels = item.levels?.length ? item.levels : (rubric.levels ?? []);
          const known = PROPOSALS.find((proposal) => proposal.id === subject)?.worth ?? [0.4 + 0.1 * (place % 4)];
          const seen = (known[groupAt] ?? known[0] ?? 0.5) + lean + 0.3 * (chance() + chance() - 1);
          const level = levels[Math.floor(Math.min(0.999, Math.max(0, seen)) * levels.length)];
          return [item.id, chance() < 0.04 || !level ? 'notApplicable' : level.id];
        }),
      );
      return { rubric: rubric.id, version: rubric.version, subject, assessor: id, role, answers: Object.fromEntries(answers) };
    }),
  );
}
