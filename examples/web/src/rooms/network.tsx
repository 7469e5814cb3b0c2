// The network of people: who works with whom, and how seldom across organisations.
import type { Person, Tie } from 'innovation-core';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { organisations, shape, tone } from '../kit/mark.tsx';
import { Mark } from '../kit/mark.tsx';
import { layout } from '../library/library.ts';
import { EXTENT } from '../library/layout.ts';
import { useNumbers, useWords } from '../words/index.ts';

type Place = [number, number];
let latest: { key: string; places: Place[] } = { key: '', places: [] };

export function Network({
  people,
  ties,
  chosen,
}: {
  people: Person[];
  ties: Tie[];
  chosen?: readonly string[] | undefined;
}) {
  const w = useWords();
  const n = useNumbers();
  const kinds = useMemo(() => organisations(people), [people]);
  const places = usePlaces(people, ties, kinds);
  const [lit, light] = useState<number | null>(null);
  const [near, approach] = useState<number | null>(null);
  const lines = useMemo(() => linesOf(people, ties, places), [people, ties, places]);
  const picked = useMemo(() => new Set(chosen), [chosen]);
  const kindOf = (person: Person) => kinds.get(person.organisation ?? '') ?? 0;
  const named = near === null ? undefined : people[near];
  const point = near === null ? undefined : places[near];
  return (
    <figure class={`network${chosen ? ' quiet' : ''}`}>
      <svg
        viewBox={`${-EXTENT - 4} ${-EXTENT - 4} ${2 * EXTENT + 8} ${2 * EXTENT + 8}`}
        role="img"
        aria-label={w.network.describe(n.whole(people.length), n.whole(ties.length), n.whole(kinds.size))}
        onPointerLeave={() => approach(null)}
      >
        <path class="tie within" d={lines.within} />
        <path class="tie across" d={lines.across} />
        {places.length === people.length &&
          people.map((person, at) => {
            const [x, y] = places[at] ?? [0, 0];
            const dim = (lit !== null && lit !== kindOf(person)) || (chosen && !picked.has(person.id));
            return (
              <path
                key={person.id}
                class={`node ${tone(kindOf(person))}${dim ? ' dim' : ''}${picked.has(person.id) ? ' picked' : ''}`}
                d={shape(kindOf(person))}
                transform={`translate(${x} ${y})${picked.has(person.id) ? ' scale(1.5)' : ''}`}
                onPointerEnter={() => approach(at)}
              />
            );
          })}
        {named && point && (
          <text
            class="name"
            x={point[0]}
            y={point[1] - 6}
            text-anchor={point[0] > 40 ? 'end' : point[0] < -40 ? 'start' : 'middle'}
          >
            {[named.id, named.unit, named.organisation].filter(Boolean).join(' · ')}
          </text>
        )}
      </svg>
      <figcaption>
        <ul class="legend" aria-label={w.network.legend}>
          {[...kinds].map(([name, at]) => (
            <li key={name}>
              <button
                type="button"
                class="plain"
                aria-pressed={lit === at}
                onClick={() => light(lit === at ? null : at)}
              >
                <Mark at={at} /> {name || w.network.none}
              </button>
            </li>
          ))}
          <li class="key">
            <span class="line within" aria-hidden="true" /> {w.network.within}
          </li>
          <li class="key">
            <span class="line across" aria-hidden="true" /> {w.network.across}
          </li>
        </ul>
      </figcaption>
    </figure>
  );
}

/** Places come from the library's thread; the last ones are remembered. */
function usePlaces(people: Person[], ties: Tie[], kinds: Map<string, number>): Place[] {
  const request = useMemo(() => {
    const positions = new Map(people.map(({ id }, at) => [id, at]));
    const groups = people.map(({ organisation }) => kinds.get(organisation ?? '') ?? 0);
    const links = ties.flatMap(({ a, b, weight }): [number, number, number][] => {
      const [from, to] = [positions.get(a), positions.get(b)];
      return from === undefined || to === undefined ? [] : [[from, to, weight]];
    });
    return { groups, links, key: JSON.stringify([groups, links]) };
  }, [people, ties, kinds]);
  const [places, put] = useState<Place[]>(latest.key === request.key ? latest.places : []);
  useEffect(() => {
    if (latest.key === request.key) {
      put(latest.places);
      return;
    }
    let wanted = true;
    layout(request.groups, request.links).then(
      (found) => {
        latest = { key: request.key, places: found };
        if (wanted) {
          put(found);
        }
      },
      () => wanted && put([]),
    );
    return () => {
      wanted = false;
    };
  }, [request]);
  return places;
}

/** Two strokes for all ties: hundreds of elements would slow a phone down. */
function linesOf(people: Person[], ties: Tie[], places: Place[]): { within: string; across: string } {
  const positions = new Map(people.map((person, at) => [person.id, { person, place: places[at] }]));
  const lines = { within: '', across: '' };
  for (const { a, b } of ties) {
    const [from, to] = [positions.get(a), positions.get(b)];
    if (from?.place && to?.place) {
      const kind = from.person.organisation === to.person.organisation ? 'within' : 'across';
      lines[kind] += `M${from.place.join(' ')}L${to.place.join(' ')}`;
    }
  }
  return lines;
}
