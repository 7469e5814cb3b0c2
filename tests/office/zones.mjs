// Calendars as ical.js reads them: every time in its zone, none floating, each the moment that is
// expected. ical.js knows no zones but those that a calendar holds.
//
// Usage: zones.mjs path/to/ical.js out/
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , library, out] = process.argv;
const { default: ICAL } = await import(pathToFileURL(resolve(library)));
let passed = 0;
let failed = 0;

function check(what, expected, found) {
  if (JSON.stringify(expected) === JSON.stringify(found)) {
    passed += 1;
    return;
  }
  failed += 1;
  console.log(`${what}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(found)}`);
}

for (const file of readdirSync(out).filter((name) => name.endsWith('.ics')).sort()) {
  const expected = JSON.parse(readFileSync(join(out, file.replace(/ics$/, 'json')), 'utf8'));
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(join(out, file), 'utf8')));
  const zones = calendar.getAllSubcomponents('vtimezone').length;
  check(`${file}: zones`, file.includes('utc') ? 0 : 1, zones);
  let local = 0;
  const events = calendar.getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
  check(`${file}: events`, Object.keys(expected).length, events.length);
  for (const event of events) {
    const times = [event.startDate, event.endDate];
    const names = times.map((time) => time.zone.tzid);
    local += names[0] === 'UTC' ? 0 : 1;
    check(`${file}: ${event.uid} is not floating`, false, names.includes('floating'));
    check(`${file}: ${event.uid}`, expected[event.uid], times.map((time) => time.toUnixTime()));
  }
  check(`${file}: most times are local`, !file.includes('utc'), local > events.length / 2);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(passed > 0 && failed === 0 ? 0 : 1);
