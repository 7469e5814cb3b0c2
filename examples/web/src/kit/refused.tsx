// What the library refuses, in the page's words where there are some, then in its own.
import type { ComponentChildren } from 'preact';
import type { Refusal } from '../library/library.ts';
import { useWords } from '../words/index.ts';
import { Notice } from './parts.tsx';

/** The sentences of a refusal. */
export function Refused({ refusal }: { refusal: Refusal }) {
  const w = useWords();
  const own = (w.codes as Record<string, string>)[refusal.code];
  return (
    <>
      {own && <p>{own}</p>}
      <p lang="en">
        {refusal.message}
        {refusal.hint && <span class="advice"> — {refusal.hint}</span>}
      </p>
    </>
  );
}

/** A refusal where it is about this place of the request or what is within. */
export function refusedAt(refusal: Refusal | undefined, ...places: string[]) {
  const here =
    refusal && places.some((place) => refusal.path === place || refusal.path.startsWith(`${place}/`));
  return here ? <Refused refusal={refusal} /> : undefined;
}

/** A refusal that is about the whole, or about nothing that has a field. */
export function RefusedNotice({
  refusal,
  children,
}: {
  refusal: Refusal | undefined;
  children?: ComponentChildren;
}) {
  const w = useWords();
  return refusal ? (
    <Notice tone="fault" title={w.refused}>
      <Refused refusal={refusal} />
      {children}
    </Notice>
  ) : null;
}
