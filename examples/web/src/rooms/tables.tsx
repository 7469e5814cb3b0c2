// Who sits with whom, round after round; and what it costs to seat somebody elsewhere.
import { useState } from 'preact/hooks';
import { refusalOf } from '../kit/answer.ts';
import { TextField } from '../kit/field.tsx';
import { Missing } from '../kit/parts.tsx';
import { refusedAt, RefusedNotice } from '../kit/refused.tsx';
import { call, type Refusal } from '../library/library.ts';
import { current, edit, useDesk } from '../space/store.ts';
import type { Seats } from '../space/space.ts';
import { useWords } from '../words/index.ts';
import { Cost } from './cost.tsx';
import { Round } from './round.tsx';
import { type Move, moved, type Rounds, rotateRequest, tableOf } from './seating.ts';

const change = (part: Partial<Seats>) => edit((space) => ({ ...space, seats: { ...space.seats, ...part } }));

export function TablesRoom() {
  const w = useWords();
  const { space } = useDesk();
  const { seats, selection } = space;
  const [refusal, refuse] = useState<Refusal>();
  const [busy, work] = useState(false);
  const [round, show] = useState(0);
  const [preview, look] = useState<Move | null>(null);
  const [last, remember] = useState<{ move: Move; before: Rounds } | null>(null);
  if (!selection) {
    return <Missing what={w.tables.nobody} to="gather" label={w.tables.goGather} />;
  }
  const request = rotateRequest(space);
  const seat = async () => {
    if (!request) {
      return;
    }
    work(true);
    refuse(undefined);
    try {
      const { rounds } = await call('gather.rotate', request);
      change({ rounds: rounds.map(({ tables }) => tables) });
      remember(null);
      show(0);
    } catch (error) {
      refuse(refusalOf(error));
    }
    work(false);
  };
  const move = (one: Move) => {
    const before = current().space.seats.rounds;
    remember({ move: one, before });
    look(null);
    change({ rounds: moved(before, one) });
  };
  // A move that was undone elsewhere is not told any more.
  const stands = last && tableOf(seats.rounds, last.move.round, last.move.person) === last.move.to;
  const number = (text: string) => (/^\s*\d+\s*$/.test(text) ? undefined : <p>{w.gather.wholeNumber}</p>);
  return (
    <>
      <form
        class="row end"
        onSubmit={(event) => {
          event.preventDefault();
          void seat();
        }}
      >
        <TextField
          narrow
          numeric
          label={w.tables.tables}
          value={seats.tables}
          fault={number(seats.tables) ?? refusedAt(refusal, '/tables')}
          onInput={(tables) => change({ tables })}
        />
        <TextField
          narrow
          numeric
          label={w.tables.rounds}
          value={seats.count}
          fault={number(seats.count) ?? refusedAt(refusal, '/rounds')}
          onInput={(count) => change({ count })}
        />
        <button type="submit" class="button strong" disabled={busy || !request}>
          {w.tables.seat}
        </button>
      </form>
      <RefusedNotice refusal={refusal} />
      {seats.rounds.length > 0 && (
        <>
          <Cost
            space={space}
            rounds={seats.rounds}
            preview={preview}
            last={stands ? last : null}
            onBack={() => {
              change({ rounds: last?.before ?? seats.rounds });
              remember(null);
            }}
          />
          <div class="tabs" role="group" aria-label={w.tables.rounds}>
            {seats.rounds.map((_, at) => (
              <button key={at} type="button" aria-pressed={at === round} onClick={() => show(at)}>
                {w.tables.round(String(at + 1))}
              </button>
            ))}
          </div>
          <p class="hint">{w.tables.how}</p>
          <Round
            space={space}
            round={Math.min(round, seats.rounds.length - 1)}
            onMove={move}
            onPreview={look}
          />
        </>
      )}
    </>
  );
}
