// Where people of a network stand: near those they work with, each organisation in its quarter.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/** Half the width of the picture. */
export const EXTENT = 100;
const TICKS = 220;
const RING = 70;

/** A place `[x, y]` for each node, within the picture; the same network always looks the same. */
export function layout(groups: number[], links: [number, number, number][]): [number, number][] {
  const hearts = heartsOf(groups);
  const heart = (group: number) => hearts[group] ?? ([0, 0] as const);
  const nodes = groups.map((group, at) => {
    const [x, y] = heart(group);
    return { group, x: x + 12 * Math.cos(at * 2.4), y: y + 12 * Math.sin(at * 2.4) };
  });
  const ties = links.map(([source, target, weight]) => ({ source, target, weight }));
  forceSimulation(nodes)
    .force('repel', forceManyBody().strength(-14).distanceMax(60))
    .force(
      'tie',
      forceLink(ties)
        .distance(9)
        .strength(({ weight }) => 0.004 + 0.02 * Math.min(1, weight / 20)),
    )
    .force('x', forceX<(typeof nodes)[number]>(({ group }) => heart(group)[0]).strength(0.11))
    .force('y', forceY<(typeof nodes)[number]>(({ group }) => heart(group)[1]).strength(0.11))
    .force('room', forceCollide(3.4))
    .stop()
    .tick(TICKS);
  return fitted(nodes);
}

/** The heart of each group's quarter on a ring: a large group has a wide one. */
function heartsOf(groups: number[]): (readonly [number, number])[] {
  const sizes: number[] = [];
  for (const group of groups) {
    sizes[group] = (sizes[group] ?? 0) + 1;
  }
  const widths = Array.from(sizes, (size) => Math.sqrt(size ?? 0));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  let turn = -Math.PI / 2 - (Math.PI * (widths[0] ?? 0)) / whole;
  return widths.map((width) => {
    const middle = turn + (Math.PI * width) / whole;
    turn += (2 * Math.PI * width) / whole;
    return [RING * Math.cos(middle), RING * Math.sin(middle)] as const;
  });
}

/** Places that fill the picture, its middle in the middle. */
function fitted(nodes: { x: number; y: number }[]): [number, number][] {
  const span = (values: number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = span(nodes.map(({ x }) => x));
  const [top, bottom] = span(nodes.map(({ y }) => y));
  const scale = (2 * (EXTENT - 5)) / Math.max(1, right - left, bottom - top);
  const place = (value: number, least: number, most: number) =>
    Math.round((value - (least + most) / 2) * scale * 100) / 100;
  return nodes.map(({ x, y }) => [place(x, left, right), place(y, top, bottom)]);
}
