import type { JSX } from 'preact';
import type { Month } from '../../calendar/index.ts';
import { palette, round, textSize } from './palette.ts';

const names = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

interface Props {
  readonly months: readonly Month[];
  readonly x: (index: number) => number;
  /** Where the plot ends and the axis begins. */
  readonly top: number;
  /** 3: each quarter's last month is named; 6: March and September. */
  readonly every: 3 | 6;
}

/** Months along the foot of a chart, the year under the first one named of each year. */
export function MonthAxis({ months, x, top, every }: Props): JSX.Element {
  let year = '';
  const labels = months.flatMap((month, index) => {
    const number = Number(month.slice(5, 7));
    if ((number - 3 + 12) % every !== 0) return [];
    const below = month.slice(0, 4) === year ? null : month.slice(0, 4);
    year = month.slice(0, 4);
    return [{ month, index, name: names[number - 1] ?? '', below }];
  });
  return (
    <g fill={palette.inkQuiet} text-anchor="middle">
      {labels.map(({ month, index, name, below }) => (
        <g key={month}>
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
