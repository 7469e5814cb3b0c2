// A space as one JSON file, and back. A file that is old, damaged or of another kind opens for
// reading only: every part that holds is shown, every part that does not is named, and the
// file's own text stays at hand, so that nothing is lost.
import { emptySpace, type Space } from './space.ts';

export const FORMAT = 'innovation/page-space';
export const VERSION = 1;

/** Why a file could not be read wholly. */
export type Fault =
  | { fault: 'not-json'; detail: string }
  | { fault: 'not-a-space' }
  | { fault: 'older' | 'newer'; version: number }
  | { fault: 'part'; part: keyof Space };

export interface Opened {
  space: Space;
  damaged: { faults: Fault[]; text: string; name: string } | null;
}

export function write(space: Space): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, space }, null, 1)}\n`;
}

export function read(text: string, name: string): Opened {
  const faults: Fault[] = [];
  const space = readSpace(text, faults);
  return { space, damaged: faults.length > 0 ? { faults, text, name } : null };
}

function readSpace(text: string, faults: Fault[]): Space {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    faults.push({ fault: 'not-json', detail: String((error as Error).message) });
    return emptySpace();
  }
  if (!is(file, { format: isText, version: isNumber }) || file['format'] !== FORMAT) {
    faults.push({ fault: 'not-a-space' });
    return emptySpace();
  }
  const version = file['version'] as number;
  if (version !== VERSION) {
    faults.push({ fault: version < VERSION ? 'older' : 'newer', version });
  }
  return parts(isObject(file['space']) ? file['space'] : {}, faults);
}

/** Every part that holds; the others as in an empty space. */
function parts(found: Record<string, unknown>, faults: Fault[]): Space {
  const space: Record<string, unknown> = { ...emptySpace() };
  for (const [part, holds] of Object.entries(PARTS)) {
    if (holds(found[part])) {
      space[part] = found[part];
    } else {
      faults.push({ fault: 'part', part: part as keyof Space });
    }
  }
  return consistent(space as unknown as Space, faults);
}

/** Nobody is chosen, seated or asked who is not among the people. */
function consistent(space: Space, faults: Fault[]): Space {
  const fresh = emptySpace();
  const ids = new Set(space.people.map(({ id }) => id));
  const known = (list: string[]) => list.every((id) => ids.has(id));
  const keep = <Part extends keyof Space>(part: Part, holds: boolean): Space[Part] => {
    if (!holds && !faults.some((one) => one.fault === 'part' && one.part === part)) {
      faults.push({ fault: 'part', part });
    }
    return holds ? space[part] : fresh[part];
  };
  const selection = keep('selection', known(space.selection?.chosen ?? []));
  const chosen = new Set(selection?.chosen);
  return {
    ...space,
    ties: keep('ties', known(space.ties.flatMap(({ a, b }) => [a, b]))),
    wish: keep('wish', known([...space.wish.must, ...space.wish.never])),
    selection,
    seats: keep(
      'seats',
      space.seats.rounds.flat(2).every((id) => chosen.has(id)),
    ),
  };
}

type Test = (value: unknown) => boolean;

const isText: Test = (value) => typeof value === 'string';
const isNumber: Test = (value) => typeof value === 'number' && Number.isFinite(value);
const isFlag: Test = (value) => typeof value === 'boolean';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf =
  (test: Test): Test =>
  (value) =>
    Array.isArray(value) && value.every(test);
const orNull =
  (test: Test): Test =>
  (value) =>
    value === null || test(value);
const like =
  (shape: Record<string, Test>): Test =>
  (value) =>
    is(value, shape);

function is(value: unknown, shape: Record<string, Test>): value is Record<string, unknown> {
  return isObject(value) && Object.entries(shape).every(([name, test]) => test(value[name]));
}

const isAssessment = like({ rubric: isText, version: isText, subject: isText, answers: isObject });
const isWish = like({
  size: isText,
  everyOrganisation: isFlag,
  separateReports: isFlag,
  quotas: listOf(like({ attribute: isText, value: isText, min: isText, max: isText })),
  must: listOf(isText),
  never: listOf(isText),
  variety: (value) => isObject(value) && Object.values(value).every(isNumber),
});
const isMeeting = like({ date: isText, time: isText, minutes: isText });

const PARTS: Record<keyof Space, Test> = {
  title: isText,
  synthetic: isFlag,
  people: listOf(like({ id: isText, role: isText })),
  ties: listOf(like({ a: isText, b: isText, weight: isNumber })),
  wish: isWish,
  foundBy: orNull(isWish),
  selection: orNull(
    like({
      chosen: listOf(isText),
      score: like({ total: isNumber }),
      because: listOf(like({ person: isText, reasons: listOf(isObject) })),
      reserves: listOf(like({ for: isText, person: isText })),
      proved: isFlag,
    }),
  ),
  seats: like({ tables: isText, count: isText, rounds: listOf(listOf(listOf(isText))) }),
  programme: like({
    goal: listOf(isText),
    have: listOf(isText),
    sessions: listOf(isMeeting),
    plan: orNull(like({ items: listOf(isObject), because: listOf(isObject), proved: isFlag })),
  }),
  evaluation: like({
    rubric: isText,
    proposals: listOf(like({ id: isText, title: isText })),
    assessments: listOf(isAssessment),
    order: listOf(isText),
  }),
  spreading: like({ starts: isText, chance: isText, series: isText }),
};
