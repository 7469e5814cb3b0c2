// A round as tables that people sit around. A person is dragged by pointer, or picked by
// keyboard: arrows move to the table before or after, Enter opens the list of tables.
import type { Id } from 'innovation-core';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { Mark, organisations } from '../kit/mark.tsx';
import { useRoles } from '../kit/roles.ts';
import type { Space } from '../space/space.ts';
import { useWords } from '../words/index.ts';
import { type Move, tableOf } from './seating.ts';

/** More people than fit around the picture of a table stand in a list. */
const AROUND = 8;
/** Pixels before a press becomes a drag. */
const SLACK = 6;

export function Round({
  space,
  round,
  onMove,
  onPreview,
}: {
  space: Space;
  round: number;
  onMove(move: Move): void;
  onPreview(move: Move | null): void;
}) {
  const w = useWords();
  const role = useRoles();
  const [picked, pick] = useState<Id | null>(null);
  const [target, aim] = useState<number | null>(null);
  const refocus = useRef<Id | null>(null);
  const floor = useRef<HTMLDivElement>(null);
  const kinds = useMemo(() => organisations(space.people), [space.people]);
  const people = useMemo(() => new Map(space.people.map((person) => [person.id, person])), [space.people]);
  const { rounds } = space.seats;
  const tables = rounds[round] ?? [];

  // A person who was moved by keyboard keeps the focus at the new table.
  useLayoutEffect(() => {
    if (refocus.current) {
      floor.current?.querySelector<HTMLElement>(`[data-person="${CSS.escape(refocus.current)}"]`)?.focus();
      refocus.current = null;
    }
  });
  const move = (person: Id, to: number) => {
    pick(null);
    aim(null);
    if (to !== tableOf(rounds, round, person) && to >= 0 && to < tables.length) {
      refocus.current = person;
      onMove({ person, round, to });
    } else {
      onPreview(null);
    }
  };
  const over = (person: Id, to: number | null) => {
    aim(to);
    onPreview(to === null || to === tableOf(rounds, round, person) ? null : { person, round, to });
  };
  return (
    <div class="floor" ref={floor}>
      <h2 class="unseen">{w.tables.round(String(round + 1))}</h2>
      {tables.map((ids, table) => (
        <section
          key={table}
          class={`table${ids.length > AROUND ? ' many' : ''}${target === table ? ' target' : ''}`}
          data-table={table}
          aria-label={w.tables.table(String(table + 1))}
        >
          <h3>{w.tables.table(String(table + 1))}</h3>
          <ul>
            {ids.map((id, seat) => (
              <li key={id} ref={(element) => place(element, seat, ids.length)}>
                <Seat
                  id={id}
                  kind={kinds.get(people.get(id)?.organisation ?? '') ?? 0}
                  role={role(people.get(id)?.role ?? '')}
                  organisation={people.get(id)?.organisation ?? ''}
                  picked={picked === id}
                  onPick={() => pick(picked === id ? null : id)}
                  onStep={(step) => move(id, table + step)}
                  onOver={(to) => over(id, to)}
                  onDrop={(to) => (to === null ? over(id, null) : move(id, to))}
                />
                {picked === id && (
                  <div class="menu" role="group" aria-label={w.tables.move(id)}>
                    {tables.map(
                      (_, to) =>
                        to !== table && (
                          <button
                            key={to}
                            type="button"
                            onFocus={() => over(id, to)}
                            onPointerEnter={() => over(id, to)}
                            onClick={() => move(id, to)}
                            onKeyDown={(event) =>
                              event.key === 'Escape' && ((refocus.current = id), pick(null), over(id, null))
                            }
                          >
                            {w.tables.to(String(to + 1))}
                          </button>
                        ),
                    )}
                  </div>
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** Around a table: styles are set by script, since a strict policy refuses them in the text. */
function place(element: HTMLLIElement | null, seat: number, of: number): void {
  const turn = (2 * Math.PI * seat) / of - Math.PI / 2;
  element?.style.setProperty('--x', Math.cos(turn).toFixed(3));
  element?.style.setProperty('--y', Math.sin(turn).toFixed(3));
}

function Seat({
  id,
  kind,
  role,
  organisation,
  picked,
  onPick,
  onStep,
  onOver,
  onDrop,
}: {
  id: Id;
  kind: number;
  role: string;
  organisation: string;
  picked: boolean;
  onPick(): void;
  onStep(step: number): void;
  onOver(table: number | null): void;
  onDrop(table: number | null): void;
}) {
  const w = useWords();
  const press = useRef<{ x: number; y: number; dragging: boolean; table: number | null } | null>(null);
  const keys: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  return (
    <button
      type="button"
      class="seat"
      data-person={id}
      aria-expanded={picked}
      aria-label={w.tables.seatOf(id, role, organisation)}
      title={`${role} · ${organisation}`}
      onClick={() => {
        if (press.current?.dragging) {
          press.current = null;
        } else {
          onPick();
        }
      }}
      onKeyDown={(event) => {
        const step = keys[event.key];
        if (step) {
          event.preventDefault();
          onStep(step);
        }
      }}
      onPointerDown={(event) => {
        press.current = { x: event.clientX, y: event.clientY, dragging: false, table: null };
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const from = press.current;
        if (!from || !event.currentTarget.hasPointerCapture(event.pointerId)) {
          return;
        }
        const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
        from.dragging ||= Math.hypot(dx, dy) > SLACK;
        if (from.dragging) {
          carry(event.currentTarget, dx, dy);
          const table = tableAt(event.clientX, event.clientY);
          if (table !== from.table) {
            from.table = table;
            onOver(table);
          }
        }
      }}
      onPointerUp={(event) => {
        carry(event.currentTarget);
        if (press.current?.dragging) {
          onDrop(press.current.table);
        }
      }}
      onPointerCancel={(event) => {
        carry(event.currentTarget);
        press.current = null;
        onDrop(null);
      }}
    >
      <Mark at={kind} />
      <span>{id}</span>
    </button>
  );
}

/** Moves a seat with the pointer, or puts it back. */
function carry(element: HTMLElement, dx?: number, dy?: number): void {
  element.classList.toggle('carried', dx !== undefined);
  element.style.translate = dx === undefined ? '' : `${dx}px ${dy}px`;
}

function tableAt(x: number, y: number): number | null {
  const under = document.elementsFromPoint(x, y).map((one) => one.closest<HTMLElement>('[data-table]'));
  const table = under.find((one) => one)?.dataset['table'];
  return table === undefined ? null : Number(table);
}
