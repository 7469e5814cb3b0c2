// Whom to bring together: rules on one side, the group as it grows better on the other.
import { useMemo, useState } from 'preact/hooks';
import { TextField } from '../kit/field.tsx';
import { Facts, Missing, Notice } from '../kit/parts.tsx';
import { refusedAt, RefusedNotice } from '../kit/refused.tsx';
import { useDesk } from '../space/store.ts';
import { useNumbers, useWords } from '../words/index.ts';
import { Chosen } from './chosen.tsx';
import { Network } from './network.tsx';
import { Rules, ruleName } from './rules.tsx';
import { requestOf, useSearch, wishFaults } from './search.ts';
import { change } from './wish.ts';

export function GatherRoom() {
  const w = useWords();
  const n = useNumbers();
  const { space } = useDesk();
  const { wish, selection } = space;
  const running = useSearch(space);
  // On a phone the group comes first, and rules unfold on demand.
  const [open, unfold] = useState(() => matchMedia('(min-width: 60rem)').matches);
  const faults = useMemo(() => wishFaults(wish), [wish]);
  const shown = running.best ?? selection;
  // What did not change is not drawn again while a search tells of its progress.
  const chosen = shown?.chosen;
  const picture = useMemo(
    () => <Network people={space.people} ties={space.ties} chosen={chosen} />,
    [space.people, space.ties, chosen],
  );
  const list = useMemo(() => shown && <Chosen selection={shown} />, [shown]);
  if (space.people.length === 0) {
    return <Missing what={w.people.nobody} to="open" label={w.people.goOpen} />;
  }
  const sizeFault = faults.has('size') ? <p>{w.gather.wholeNumber}</p> : refusedAt(running.refusal, '/size');
  const request = requestOf(space);
  const stale = running.share === null && selection && JSON.stringify(space.foundBy) !== JSON.stringify(wish);
  return (
    <div class="two">
      <form
        class="rules"
        onSubmit={(event) => {
          event.preventDefault();
          void running.start();
        }}
      >
        <TextField
          label={w.gather.size}
          value={wish.size}
          numeric
          narrow
          fault={sizeFault}
          onInput={(size) => change({ size })}
        />
        <div class="actions">
          {running.share === null ? (
            <button type="submit" class="button strong" disabled={!request}>
              {selection ? w.gather.again : w.gather.search}
            </button>
          ) : (
            <button type="button" class="button strong" onClick={running.stop}>
              {w.gather.stop}
            </button>
          )}
          {running.share !== null && (
            <div class="progress">
              <progress max={1} value={running.share} aria-label={w.gather.progress}>
                {n.share(running.share)}
              </progress>
              <span aria-hidden="true">{n.share(running.share)}</span>
            </div>
          )}
        </div>
        <p class="hint">{w.gather.stopHint}</p>
        <details
          class="fold"
          open={open || faults.size > 0 || running.refusal !== undefined}
          onToggle={({ currentTarget }) => unfold(currentTarget.open)}
        >
          <summary>{w.gather.rulesAndQuotas}</summary>
          <Rules refusal={running.refusal} faults={faults} />
        </details>
      </form>
      <section aria-label={w.gather.group}>
        <RefusedNotice refusal={running.refusal}>
          <Conflict details={running.refusal?.details} />
        </RefusedNotice>
        <p class="unseen" role="status">
          {running.share !== null
            ? w.gather.searching
            : shown
              ? w.gather.ready(n.whole(shown.chosen.length))
              : ''}
        </p>
        {shown ? (
          <Facts
            facts={[
              [n.whole(shown.chosen.length), w.gather.chosen],
              [n.fine(shown.score.total), running.stopped ? w.gather.stopped : w.gather.worth],
              shown.proved
                ? [w.gather.yes, w.gather.proved]
                : [shown.bound == null ? '–' : n.share(shown.score.total / shown.bound), w.gather.bound],
            ]}
          />
        ) : (
          <p class="empty-hint">{w.gather.empty}</p>
        )}
        {stale && (
          <Notice tone="calm">
            <p>{w.gather.stale}</p>
          </Notice>
        )}
        {picture}
        {list}
      </section>
    </div>
  );
}

/** The smallest set of rules that cannot hold together, in the page's words. */
function Conflict({ details }: { details: unknown }) {
  const w = useWords();
  const { space } = useDesk();
  const conflict = (details as { conflict?: { path: string; rule: string }[] } | undefined)?.conflict ?? [];
  if (conflict.length === 0) {
    return null;
  }
  return (
    <ul>
      {conflict.map(({ path, rule }) => (
        <li key={path}>{ruleName(path, space, w) ?? <span lang="en">{rule}</span>}</li>
      ))}
    </ul>
  );
}
