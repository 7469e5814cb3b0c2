// Everything that is written for FHIR, before its referees: `bash tests/fhir/run.sh`.
import { answers, ask } from './door.mjs';
import { scores } from './expressions.mjs';
import { fill, selected } from './forms.mjs';
import { assess, dice, others, write } from './subjects.mjs';
import { invariants, medplum, schema } from './validators.mjs';

const ROUNDS = Number(process.env.FHIR_ROUNDS ?? 4);
let passed = 0;
let failed = 0;

function hold(what, faults) {
  if (faults.length === 0) {
    passed += 1;
  } else {
    failed += 1;
    console.log(`${what}\n  ${faults.slice(0, 5).join('\n  ')}`);
  }
}

const near = (a, b) => a === b || (a !== undefined && b !== undefined && Math.abs(a - b) < 1e-9);

/** Every rubric in each release and language, with answers and what the library wrote. */
function rubricsWritten() {
  const rubrics = answers([['evaluate.rubrics', {}]])[0].rubrics;
  const cases = [];
  for (const rubric of rubrics) {
    for (const release of ['R4', 'R5']) {
      for (const locale of [undefined, 'en', 'fr']) {
        const roll = dice(cases.length + 1);
        const given = Array.from({ length: ROUNDS }, (_, at) => assess(rubric, roll, [0, 1, 4][at % 3]));
        cases.push({ rubric, release, locale, given });
      }
    }
  }
  const requests = cases.flatMap(({ rubric, release, locale, given }) => [
    write(release, locale, { rubric }),
    ...given.map((assessment) => write(release, locale, { assessment: { rubric, assessment } })),
  ]);
  const written = answers(requests).map((answer) => answer.resource);
  for (const one of cases) {
    one.form = written.shift();
    one.responses = written.splice(0, ROUNDS);
  }
  return cases;
}

function validate(resources) {
  const official = schema();
  const validator = medplum();
  const { check, counts } = invariants();
  for (const [name, resource] of resources) {
    hold(`${name}: JSON Schema`, official(resource));
    hold(`${name}: Medplum`, validator(resource));
    hold(`${name}: invariants`, check(resource));
  }
  console.log(`invariants: ${counts.checks} checks, ${counts.skipped} skipped, ${counts.warnings} warnings`);
}

/** What the referees must see, so that their silence says something. */
function referees(form) {
  const { check } = invariants();
  const broken = (change) => {
    const copy = structuredClone(form);
    change(copy);
    return copy;
  };
  const twice = broken((q) => (q.item[0].item[0].linkId = q.item[0].linkId));
  hold('the invariants see a duplicate linkId', check(twice).some((f) => f.includes('que-2')) ? [] : ['they do not']);
  const status = broken((q) => (q.status = 'foo'));
  hold('the schema sees a wrong status', schema()(status).length ? [] : ['it does not']);
  const colour = broken((q) => (q.colour = 'red'));
  hold('Medplum sees an unknown element', medplum()(colour).length ? [] : ['it does not']);
}

function expressions(cases) {
  let compared = 0;
  for (const { rubric, release, locale, form, responses } of cases) {
    responses.forEach((response, at) => {
      const { written, computed } = scores(form, response, release);
      const faults = [];
      for (const [link, value] of computed) {
        compared += value === undefined ? 0 : 1;
        if (!near(value, written.get(link))) {
          faults.push(`${link}: the form computes ${value}, the library ${written.get(link)}`);
        }
      }
      hold(`${rubric.id} ${release} ${locale} answers ${at}: expressions`, faults);
    });
  }
  console.log(`expressions: ${compared} scores compared`);
}

