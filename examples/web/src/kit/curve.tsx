// A curve with its band, what was seen as dots, and the table behind it.
import { useNumbers, useWords } from '../words/index.ts';
import { Behind, Table } from './parts.tsx';

export interface Point {
  at: number;
  value: number;
  low: number;
  high: number;
  /** What was observed, where anything was. */
  seen?: number;
}

const WIDTH = 640;
const HEIGHT = 300;
const MARGIN = { left: 48, right: 16, top: 34, bottom: 44 };

export function Curve({
  title,
  across,
  up,
  points,
  most,
}: {
  title: string;
  across: string;
  up: string;
  points: Point[];
  most?: number;
}) {
  const w = useWords();
  const n = useNumbers();
  const first = points[0]?.at ?? 0;
  const last = Math.max(first + 1, points.at(-1)?.at ?? 1);
  const top = nice(Math.max(1, most ?? 0, ...points.map(({ high, seen }) => Math.max(high, seen ?? 0))));
  const x = (at: number) =>
    MARGIN.left + ((WIDTH - MARGIN.left - MARGIN.right) * (at - first)) / (last - first);
  const y = (value: number) => HEIGHT - MARGIN.bottom - ((HEIGHT - MARGIN.top - MARGIN.bottom) * value) / top;
  const along = (list: Point[], what: 'value' | 'low' | 'high') =>
    list.map((point) => `${x(point.at).toFixed(1)} ${y(point[what]).toFixed(1)}`).join('L');
  const band = `M${along(points, 'high')}L${along([...points].reverse(), 'low')}Z`;
  const marks = [0, 0.25, 0.5, 0.75, 1].map((share) => top * share);
  const every = Math.max(1, Math.ceil(points.length / 12));
  return (
    <figure class="curve">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        {marks.map((mark) => (
          <g key={mark}>
            <path class="grid" d={`M${MARGIN.left} ${y(mark)}H${WIDTH - MARGIN.right}`} />
            <text x={MARGIN.left - 8} y={y(mark) + 4} text-anchor="end">
              {n.brief(mark)}
            </text>
          </g>
        ))}
        {points
          .filter((_, at) => at % every === 0)
          .map(({ at }) => (
            <text key={at} x={x(at)} y={HEIGHT - MARGIN.bottom + 18} text-anchor="middle">
              {at}
            </text>
          ))}
        <text class="axis" x={WIDTH - MARGIN.right} y={HEIGHT - 6} text-anchor="end">
          {across}
        </text>
        <text class="axis" x={4} y={12}>
          {up}
        </text>
        <path class="band" d={band} />
        <path class="line" d={`M${along(points, 'value')}`} />
        {points.map(
          ({ at, seen }) =>
            seen !== undefined && <circle key={at} class="seen" cx={x(at)} cy={y(seen)} r="4" />,
        )}
      </svg>
      <figcaption>{title}</figcaption>
      <Behind title={w.tableBehind}>
        <Table
          caption={title}
          columns={[
            { name: across },
            { name: w.spread.mean, number: true },
            { name: w.spread.low, number: true },
            { name: w.spread.high, number: true },
          ]}
          rows={points.map(({ at, value, low, high }) => [
            n.whole(at),
            n.brief(value),
            n.brief(low),
            n.brief(high),
          ])}
        />
      </Behind>
    </figure>
  );
}

/** The next round number, so that the marks of the axis are round too. */
function nice(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  return unit * ([1, 2, 4, 5, 8, 10].find((step) => step * unit >= value) ?? 10);
}
