// The picture at the door: people of many kinds around three tables. Made of the same marks as
// every picture of the page.
import { shape, tone } from './mark.tsx';

const TABLES = [
  { x: 62, y: 66, r: 30, seats: 7 },
  { x: 150, y: 108, r: 36, seats: 8 },
  { x: 66, y: 168, r: 26, seats: 6 },
];
const WALKING = [
  { x: 118, y: 36, kind: 5 },
  { x: 176, y: 44, kind: 2 },
  { x: 128, y: 190, kind: 3 },
  { x: 22, y: 118, kind: 0 },
];

export function Gathering() {
  return (
    <svg class="gathering" viewBox="0 0 210 215" aria-hidden="true" focusable="false">
      <path
        class="path"
        d="M118 36C134 40 142 52 146 62M176 44C170 54 166 60 164 66M128 190C116 190 108 184 102 178M22 118C26 106 32 96 38 90"
      />
      {TABLES.map(({ x, y, r, seats }, table) => (
        <g key={table}>
          <circle class="board" cx={x} cy={y} r={r - 11} />
          {Array.from({ length: seats }, (_, seat) => {
            const turn = (2 * Math.PI * seat) / seats + table;
            const at = (seat * 3 + table * 2) % 8;
            return (
              <path
                key={seat}
                class={tone(at)}
                d={shape(at)}
                transform={`translate(${x + r * Math.cos(turn)} ${y + r * Math.sin(turn)}) scale(1.75)`}
              />
            );
          })}
        </g>
      ))}
      {WALKING.map(({ x, y, kind }) => (
        <path key={kind} class={tone(kind)} d={shape(kind)} transform={`translate(${x} ${y}) scale(1.75)`} />
      ))}
    </svg>
  );
}
