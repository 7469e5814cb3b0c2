// Scores of a form by its own expressions, computed with fhirpath.
import { fhirpath, models } from './validators.mjs';

const CALCULATED = 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression';
const VARIABLE = 'http://hl7.org/fhir/StructureDefinition/variable';
const compiled = new Map();

/** Scores by linkId: those written into the response, and those that the expressions give. */
export function scores(questionnaire, response, release) {
  const questions = [];
  const collect = (item, parent) => {
    (item.item ?? []).forEach((child) => collect(child, item));
    if (item.extension?.some((one) => one.url === CALCULATED)) {
      questions.push([item, parent]);
    }
  };
  questionnaire.item.forEach((item) => collect(item));
  const links = new Set(questions.map(([item]) => item.linkId));
  const written = new Map();
  const strip = (item) => {
    if (links.has(item.linkId)) {
      written.set(item.linkId, item.answer?.[0]?.valueDecimal);
      return [];
    }
    return [{ ...item, ...(item.item && { item: item.item.flatMap(strip) }) }];
  };
  const bare = { ...response, item: (response.item ?? []).flatMap(strip) };
  const computed = new Map();
  for (const [item, parent] of questions) {
    const env = { resource: bare, questionnaire };
    for (const { url, valueExpression } of item.extension) {
      if (url === VARIABLE) {
        env[valueExpression.name] = run(valueExpression.expression, bare, env, release);
      } else if (url === CALCULATED) {
        const [value] = run(valueExpression.expression, bare, env, release);
        computed.set(item.linkId, value === undefined ? undefined : Number(value));
        if (value !== undefined && parent) {
          // Totals over groups read the scores of groups.
          const group = bare.item.find((one) => one.linkId === parent.linkId);
          group?.item.push({ linkId: item.linkId, answer: [{ valueDecimal: Number(value) }] });
        }
      }
    }
  }
  return { written, computed };
}

function run(expression, resource, env, release) {
  const key = `${release} ${expression}`;
  if (!compiled.has(key)) {
    compiled.set(key, fhirpath.compile(expression, models[release]));
  }
  return compiled.get(key)(resource, env);
}
