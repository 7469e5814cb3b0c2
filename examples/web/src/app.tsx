// The house: a door, a room for each step, and the way between them.
import type { ComponentType } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Damaged } from './damaged.tsx';
import { GatherRoom } from './rooms/gather.tsx';
import { IdeasRoom } from './rooms/ideas.tsx';
import { OpenRoom } from './rooms/open.tsx';
import { PeopleRoom } from './rooms/people.tsx';
import { ProgrammeRoom } from './rooms/programme.tsx';
import { SpreadRoom } from './rooms/spread.tsx';
import { TablesRoom } from './rooms/tables.tsx';
import { TakeawayRoom } from './rooms/takeaway.tsx';
import { Shared } from './shared.tsx';
import { redo, undo, useDesk } from './space/store.ts';
import { type Language, Speech, useWords, words } from './words/index.ts';

const ROOMS = ['open', 'people', 'gather', 'tables', 'programme', 'ideas', 'spread', 'takeaway'] as const;
type Name = (typeof ROOMS)[number];

const VIEWS: Record<Exclude<Name, 'open'>, ComponentType> = {
  people: PeopleRoom,
  gather: GatherRoom,
  tables: TablesRoom,
  programme: ProgrammeRoom,
  ideas: IdeasRoom,
  spread: SpreadRoom,
  takeaway: TakeawayRoom,
};

interface Place {
  language: Language;
  room: Name;
}

/** The address says where one is: `#/fr/gather`. Other anchors stay where one was. */
function placeOf(hash: string, before?: Place): Place {
  const [language, room] = hash.replace(/^#\/?/, '').split('/');
  const spoken: Language = navigator.language.startsWith('fr') ? 'fr' : 'en';
  if (language !== 'en' && language !== 'fr') {
    return before ?? { language: spoken, room: 'open' };
  }
  return { language, room: ROOMS.find((one) => one === room) ?? 'open' };
}

function usePlace(): [Place, (place: Partial<Place>) => void] {
  const [place, put] = useState(() => placeOf(location.hash));
  useEffect(() => {
    const hear = () => put((before) => placeOf(location.hash, before));
    addEventListener('hashchange', hear);
    return () => removeEventListener('hashchange', hear);
  }, []);
  useEffect(() => {
    document.documentElement.lang = place.language;
    document.title = `${words[place.language].rooms[place.room]} – ${words[place.language].title}`;
  }, [place]);
  return [
    place,
    (change) => (location.hash = `/${change.language ?? place.language}/${change.room ?? place.room}`),
  ];
}

export function App() {
  const [place, go] = usePlace();
  const { space, damaged, unsaved } = useDesk();
  const main = useRef<HTMLElement>(null);
  const was = useRef(place.room);
  useEffect(() => {
    if (was.current !== place.room) {
      was.current = place.room;
      main.current?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
  }, [place.room]);
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => unsaved && event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [unsaved]);
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (!typing && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
        event.preventDefault();
        event.shiftKey ? redo() : undo();
      }
    };
    addEventListener('keydown', keys);
    return () => removeEventListener('keydown', keys);
  }, []);
  const w = words[place.language];
  return (
    <Speech.Provider value={place.language}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          main.current?.focus();
        }}
      >
        {w.skip}
      </a>
      <Header place={place} go={go} />
      <main id="main" tabIndex={-1} ref={main} class={`room-${place.room}`}>
        {damaged && <Damaged damaged={damaged} />}
        <Shared />
        {place.room === 'open' ? (
          <OpenRoom go={(room) => go({ room: ROOMS.find((one) => one === room) ?? 'open' })} />
        ) : (
          <Room name={place.room} />
        )}
      </main>
      <datalist id="people-ids">
        {space.people.map(({ id }) => (
          <option key={id} value={id} />
        ))}
      </datalist>
      <footer>
        <p>{w.foot}</p>
      </footer>
    </Speech.Provider>
  );
}

/** A room with its name; nothing in it can be changed where a file was read only in part. */
function Room({ name }: { name: Exclude<Name, 'open'> }) {
  const w = useWords();
  const { space, damaged } = useDesk();
  const View = VIEWS[name];
  return (
    <>
      <header class="room-head">
        <p class="step">{w.steps[name]}</p>
        <h1>{w.rooms[name]}</h1>
        <p class="lead">{w.leads[name]}</p>
        {space.synthetic && <p class="synthetic">{w.synthetic}</p>}
      </header>
      <fieldset class="bare" disabled={damaged !== null && name !== 'takeaway'}>
        <View />
      </fieldset>
    </>
  );
}

function Header({ place, go }: { place: Place; go(place: Partial<Place>): void }) {
  const w = words[place.language];
  const { canUndo, canRedo, damaged } = useDesk();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    const link = current.current;
    const list = link?.closest('ol');
    list?.scrollTo({ left: (link?.offsetLeft ?? 0) - list.clientWidth / 2 + (link?.clientWidth ?? 0) / 2 });
  }, [place.room]);
  return (
    <header class="top">
      <a class="name" href={`#/${place.language}/open`}>
        <svg viewBox="-10 -10 20 20" aria-hidden="true" focusable="false">
          <circle class="board" r="4.2" />
          <circle cx="0" cy="-7.4" r="1.9" />
          <rect x="5.6" y="-1.7" width="3.4" height="3.4" />
          <path d="M0 5.4L2.1 9.2H-2.1Z" />
          <path d="M-7.4-2.3L-5.1 0L-7.4 2.3L-9.7 0Z" />
        </svg>
        <span>{w.title}</span>
      </a>
      <nav aria-label={w.navigation}>
        <ol>
          {ROOMS.map((room) => (
            <li key={room}>
              <a
                href={`#/${place.language}/${room}`}
                {...(room === place.room && { 'aria-current': 'page' as const, ref: current })}
              >
                {w.rooms[room]}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div class="tools">
        <button
          type="button"
          class="plain"
          disabled={!canUndo || damaged !== null}
          onClick={undo}
          aria-label={w.undo}
          title={w.undo}
        >
          ↶
        </button>
        <button
          type="button"
          class="plain"
          disabled={!canRedo || damaged !== null}
          onClick={redo}
          aria-label={w.redo}
          title={w.redo}
        >
          ↷
        </button>
        <button
          type="button"
          class="plain language"
          lang={place.language === 'en' ? 'fr' : 'en'}
          onClick={() => go({ language: place.language === 'en' ? 'fr' : 'en' })}
        >
          {place.language === 'en' ? 'Français' : 'English'}
        </button>
      </div>
    </header>
  );
}
