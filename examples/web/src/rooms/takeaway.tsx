// What everybody takes along: a report, a calendar, resources for hospital systems, and the space
// itself as one file.
import type { Card, ReportProfile, RequestOf, Rubric } from 'innovation-core';
import { useState } from 'preact/hooks';
import { ask, refusalOf } from '../kit/answer.ts';
import { Choice, TextField } from '../kit/field.tsx';
import { Missing, save } from '../kit/parts.tsx';
import { useRoles } from '../kit/roles.ts';
import { RefusedNotice } from '../kit/refused.tsx';
import type { Refusal } from '../library/library.ts';
import { write } from '../space/file.ts';
import type { Space } from '../space/space.ts';
import { edit, saved, useDesk } from '../space/store.ts';
import { type Speaking, useWords } from '../words/index.ts';
import { sentences } from './chosen.tsx';
import { placesOf, seedRequest, simulateRequest } from './diffusion.ts';
import { useRubrics } from './ideas.tsx';
import { rankRequest, scoreRequest } from './judgement.ts';
import { cardsOf, useDeck } from './programme.tsx';

const PROFILES: ReportProfile[] = ['standard', 'largePrint', 'easyRead'];
const ZONES = ['Europe/Paris', 'America/Montreal', 'America/Toronto', 'UTC'] as const;
const BASE = 'https://space.example.org';

export function TakeawayRoom() {
  const w = useWords();
  const role = useRoles();
  const { space, damaged } = useDesk();
  const cards = useDeck();
  const rubric = useRubrics()?.find(({ id }) => id === space.evaluation.rubric);
  const [profile, inProfile] = useState<ReportProfile>('standard');
  const [zone, inZone] = useState<(typeof ZONES)[number]>('Europe/Paris');
  const [refusal, refuse] = useState<Refusal>();
  const [done, say] = useState('');
  if (space.people.length === 0) {
    return <Missing what={w.people.nobody} to="open" label={w.people.goOpen} />;
  }
  const { plan } = space.programme;
  const make = (name: string, type: string, text: () => Promise<string>) => async () => {
    refuse(undefined);
    say('');
    try {
      save(name, type, await text());
      say(w.takeaway.done(name));
    } catch (error) {
      refuse(refusalOf(error));
    }
  };
  const offers: [string, string, string | null, () => void][] = [
    [
      w.takeaway.report,
      w.takeaway.reportText,
      null,
      make('report.html', 'text/html', () => report(space, profile, w, role, cards ?? [], rubric)),
    ],
    [
      w.takeaway.calendar,
      w.takeaway.calendarText,
      plan ? null : w.takeaway.needsPlan,
      make('programme.ics', 'text/calendar', () => calendar(space, zone, w, cards ?? [])),
    ],
    [
      w.takeaway.fhir,
      w.takeaway.fhirText,
      plan ? null : w.takeaway.needsPlan,
      make('fhir.json', 'application/fhir+json', () => fhir(space, w, rubric)),
    ],
  ];
  const keep = () => {
    save('space.json', 'application/json', damaged ? damaged.text : write(space));
    saved();
    say(w.takeaway.done('space.json'));
  };
  return (
    <>
      <div class="row">
        <TextField
          label={w.takeaway.title}
          value={space.title}
          onInput={(title) => edit((one) => ({ ...one, title }))}
        />
        <Choice
          label={w.takeaway.profile}
          value={profile}
          options={PROFILES.map((one) => [one, w.takeaway.profiles[one]] as const)}
          onChoose={(one: ReportProfile) => inProfile(one)}
        />
        <Choice
          label={w.takeaway.zone}
          value={zone}
          options={ZONES.map((one) => [one, one.replace('_', ' ')] as const)}
          onChoose={(one: (typeof ZONES)[number]) => inZone(one)}
        />
      </div>
      <RefusedNotice refusal={refusal} />
      <ul class="offers">
        {offers.map(([title, text, lacks, give]) => (
          <li key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
            {lacks && <p class="hint">{lacks}</p>}
            <button type="button" class="button" disabled={lacks !== null || !cards} onClick={give}>
              {w.takeaway.get}
              <span class="unseen"> – {title}</span>
            </button>
          </li>
        ))}
        <li class="whole">
          <h2>{w.takeaway.space}</h2>
          <p>{w.takeaway.spaceText}</p>
          <button type="button" class="button strong" onClick={keep}>
            {w.takeaway.save}
          </button>
        </li>
      </ul>
      <p role="status">{done}</p>
    </>
  );
}

