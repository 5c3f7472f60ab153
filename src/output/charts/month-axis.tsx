import type { JSX } from 'preact';
import type { Month } from '../../calendar/index.ts';
import { palette, round, textSize, textWidth } from './palette.ts';
import type { TimePlot } from './time-plot.ts';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** As wide as the name of a month with room around it. */
const monthRoom = 36;

interface Props {
  readonly months: readonly Month[];
  /** What each period is called where it is no month: 'Q1 2026/27'. */
  readonly labels?: readonly string[] | undefined;
  readonly plot: TimePlot;
}

interface Tick {
  readonly index: number;
  readonly name: string;
  readonly below: string | null;
}

/** Months along the foot of a chart, the year under the first one named of each year; or periods by their own names. */
export function MonthAxis({ months, labels, plot }: Props): JSX.Element {
  const ticks = labels === undefined ? monthTicks(months, plot.step) : periodTicks(labels, plot);
  const { x, bottom: top } = plot;
  return (
    <g fill={palette.inkQuiet} text-anchor="middle">
      {ticks.map(({ index, name, below }) => (
        <g key={index}>
          <line x1={round(x(index))} x2={round(x(index))} y1={top} y2={top + 4} stroke={palette.quietEdge} />
          <text x={round(x(index))} y={round(top + textSize + 5)}>
            {name}
          </text>
          {below !== null && (
            <text x={round(x(index))} y={round(top + 2 * textSize + 8)}>
              {below}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Every month where there is room, else the last of each quarter, half year or year that ends in March. */
function monthTicks(months: readonly Month[], step: number): Tick[] {
  const every = [1, 3, 6, 12].find((n) => n * step >= monthRoom) ?? 12;
  const apart = Math.ceil(monthRoom / (12 * step));
  let year = '';
  return months.flatMap((month, index) => {
    const number = Number(month.slice(5, 7));
    if ((number - 3 + 12) % every !== 0) return [];
    if (every === 12 && Number(month.slice(0, 4)) % apart !== 0) return [];
    const below = month.slice(0, 4) === year ? null : month.slice(0, 4);
    year = month.slice(0, 4);
    return [{ index, name: names[number - 1] ?? '', below }];
  });
}

/** Each period where there is room, else every second, third … counted back from the latest. */
function periodTicks(labels: readonly string[], { step }: TimePlot): Tick[] {
  const room = Math.max(...labels.map((label) => textWidth(label)), 1) + 10;
  const every = Math.max(1, Math.ceil(room / step));
  return labels.flatMap((name, index) =>
    (labels.length - 1 - index) % every === 0 ? [{ index, name, below: null }] : [],
  );
}
