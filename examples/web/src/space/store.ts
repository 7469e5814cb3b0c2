// The one space that is open, with what was done and undone. Nothing is kept anywhere else: a
// page that is closed forgets.
import { useEffect, useState } from 'preact/hooks';
import { emptySpace, type Space } from './space.ts';
import type { Opened } from './file.ts';

const REMEMBERED = 100;

interface Desk {
  space: Space;
  /** Where a file could not be read wholly: its faults and its text. Nothing can be changed. */
  damaged: Opened['damaged'];
  /** Whether something was done since the space was opened or saved. */
  unsaved: boolean;
}

let desk: Desk = { space: emptySpace(), damaged: null, unsaved: false };
let past: Space[] = [];
let future: Space[] = [];
const hearers = new Set<() => void>();

function put(next: Partial<Desk>): void {
  desk = { ...desk, ...next };
  hearers.forEach((hear) => hear());
}

/** Changes the space; can be undone. */
export function edit(change: (space: Space) => Space): void {
  if (!desk.damaged) {
    past = [...past.slice(1 - REMEMBERED), desk.space];
    future = [];
    put({ space: change(desk.space), unsaved: true });
  }
}

/** Puts another space in the place of this one. */
export function open({ space, damaged }: Opened): void {
  past = [];
  future = [];
  put({ space, damaged, unsaved: false });
}

/** Goes on with what could be read of a damaged file. */
export const workOnCopy = (): void => put({ damaged: null, unsaved: true });

export const saved = (): void => put({ unsaved: false });

export function undo(): void {
  const before = past.pop();
  if (before && !desk.damaged) {
    future.push(desk.space);
    put({ space: before, unsaved: true });
  }
}

export function redo(): void {
  const after = future.pop();
  if (after && !desk.damaged) {
    past.push(desk.space);
    put({ space: after, unsaved: true });
  }
}

export const current = (): Desk => desk;

export function useDesk(): Desk & { canUndo: boolean; canRedo: boolean } {
  const [, draw] = useState(0);
  useEffect(() => {
    const hear = () => draw((count) => count + 1);
    hearers.add(hear);
    return () => void hearers.delete(hear);
  }, []);
  return { ...desk, canUndo: past.length > 0, canRedo: future.length > 0 };
}
