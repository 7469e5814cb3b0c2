// LHC-Forms in headless Chromium: draws Questionnaires, computes totals, exports responses.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import { chromium, visit } from '../web/chromium.mjs';

const root = join(process.env.FHIR_NPM, 'lforms-40.1.3/package/dist/lforms');
const TYPES = { js: 'text/javascript', css: 'text/css', html: 'text/html', json: 'application/json' };

const page = (release) => `<!doctype html><meta charset="utf-8"><title>forms</title>
<link rel="stylesheet" href="webcomponent/styles.css">
<body><div id="form"></div>
<script src="webcomponent/assets/lib/zone.min.js"></script>
<script src="webcomponent/lhc-forms.js"></script>
<script src="fhir/${release}/lformsFHIR.min.js"></script>
<script>
const wait = (ms) => new Promise((done) => setTimeout(done, ms));
async function fill(questionnaire) {
  await LForms.Util.addFormToPage(questionnaire, 'form', { fhirVersion: '${release}' });
  // Expressions are computed in turns: until two looks in a row agree.
  let before = '';
  for (let look = 0; look < 40; look += 1) {
    await wait(250);
    const response = LForms.Util.getFormFHIRData('QuestionnaireResponse', '${release}', '#form');
    const now = JSON.stringify(response.item);
    if (now === before && look > 2) {
      return { response, text: document.getElementById('form').innerText };
    }
    before = now;
  }
  throw new Error('the form never comes to rest');
}
(async () => {
  const results = [];
  for (const questionnaire of await (await fetch('cases.json')).json()) {
    try {
      results.push(await fill(questionnaire));
    } catch (error) {
      results.push({ error: String(error?.stack ?? error) });
    }
  }
  const report = new URL(location).searchParams.get('report');
  await fetch(report, { method: 'POST', body: JSON.stringify(results) });
})();
</script>`;

/** So many forms are drawn by one browser. */
const AT_ONCE = 6;

/** What the forms make of some Questionnaires; `undefined` where there is no browser. */
export async function fill(release, questionnaires) {
  if (!chromium()) {
    return undefined;
  }
  let batch = [];
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url, 'http://x').pathname).slice(1);
    try {
      let body;
      if (path === '' || path === 'index.html') {
        body = page(release);
      } else if (path === 'cases.json') {
        body = JSON.stringify(batch);
      } else {
        body = await readFile(join(root, path));
      }
      const type = TYPES[path.split('.').at(-1)] ?? 'text/html';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const results = [];
    for (let at = 0; at < questionnaires.length; at += AT_ONCE) {
      batch = questionnaires.slice(at, at + AT_ONCE);
      results.push(...(await visit(`http://127.0.0.1:${server.address().port}/`)));
    }
    return results;
  } finally {
    server.close();
    server.closeAllConnections();
  }
}

/** The Questionnaire with the answers of a response as what is selected at first. */
export function selected(questionnaire, response) {
  const given = new Map();
  const collect = (item) => {
    given.set(item.linkId, item.answer ?? []);
    (item.item ?? []).forEach(collect);
  };
  response.item.forEach(collect);
  const choose = (item) => {
    const copy = { ...item };
    const codes = (given.get(item.linkId) ?? []).map((answer) => answer.valueCoding?.code);
    if (item.answerOption) {
      copy.answerOption = item.answerOption.map((option) =>
        codes.includes(option.valueCoding.code) ? { ...option, initialSelected: true } : option,
      );
    } else if (item.type === 'text' && given.get(item.linkId)?.length) {
      copy.initial = [{ valueString: given.get(item.linkId)[0].valueString }];
    }
    if (item.item) {
      copy.item = item.item.map(choose);
    }
    return copy;
  };
  return { ...questionnaire, item: questionnaire.item.map(choose) };
}
