// Generated from the contract: run the tests with UPDATE=1 to refresh.
import { call } from './call.js';
import { namespace } from './namespace.js';

export const operations = {
  people: ['roles', 'profile'],
  gather: ['select', 'seat', 'rotate'],
  equip: ['deck', 'lint', 'plan'],
  protect: ['cover', 'charter', 'compare', 'disclose', 'present'],
  evaluate: ['rubrics', 'score', 'improve', 'agree', 'rank', 'sort', 'weigh', 'fund', 'chart'],
  spread: ['register', 'sustain', 'fit', 'simulate', 'seed', 'exposure'],
  explore: ['models', 'run', 'merge', 'report'],
  space: ['apply', 'replay', 'verify', 'merge', 'diagnose'],
  exchange: ['peopleFromTable', 'tiesFromTable', 'tiesFromContacts', 'fromTable', 'toTable', 'toRedcap', 'fromRedcap', 'toGraphml', 'cardToMarkdown', 'cardFromMarkdown', 'calendar', 'report', 'toFhir', 'fromFhir'],
  contract: ['operations', 'schema', 'version'],
};

export const people = /* @__PURE__ */ namespace(call, 'people', operations.people);
export const gather = /* @__PURE__ */ namespace(call, 'gather', operations.gather);
export const equip = /* @__PURE__ */ namespace(call, 'equip', operations.equip);
export const protect = /* @__PURE__ */ namespace(call, 'protect', operations.protect);
export const evaluate = /* @__PURE__ */ namespace(call, 'evaluate', operations.evaluate);
export const spread = /* @__PURE__ */ namespace(call, 'spread', operations.spread);
export const explore = /* @__PURE__ */ namespace(call, 'explore', operations.explore);
export const space = /* @__PURE__ */ namespace(call, 'space', operations.space);
export const exchange = /* @__PURE__ */ namespace(call, 'exchange', operations.exchange);
export const contract = /* @__PURE__ */ namespace(call, 'contract', operations.contract);
