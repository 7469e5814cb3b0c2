// The search for a group: what is asked, and the run that can be watched and stopped.
import type { QuotaRule, Selection } from 'innovation-core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { refusalOf } from '../kit/answer.ts';
import { type Hearing, type Refusal, search } from '../library/library.ts';
import type { Slice } from '../library/messages.ts';
import { type Quota, type SelectRequest, type Space, typed, type Wish } from '../space/space.ts';
import { current, edit } from '../space/store.ts';

/** Milliseconds after which rules that are typed count as said. */
const REST_OF_RULES = 400;
const SLICES = 24;
const SLICE_STEPS = 8_000_000;

/** Fields of a wish that no request can be made of: `size`, `quotas/0/min` and the like. */
export function wishFaults({ size, quotas }: Wish): Set<string> {
  const faults = new Set<string>();
  const whole = (text: string) => /^\s*\d+\s*$/.test(text);
  if (!whole(size)) {
    faults.add('size');
  }
  quotas.forEach(({ min, max }, at) => {
    for (const [name, text] of Object.entries({ min, max })) {
      if (text.trim() !== '' && !whole(text)) {
        faults.add(`quotas/${at}/${name}`);
      }
    }
  });
  return faults;
}

/** The request for a group; none where something typed is not a number. */
export function requestOf({ people, ties, wish }: Space): SelectRequest | null {
  if (wishFaults(wish).size > 0) {
    return null;
  }
  const quotas: QuotaRule[] = wish.quotas.map(quotaOf);
  if (wish.everyOrganisation) {
    quotas.push({ each: 'organisation', min: 1 });
  }
  const { must, never, separateReports } = wish;
  const diversity = Object.fromEntries(Object.entries(wish.variety).filter(([, weight]) => weight > 0));
  return {
    people,
    ties,
    size: typed(wish.size),
    rules: { must, never, separateReports, quotas },
    value: { unfamiliarity: 1, diversity },
    seed: 1,
  };
}

function quotaOf({ attribute, value, min, max }: Quota): QuotaRule {
  return {
    where: { [attribute]: value },
    ...(min.trim() !== '' && { min: typed(min) }),
    ...(max.trim() !== '' && { max: typed(max) }),
  };
}

/**
 * A group at once, then a proof where one is near, then slice after slice from other starts.
 * The first slice names an earlier choice that counts for nothing: so no proof is tried.
 */
export function slicesOf(request: SelectRequest): Slice[] {
  const first = request.people[0];
  const quick: Slice = { seed: 1, effort: { iterations: 1 }, previous: first ? [first.id] : [], keep: 0 };
  const slice = (_: unknown, at: number): Slice => ({ seed: at + 1, effort: { iterations: SLICE_STEPS } });
  return [quick, ...Array.from({ length: SLICES }, slice)];
}

interface Run {
  /** How much of the search is done; null where none runs. */
  share: number | null;
  best: Selection | null;
  stopped: boolean;
  refusal: Refusal | undefined;
}

const UNHEARD: Hearing = { better: () => {}, progress: () => {} };
const REST: Run = { share: null, best: null, stopped: false, refusal: undefined };

/**
 * A search that can be started, watched and stopped. Rules are tried out once they rest: what
 * cannot hold together is said beside its field before anybody asks, and the first group is there
 * when somebody does.
 */
export function useSearch(space: Space) {
  const [run, put] = useState<Run>(REST);
  const halt = useRef<(() => void) | undefined>(undefined);
  const tried = useRef<{ by: string; selection: Selection } | null>(null);
  const busy = run.share !== null;
  useEffect(() => () => halt.current?.(), []);
  useEffect(() => {
    const request = requestOf(space);
    if (!request || busy || request.people.length === 0) {
      return;
    }
    let wanted = true;
    const say = (refusal: Refusal | undefined) => wanted && put((now) => ({ ...now, refusal }));
    const rested = setTimeout(() => {
      search(request, slicesOf(request).slice(0, 1), UNHEARD).found.then(
        (selection) => {
          tried.current = { by: JSON.stringify(request), selection };
          say(undefined);
        },
        (error) => say(refusalOf(error)),
      );
    }, REST_OF_RULES);
    return () => {
      wanted = false;
      clearTimeout(rested);
    };
  }, [space.people, space.ties, space.wish, busy]);
  const start = async () => {
    const request = requestOf(current().space);
    if (!request || busy) {
      return;
    }
    const foundBy = current().space.wish;
    const began = performance.now();
    const known = tried.current?.by === JSON.stringify(request) ? tried.current.selection : null;
    const slices = slicesOf(request).slice(known ? 1 : 0);
    let best: Selection | null = null;
    const better = (selection: Selection) => {
      if (!best) {
        // Once it is painted.
        requestAnimationFrame(() => setTimeout(() => performance.measure('first-selection', { start: began })));
      }
      if (!best || selection.proved || selection.score.total > best.score.total) {
        best = selection;
        put((now) => ({ ...now, best: selection }));
      }
    };
    put({ ...REST, share: 0 });
    if (known) {
      better(known);
    }
    const { found, stop } = search(request, slices, {
      better,
      progress: (share) => put((now) => ({ ...now, share: now.share === null ? null : share })),
    });
    halt.current = stop;
    try {
      const answer = await found;
      better(answer);
      const selection = best ?? answer;
      edit((space) => ({ ...space, selection, foundBy, seats: { ...space.seats, rounds: [] } }));
      put((now) => ({ ...REST, stopped: now.stopped }));
    } catch (error) {
      put({ ...REST, refusal: refusalOf(error) });
    }
    halt.current = undefined;
  };
  const stop = () => {
    put((now) => ({ ...now, stopped: true }));
    halt.current?.();
  };
  return { ...run, start, stop };
}
