// What the group does together: cards chosen, ordered and timed, and printed.
import type { Card, Item, Plan, RequestOf } from 'innovation-core';
import { useEffect, useState } from 'preact/hooks';
import { refusalOf } from '../kit/answer.ts';
import { TextField } from '../kit/field.tsx';
import { Behind, Facts, Missing, Table } from '../kit/parts.tsx';
import { refusedAt, RefusedNotice } from '../kit/refused.tsx';
import { call, type Refusal } from '../library/library.ts';
import { deck } from '../library/load.ts';
import { group, type Meeting, type Programme, type Space, typed } from '../space/space.ts';
import { edit, useDesk } from '../space/store.ts';
import { told, useNumbers, useWords } from '../words/index.ts';
import { PrintedCards } from './cards.tsx';

const change = (part: Partial<Programme>) =>
  edit((space) => ({ ...space, programme: { ...space.programme, ...part } }));

/** The deck in the page's language; read when it is first needed. */
export function useDeck(): Card[] | undefined {
  const { language } = useWords();
  const [cards, put] = useState<{ language: string; cards: Card[] }>();
  useEffect(() => {
    let wanted = true;
    deck(language).then(
      (found) => wanted && put({ language, cards: found }),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [language]);
  return cards?.language === language ? cards.cards : undefined;
}

export function ProgrammeRoom() {
  const w = useWords();
  const { space } = useDesk();
  const { programme } = space;
  const cards = useDeck();
  const [refusal, refuse] = useState<Refusal>();
  const [busy, work] = useState(false);
  if (!space.selection) {
    return <Missing what={w.tables.nobody} to="gather" label={w.tables.goGather} />;
  }
  const request = cards ? planRequest(space, cards, w.language, w.programme.pause) : null;
  const plan = async () => {
    if (!request) {
      return;
    }
    work(true);
    refuse(undefined);
    try {
      change({ plan: await call('equip.plan', request) });
    } catch (error) {
      refuse(refusalOf(error));
    }
    work(false);
  };
  const session = (at: number, part: Partial<Meeting>) =>
    change({ sessions: programme.sessions.map((one, place) => (place === at ? { ...one, ...part } : one)) });
  return (
    <>
      <form
        class="plan-form"
        onSubmit={(event) => {
          event.preventDefault();
          void plan();
        }}
      >
        <Outcomes
          legend={w.programme.goal}
          chosen={programme.goal}
          cards={cards}
          fault={refusedAt(refusal, '/goal')}
          onChange={(goal) => change({ goal })}
        />
        <Outcomes
          legend={w.programme.have}
          chosen={programme.have}
          cards={cards}
          fault={refusedAt(refusal, '/have')}
          onChange={(have) => change({ have })}
        />
        <fieldset>
          <legend>{w.programme.sessions}</legend>
          {programme.sessions.map((one, at) => (
            <div class="row end" key={at} role="group" aria-label={w.programme.session(String(at + 1))}>
              <TextField
                narrow
                type="date"
                label={w.programme.date}
                value={one.date}
                onInput={(date) => session(at, { date })}
                fault={one.date ? undefined : <p>{w.programme.dateMissing}</p>}
              />
              <TextField
                narrow
                type="time"
                label={w.programme.time}
                value={one.time}
                onInput={(time) => session(at, { time })}
                fault={one.time ? undefined : <p>{w.programme.timeMissing}</p>}
              />
              <TextField
                narrow
                numeric
                label={w.programme.minutes}
                value={one.minutes}
                fault={
                  /^\s*\d+\s*$/.test(one.minutes) ? (
                    refusedAt(refusal, `/sessions/${at}`)
                  ) : (
                    <p>{w.gather.wholeNumber}</p>
                  )
                }
                onInput={(minutes) => session(at, { minutes })}
              />
              {programme.sessions.length > 1 && (
                <button
                  type="button"
                  class="plain remove"
                  aria-label={w.programme.removeSession(String(at + 1))}
                  onClick={() => change({ sessions: programme.sessions.filter((_, place) => place !== at) })}
                >
                  ×
                </button>
              )}
            </div>
          ))}
          <button
            type="button"
            class="button quiet"
            onClick={() =>
              change({ sessions: [...programme.sessions, { date: '', time: '09:00', minutes: '180' }] })
            }
          >
            {w.programme.addSession}
          </button>
        </fieldset>
        <button type="submit" class="button strong" disabled={busy || !request}>
          {w.programme.build}
        </button>
      </form>
      <RefusedNotice refusal={refusal} />
      {programme.plan && cards && <Planned plan={programme.plan} space={space} cards={cards} />}
    </>
  );
}

/** The request for a programme; none where a session has no time. */
export function planRequest(
  space: Space,
  cards: Card[],
  locale: string,
  pause: string,
): RequestOf<'equip.plan'> | null {
  const people = group(space);
  const { goal, have, sessions } = space.programme;
  if (sessions.some(({ date, time, minutes }) => !date || !time || !Number.isInteger(typed(minutes)))) {
    return null;
  }
  return {
    goal,
    have,
    sessions: sessions.map(({ date, time, minutes }) => ({
      start: `${date}T${time}`,
      minutes: typed(minutes),
      ...(typed(minutes) >= 180 && {
        fixed: [{ at: Math.floor(typed(minutes) / 10) * 5, minutes: 20, title: pause }],
      }),
    })),
    group: { size: people.length, roles: [...new Set(people.map(({ role }) => role))] },
    cards,
    locale,
    seed: 1,
  };
}

/** What a programme shall bring, or what is there already: outcomes of the cards. */
function Outcomes({
  legend,
  chosen,
  cards,
  fault,
  onChange,
}: {
  legend: string;
  chosen: string[];
  cards: Card[] | undefined;
  fault: ReturnType<typeof refusedAt>;
  onChange(outcomes: string[]): void;
}) {
  const w = useWords();
  const all = [...new Set([...chosen, ...(cards ?? []).flatMap(({ yields }) => yields ?? [])])];
  const name = (outcome: string) => (w.outcomes as Record<string, string>)[outcome] ?? outcome;
  all.sort((a, b) => name(a).localeCompare(name(b), w.language));
  return (
    <fieldset class="toggles">
      <legend>{legend}</legend>
      {all.map((outcome) => (
        <label key={outcome}>
          <input
            type="checkbox"
            checked={chosen.includes(outcome)}
            onChange={({ currentTarget }) =>
              onChange(currentTarget.checked ? [...chosen, outcome] : chosen.filter((one) => one !== outcome))
            }
          />
          <span>{name(outcome)}</span>
        </label>
      ))}
      {fault && (
        <div class="fault" role="alert">
          {fault}
        </div>
      )}
    </fieldset>
  );
}

function Planned({ plan, space, cards }: { plan: Plan; space: Space; cards: Card[] }) {
  const w = useWords();
  const n = useNumbers();
  const sessions = [...new Set(plan.items.map(({ session }) => session))];
  return (
    <>
      <Facts
        facts={[
          [n.whole(plan.items.filter(({ card }) => card).length), w.programme.cards],
          [n.whole(plan.prepare), w.programme.prepare],
          [
            plan.proved ? w.gather.yes : n.whole(plan.value),
            plan.proved ? w.programme.proved : w.programme.atMost(n.whole(plan.bound)),
          ],
        ]}
      />
      <div class="sessions">
        {sessions.map((session) => {
          const meeting = space.programme.sessions[session];
          return (
            <section key={session}>
              <h2>{meeting ? day(meeting.date, w.language) : w.programme.session(String(session + 1))}</h2>
              <ol class="timeline">
                {plan.items
                  .filter((item) => item.session === session)
                  .map((item) => (
                    <Moment key={item.start} item={item} cards={cards} />
                  ))}
              </ol>
            </section>
          );
        })}
      </div>
      {plan.materials.length > 0 && (
        <Behind title={w.programme.materials}>
          <Table
            caption={w.programme.materials}
            columns={[{ name: w.programme.material }, { name: w.programme.count, number: true }]}
            rows={plan.materials.map(({ name, count }) => [told(name, w.language), n.whole(count)])}
          />
        </Behind>
      )}
      <div class="actions">
        <button type="button" class="button" onClick={() => window.print()}>
          {w.programme.print}
        </button>
      </div>
      <PrintedCards cards={cardsOf(plan, cards)} />
    </>
  );
}

/** The cards of a programme, each once, in their order. */
export function cardsOf(plan: Plan, cards: Card[]): Card[] {
  const ids = [...new Set(plan.items.flatMap(({ card }) => card ?? []))];
  return ids.flatMap((id) => cards.find((card) => card.id === id) ?? []);
}

const day = (date: string, language: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00Z`),
  );

function Moment({ item, cards }: { item: Item; cards: Card[] }) {
  const w = useWords();
  const card = cards.find(({ id }) => id === item.card);
  const groupings = [...new Set((item.stages ?? []).map(({ grouping }) => grouping))];
  return (
    <li class={`moment ${card?.kind ?? 'fixed'}`}>
      <span class="time">{item.at.slice(-5)}</span>
      <div ref={(element) => element?.style.setProperty('--minutes', String(item.minutes))}>
        <h3>{told(card?.title ?? item.title, w.language)}</h3>
        <p class="soft">
          {[
            w.programme.lasts(String(item.minutes)),
            ...(card ? [w.kinds[card.kind]] : []),
            ...groupings.map((one) => w.groupings[one]),
          ].join(' · ')}
        </p>
        {card?.purpose && <p>{told(card.purpose, w.language)}</p>}
      </div>
    </li>
  );
}
