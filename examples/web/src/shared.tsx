// A space shared on an intranet. Where the page's own server knows who is there, the latest of
// its journal is shown as it happens, and a proposal can be added to it. Elsewhere: nothing.
import type { Event } from 'innovation-core';
import { useEffect, useState } from 'preact/hooks';
import { TextField } from './kit/field.tsx';
import { served } from './library/load.ts';
import { told, useWords } from './words/index.ts';

const LATEST = 6;

interface Session {
  user: string;
  space: string;
}

const api = (path: string): URL => new URL(`api/${path}`, document.baseURI);

let session: Promise<Session | null> | undefined;

/** Who is signed in; nobody where no server answers. Asked once. */
function signedIn(): Promise<Session | null> {
  session ??= served
    ? fetch(api('session'))
        .then(async (answer) => {
          const found = answer.ok ? ((await answer.json()) as Partial<Session>) : {};
          return found.user && found.space ? { user: found.user, space: found.space } : null;
        })
        .catch(() => null)
    : Promise.resolve(null);
  return session;
}

export function Shared() {
  const w = useWords();
  const [who, meet] = useState<Session | null>(null);
  const [events, hear] = useState<Event[]>([]);
  useEffect(() => void signedIn().then(meet), []);
  useEffect(() => {
    if (!who) {
      return;
    }
    const add = (more: Event[]) =>
      hear((known) => [...new Map([...known, ...more].map((event) => [event.id, event])).values()]);
    fetch(api('journal?since=0'))
      .then((answer) => answer.json())
      .then(add, () => {});
    const source = new EventSource(api('events'));
    source.onmessage = ({ data }: MessageEvent<string>) => add([JSON.parse(data) as Event]);
    return () => source.close();
  }, [who]);
  if (!who) {
    return null;
  }
  return (
    <section class="shared" aria-label={w.shared.title}>
      <p class="shared-who">
        <strong>{w.shared.title}</strong> {w.shared.signedIn(who.user, who.space)}
      </p>
      <ol class="journal" aria-label={w.shared.journal} aria-live="polite">
        {events.length === 0 && <li>{w.shared.quiet}</li>}
        {events
          .slice(-LATEST)
          .reverse()
          .map((event) => (
            <li key={event.id}>
              <time dateTime={event.at}>{moment(event.at, w.language)}</time> {event.by} · {event.kind}
              {titleOf(event, w.language) && <> – {titleOf(event, w.language)}</>}
            </li>
          ))}
      </ol>
      <Contribution />
    </section>
  );
}

function Contribution() {
  const w = useWords();
  const [title, write] = useState('');
  const [outcome, say] = useState<'sent' | 'failed' | null>(null);
  // A command that is sent again keeps its id, so that it happens once.
  const [id, renew] = useState(freshId);
  const send = async () => {
    const text = title.trim();
    if (!text) {
      return;
    }
    const command = { propose: { idea: `idea-${id}`, title: text } };
    const answer = await fetch(api('command'), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, command }),
    }).catch(() => null);
    if (answer?.ok) {
      write('');
      renew(freshId());
    }
    say(answer?.ok ? 'sent' : 'failed');
  };
  return (
    <form
      class="row end"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField
        label={w.shared.propose}
        value={title}
        onInput={write}
        fault={outcome === 'failed' ? <p>{w.shared.failed}</p> : undefined}
      />
      <button type="submit" class="button quiet">
        {w.shared.send}
      </button>
      <p role="status">{outcome === 'sent' && w.shared.sent}</p>
    </form>
  );
}

/** Random by means that an intranet without TLS has, too. */
const freshId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');

const moment = (at: string, language: string): string =>
  new Intl.DateTimeFormat(language, { timeStyle: 'short', dateStyle: 'short' }).format(new Date(at));

/** The title of an event that has one; titles are sealed, so that they can be erased. */
function titleOf({ open }: Event, language: 'en' | 'fr'): string {
  return told(open?.data['title'] as string | Record<string, string> | undefined, language);
}
