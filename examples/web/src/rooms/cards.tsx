// Cards on paper: A6 faces, four on a sheet of A4. A card that is longer goes on over further
// faces: its parts are measured, so that none is cut.
import type { Card } from 'innovation-core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Speaking, told, useWords, type Words } from '../words/index.ts';

interface Part {
  label?: string;
  text: string;
}

interface Face {
  card: Card;
  parts: Part[];
  number: number;
  of: number;
}

const SHEET = 4;

export function PrintedCards({ cards }: { cards: Card[] }) {
  const w = useWords();
  const measure = useRef<HTMLDivElement>(null);
  const [faces, put] = useState<Face[]>([]);
  const key = `${w.language} ${cards.map(({ id }) => id).join(' ')}`;
  useEffect(() => {
    const lay = () =>
      measure.current && put(cards.flatMap((card) => facesOf(card, w, measure.current as HTMLElement)));
    void document.fonts.ready.then(lay);
  }, [key]);
  const sheets = Array.from({ length: Math.ceil(faces.length / SHEET) }, (_, at) =>
    faces.slice(at * SHEET, at * SHEET + SHEET),
  );
  return (
    <div class="paper" aria-hidden="true">
      <div class="face measure" ref={measure} />
      {sheets.map((sheet, at) => (
        <div class="sheet" key={at}>
          {sheet.map((face) => (
            <div class="face" key={`${face.card.id} ${face.number}`}>
              <p class="face-head">{headOf(face.card, w)}</p>
              <p class="face-title">{told(face.card.title, w.language)}</p>
              {face.parts.map((part, place) => (
                <p key={place}>
                  {part.label && <b>{part.label} </b>}
                  {part.text}
                </p>
              ))}
              <p class="face-foot">
                <span>{face.card.id}</span>
                <span>{face.of > 1 && `${face.number} / ${face.of}`}</span>
              </p>
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

const headOf = ({ kind, phases }: Card, w: Words): string =>
  [w.kinds[kind], ...(phases ?? []).map((phase) => w.phases[phase])].join(' · ');

/** What a card says, in the order in which it is needed. */
function partsOf(card: Card, w: Speaking): Part[] {
  const say = (text: Parameters<typeof told>[0]) => told(text, w.language);
  const labelled = (label: string, text: Parameters<typeof told>[0]) =>
    say(text) ? [{ label, text: say(text) }] : [];
  const { run, debrief } = card.minutes;
  const people = card.group.max ? `${card.group.min}–${card.group.max}` : `${card.group.min}+`;
  const materials = (card.materials ?? []).map(
    ({ name, count, per }) => `${say(name)} (${count}${w.per[per]})`,
  );
  return [
    { text: say(card.purpose) },
    { text: w.cards.measure(people, `${run.min}–${run.max}`, String(debrief ?? 0)) },
    ...(materials.length > 0 ? [{ label: w.cards.materials, text: materials.join(', ') }] : []),
    ...(card.stages ?? []).map(({ title, minutes, grouping, instruction }, at) => ({
      label: `${at + 1}. ${say(title)} (${w.programme.lasts(String(minutes))}, ${w.groupings[grouping]})`,
      text: say(instruction),
    })),
    ...labelled(w.cards.heed, card.healthConsiderations),
    ...labelled(w.cards.bestFor, card.bestFor),
    ...labelled(w.cards.notFor, card.notFor),
    ...((card.sources ?? []).length > 0
      ? [{ label: w.cards.source, text: (card.sources ?? []).map(({ title }) => title).join(' ; ') }]
      : []),
  ].filter(({ text }) => text);
}

/** Shares the parts of a card over faces, as many to a face as it holds. */
function facesOf(card: Card, w: Speaking, box: HTMLElement): Face[] {
  const pages: Part[][] = [];
  let rest = partsOf(card, w).flatMap(broken);
  while (rest.length > 0) {
    let count = 1;
    fill(box, card, w, rest.slice(0, 1));
    while (count < rest.length) {
      fill(box, card, w, rest.slice(0, count + 1));
      if (box.scrollHeight > box.clientHeight) {
        break;
      }
      count += 1;
    }
    pages.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  box.replaceChildren();
  return pages.map((parts, at) => ({ card, parts, number: at + 1, of: pages.length }));
}

/** A part that is longer than a face can hold becomes several, at the ends of sentences. */
function broken({ label, text }: Part): Part[] {
  const LONGEST = 420;
  const pieces: string[] = [];
  for (const sentence of text.split(/(?<=[.!?…])\s+/)) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + sentence.length < LONGEST) {
      pieces[pieces.length - 1] = `${last} ${sentence}`;
    } else {
      pieces.push(sentence);
    }
  }
  return pieces.map((piece, at) => ({ ...(label && at === 0 && { label }), text: piece }));
}

function fill(box: HTMLElement, card: Card, w: Speaking, parts: Part[]): void {
  const line = (kind: string, text: string, label = '') => {
    const element = document.createElement('p');
    element.className = kind;
    if (label) {
      element.append(Object.assign(document.createElement('b'), { textContent: `${label} ` }));
    }
    element.append(text);
    return element;
  };
  box.replaceChildren(
    line('face-head', headOf(card, w)),
    line('face-title', told(card.title, w.language)),
    ...parts.map(({ label, text }) => line('', text, label)),
  );
}