function backAgain(cases) {
  const requests = cases.flatMap(({ release, form, responses }) =>
    responses.map((response) => ['exchange.fromFhir', { questionnaire: form, response, release }]),
  );
  const read = answers(requests);
  for (const { rubric, locale, given, release } of cases) {
    for (const assessment of given) {
      const back = read.shift();
      const faults = [];
      if (JSON.stringify(back.rest) !== '{"questionnaire":[],"response":[]}') {
        faults.push(JSON.stringify(back.rest).slice(0, 300));
      }
      const order = (one) => JSON.stringify(Object.entries(one).sort());
      if (order(back.assessment.answers) !== order(assessment.answers)) {
        faults.push('the answers are others');
      }
      hold(`${rubric.id} ${release} ${locale}: back again`, faults);
    }
  }
}

/** Total and group scores of an assessment by the library. */
const scored = (pairs) =>
  answers(pairs.map(([rubric, assessment]) => ['evaluate.score', { rubric, assessments: [assessment] }]));

async function drawn(cases, release) {
  const chosen = cases.filter(
    (one) => one.release === release && one.locale === 'fr' && one.form.item.length <= 20 && one.rubric.scoring !== 'record',
  );
  const trials = chosen.flatMap((one) => [0, 1].map((at) => ({ ...one, response: one.responses[at] })));
  const results = await fill(release, trials.map(({ form, response }) => selected(form, response)));
  if (!results) {
    console.log('SKIPPED: there is no Chromium');
    return;
  }
  const read = ask(
    trials.map(({ form }, at) => ['exchange.fromFhir', { questionnaire: form, response: results[at].response ?? {}, release }]),
  );
  const whole = read.flatMap((one, at) => (one.error ? [] : [[at, [one.rubric, one.assessment]]]));
  const totals = new Map(scored(whole.map(([, pair]) => pair)).map((one, at) => [whole[at][0], one.scores[0]]));
  const expected = scored(
    trials.map(({ rubric, given, response, responses }) => [rubric, given[responses.indexOf(response)]]),
  );
  let shown = 0;
  trials.forEach(({ rubric, form }, at) => {
    const name = `${rubric.id} ${release} in LHC-Forms`;
    const { error, response, text } = results[at];
    if (error || read[at].error) {
      hold(name, [error ?? JSON.stringify(read[at].error)]);
      return;
    }
    const faults = [];
    const first = form.item[0].item.find((item) => item.type === 'choice' || item.type === 'coding');
    if (first && !text.includes(first.text.trim())) {
      faults.push(`the form does not show ${first.text}`);
    }
    const total = response.item?.find((item) => item.linkId === 'total')?.answer?.[0]?.valueDecimal;
    const hasTotal = form.item.some((item) => item.linkId === 'total');
    const there = expected[at].scores[0].total.value ?? undefined;
    const here = totals.get(at).total.value ?? undefined;
    shown += total === undefined ? 0 : 1;
    if (hasTotal && !near(total, there)) {
      faults.push(`the form computes ${total}, the library ${there}`);
    }
    if (rubric.scoring !== 'ratio' && !near(here, there)) {
      faults.push(`its response scores ${here} here, ${there} before`);
    }
    hold(name, faults);
  });
  console.log(`LHC-Forms ${release}: ${trials.length} forms drawn, ${shown} totals computed`);
}

const cases = rubricsWritten();
const kinds = others();
const subjects = kinds.flatMap(([name, subject]) =>
  [undefined, 'fr'].flatMap((locale) =>
    ['collection', 'transaction'].map((bundle) => [`${name} ${locale} ${bundle}`, write('R4', locale, subject, { bundle })]),
  ),
);
const bundles = answers(subjects.map(([, request]) => request));
validate([
  ...cases
    .filter((one) => one.release === 'R4')
    .flatMap(({ rubric, locale, form, responses }) => [
      [`${rubric.id} ${locale}`, form],
      ...responses.map((response, at) => [`${rubric.id} ${locale} answers ${at}`, response]),
    ]),
  ...bundles.map(({ resource }, at) => [subjects[at][0], resource]),
]);
referees(cases[0].form);
answers(kinds.map(([, subject]) => write('R5', 'fr', subject)));
expressions(cases);
backAgain(cases);
for (const release of ['R4', 'R5']) {
  await drawn(cases, release);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