/** One page about it all: what there is of it. */
async function report(
  space: Space,
  profile: ReportProfile,
  w: Speaking,
  role: (id: string) => string,
  cards: Card[],
  rubric: Rubric | undefined,
): Promise<string> {
  const { selection, seats, programme, evaluation } = space;
  const asked = rubric && scoreRequest(rubric, evaluation);
  const answer = asked && (await ask('evaluate.score', asked));
  const rank = rubric && answer && rankRequest(rubric, answer, evaluation);
  const places = placesOf(space);
  const seeds = seedRequest(places, space);
  const starts = seeds && (await ask('spread.seed', seeds)).seeds.map(({ node }) => node);
  const request: RequestOf<'exchange.report'> = {
    locale: w.language,
    title: space.title || w.title,
    synthetic: space.synthetic,
    profile,
    people: space.people,
    ties: space.ties,
    chosen: selection?.chosen ?? [],
    reasons: (selection?.because ?? []).map((because) => ({
      person: because.person,
      text: sentences(because, w, role),
    })),
    rounds: seats.rounds.map((tables) => ({ tables })),
    names: Object.fromEntries(evaluation.proposals.map(({ id, title }) => [id, title])),
    seed: 1,
    ...(programme.plan && { programme: programme.plan, cards: cardsOf(programme.plan, cards) }),
    ...(rubric && answer && { scores: [{ rubric, answer }] }),
    ...(rank && { ranking: await ask('evaluate.rank', rank) }),
    ...(starts && { simulation: await ask('spread.simulate', simulateRequest(places, space, starts)) }),
  };
  return (await ask('exchange.report', request)).html;
}

async function calendar(
  space: Space,
  zone: (typeof ZONES)[number],
  w: Speaking,
  cards: Card[],
): Promise<string> {
  const { plan, sessions } = space.programme;
  const request: RequestOf<'exchange.calendar'> = {
    locale: w.language,
    title: space.title || w.title,
    stamp: stamp(),
    uidBase: 'programme@space.example.org',
    zone,
    sessions: sessions.map(({ date, time, minutes }) => ({
      start: `${date}T${time}`,
      minutes: Number(minutes),
    })),
    ...(plan && { programme: plan, cards: cardsOf(plan, cards) }),
  };
  return (await ask('exchange.calendar', request)).text;
}

/** One Bundle of all that FHIR has resources for: the programme, the rubric, its answers, the roles. */
async function fhir(space: Space, w: Speaking, rubric: Rubric | undefined): Promise<string> {
  const { programme, evaluation } = space;
  type Subject = RequestOf<'exchange.toFhir'>['subject'];
  const subjects: Subject[] = [{ roles: {} }];
  if (programme.plan) {
    subjects.push({
      programme: { id: 'programme', title: space.title || w.title, items: programme.plan.items },
    });
  }
  if (rubric) {
    subjects.push(
      { rubric },
      ...evaluation.assessments.map((assessment) => ({ assessment: { rubric, assessment } })),
    );
  }
  const entry: unknown[] = [];
  for (const subject of subjects) {
    const { resource } = await ask('exchange.toFhir', {
      release: 'R4',
      base: BASE,
      stamp: stamp(),
      locale: w.language,
      subject,
    });
    const own = (resource as { entry?: unknown[] }).entry;
    entry.push(...(own ?? [{ resource }]));
  }
  return `${JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }, null, 1)}\n`;
}

const stamp = (): string => `${new Date().toISOString().slice(0, 19)}Z`;
