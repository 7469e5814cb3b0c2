// What a seating is worth, before and after a move: while somebody is dragged, and once they sit.
import { useRef } from 'preact/hooks';
import { useAnswer } from '../kit/answer.ts';
import { RefusedNotice } from '../kit/refused.tsx';
import type { Space } from '../space/space.ts';
import { useNumbers, useWords } from '../words/index.ts';
import { familiarity, type Move, moved, type RotationScore, type Rounds, valueRequest } from './seating.ts';

interface Compared {
  move: Move | undefined;
  before: RotationScore & { familiarity: number };
  after: RotationScore & { familiarity: number };
}

export function Cost({
  space,
  rounds,
  preview,
  last,
  onBack,
}: {
  space: Space;
  rounds: Rounds;
  preview: Move | null;
  last: { move: Move; before: Rounds } | null;
  onBack(): void;
}) {
  const w = useWords();
  const n = useNumbers();
  const from = preview ? rounds : (last?.before ?? rounds);
  const to = preview ? moved(rounds, preview) : rounds;
  const was = useAnswer('gather.rotate', valueRequest(space, from));
  const is = useAnswer('gather.rotate', valueRequest(space, to));
  // Both answers, or the pair before: never the worth of one seating beside that of a third.
  const compared = useRef<Compared | null>(null);
  if (!was.waiting && !is.waiting && was.answer && is.answer) {
    compared.current = {
      move: preview ?? last?.move,
      before: { ...was.answer.score, familiarity: familiarity(space, from) },
      after: { ...is.answer.score, familiarity: familiarity(space, to) },
    };
  }
  if (was.refusal || is.refusal) {
    return <RefusedNotice refusal={is.refusal ?? was.refusal} />;
  }
  const { move, before, after } = compared.current ?? {};
  const changed = (what: 'newPairs' | 'repeats' | 'neverMet' | 'familiarity') =>
    before && after ? after[what] - before[what] : 0;
  return (
    <section class={`cost${preview ? ' looking' : ''}`} aria-label={w.tables.cost}>
      <dl class="facts tight">
        {(['newPairs', 'repeats', 'neverMet', 'familiarity'] as const).map((what) => {
          const worse = what === 'newPairs' ? changed(what) < 0 : changed(what) > 0;
          return (
            <div key={what}>
              <dt>{w.tables[what]}</dt>
              <dd>
                {after ? n.whole(after[what]) : '–'}
                {changed(what) !== 0 && (
                  <span class={worse ? 'worse' : 'better'}>
                    {' '}
                    {worse ? '▼' : '▲'} {n.signed(changed(what))}
                  </span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
      <p role="status" class="cost-text">
        {move
          ? w.tables.told(
              preview !== null,
              move.person,
              String(move.to + 1),
              n.signed(changed('newPairs')),
              n.signed(changed('repeats')),
            )
          : w.tables.calm}
      </p>
      {last && !preview && (
        <button type="button" class="button quiet" onClick={onBack}>
          {w.tables.back}
        </button>
      )}
    </section>
  );
}
