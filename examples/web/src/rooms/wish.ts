// Changes to what the group shall be like.
import type { Wish } from '../space/space.ts';
import { edit } from '../space/store.ts';

export const change = (part: Partial<Wish>): void =>
  edit((space) => ({ ...space, wish: { ...space.wish, ...part } }));
