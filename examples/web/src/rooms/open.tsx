// The way in: a sample, one's own tables, or a space saved before.
import type { Found, Note, Person, Tie } from 'innovation-core';
import { useState } from 'preact/hooks';
import { Drop } from '../kit/drop.tsx';
import { refusalOf } from '../kit/answer.ts';
import { Gathering } from '../kit/gathering.tsx';
import { Refused } from '../kit/refused.tsx';
import { call, Refusal } from '../library/library.ts';
import { read } from '../space/file.ts';
import { sample } from '../space/sample.ts';
import { emptySpace, withPeople } from '../space/space.ts';
import { edit, open, useDesk } from '../space/store.ts';
import { told, useNumbers, useWords } from '../words/index.ts';

/** What was pasted, kept while the page is open, whatever became of it. */
const draft = { people: '', ties: '' };

interface Reading {
  refusal?: Refusal | undefined;
  found?: Found;
  notes?: Note[];
  count?: number;
}

export function OpenRoom({ go }: { go(room: string): void }) {
  const w = useWords();
  const { space } = useDesk();
  const openSample = () => {
    open({ space: sample(w.language), damaged: null });
    go('people');
  };
  const openFile = async (text: string, name: string) => {
    const opened = read(text, name);
    open(opened);
    go(opened.damaged && opened.space.people.length === 0 ? 'open' : 'people');
  };
  return (
    <>
      <section class="welcome">
        <div>
          <h1>{w.open.title}</h1>
          <p class="lead">{w.open.lead}</p>
          <div class="actions">
            <button type="button" class="button strong" onClick={openSample}>
              {w.open.sample}
            </button>
            <a
              class="button"
              href="#own"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById('own')?.scrollIntoView();
                document.getElementById('own')?.focus();
              }}
            >
              {w.open.own}
            </a>
          </div>
          <p class="hint">{w.open.sampleHint}</p>
        </div>
        <Gathering />
      </section>
      <section class="promise" aria-label={w.open.promiseTitle}>
        {w.open.promises.map(({ title, text }) => (
          <div key={title}>
            <h2>{title}</h2>
            <p>{text}</p>
          </div>
        ))}
      </section>
      <section id="own" tabIndex={-1}>
        <h2>{w.open.ownTitle}</h2>
        <p>{w.open.ownLead}</p>
        <Tables go={go} known={space.people.length > 0} />
      </section>
      <section>
        <h2>{w.open.fileTitle}</h2>
        <p>{w.open.fileLead}</p>
        <FileButton label={w.open.file} accept=".json,application/json" onText={openFile} />
      </section>
    </>
  );
}

function Tables({ go, known }: { go(room: string): void; known: boolean }) {
  const w = useWords();
  const [text, write] = useState({ ...draft });
  const [people, sayPeople] = useState<Reading>({});
  const [ties, sayTies] = useState<Reading>({});
  const [reading, read] = useState(false);
  const put = (what: 'people' | 'ties') => (value: string) => {
    draft[what] = value;
    write({ ...draft });
  };
  const take = async () => {
    read(true);
    const foundPeople = await readPeople(text.people, w.language, sayPeople);
    const foundTies = text.ties.trim() === '' ? [] : await readTies(text.ties, foundPeople, sayTies);
    read(false);
    if (foundPeople && foundTies) {
      edit((space) =>
        withPeople({ ...(known ? space : emptySpace()), synthetic: false }, foundPeople, foundTies),
      );
      go('people');
    }
  };
  return (
    <form
      class="tables-in"
      onSubmit={(event) => {
        event.preventDefault();
        void take();
      }}
    >
      <Drop
        label={w.open.people}
        hint={w.open.peopleHint}
        placeholder={w.open.peopleExample}
        value={text.people}
        onText={put('people')}
        fault={people.refusal && <Refused refusal={people.refusal} />}
        below={<Findings reading={people} />}
      />
      <Drop
        label={w.open.ties}
        hint={w.open.tiesHint}
        placeholder={'a;b;weight\nana;bo;12'}
        value={text.ties}
        onText={put('ties')}
        fault={ties.refusal && <Refused refusal={ties.refusal} />}
        below={<Findings reading={ties} />}
      />
      <button type="submit" class="button strong" disabled={reading}>
        {w.open.take}
      </button>
    </form>
  );
}

async function readPeople(
  text: string,
  locale: string,
  say: (reading: Reading) => void,
): Promise<Person[] | undefined> {
  try {
    const { people, found, notes } = await call('exchange.peopleFromTable', { text, locale });
    // The library checks people together, as every later question will.
    await call('people.profile', { people, by: ['role'] });
    say({ found, notes, count: people.length });
    return people;
  } catch (error) {
    say({ refusal: refusalOf(error) });
    return undefined;
  }
}

async function readTies(
  text: string,
  people: Person[] | undefined,
  say: (reading: Reading) => void,
): Promise<Tie[] | undefined> {
  try {
    const { ties, found } = await call('exchange.tiesFromTable', { text });
    const known = new Set(people?.map(({ id }) => id));
    const strangers = [...new Set(ties.flatMap(({ a, b }) => [a, b]).filter((id) => !known.has(id)))];
    if (people && strangers.length > 0) {
      throw new Refusal({ code: 'page.strangers', path: '', message: strangers.slice(0, 5).join(', ') });
    }
    say({ found, notes: [], count: ties.length });
    return ties;
  } catch (error) {
    say({ refusal: refusalOf(error) });
    return undefined;
  }
}

/** How a table was read: rows, separator, columns that were left out, and what to know about it. */
function Findings({ reading: { found, notes, count } }: { reading: Reading }) {
  const w = useWords();
  const n = useNumbers();
  if (!found) {
    return null;
  }
  const left = found.columns.filter(({ kept }) => kept === 'leftOut').map(({ header }) => header);
  return (
    <ul class="findings" role="status">
      <li>{w.open.found(n.whole(count ?? 0), found.separator === '\t' ? w.open.tab : found.separator)}</li>
      {left.length > 0 && <li>{w.open.leftOut(left.join(', '))}</li>}
      {notes?.map((note) => (
        <li key={note.code + String(note.row)}>{told(note.message, w.language)}</li>
      ))}
    </ul>
  );
}

/** Opens a file of the user's own; it is read here and goes nowhere. */
export function FileButton({
  label,
  accept,
  onText,
}: {
  label: string;
  accept: string;
  onText(text: string, name: string): void;
}) {
  return (
    <label class="button file">
      {label}
      <input
        type="file"
        accept={accept}
        onChange={async ({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) {
            onText(await file.text(), file.name);
            currentTarget.value = '';
          }
        }}
      />
    </label>
  );
}
