import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import { Line } from './line.tsx';
import { palette, round } from './palette.ts';
import { extent, linePath, lonePoints, periodScale, stepPath } from './series.ts';

export interface SparklineProps {
  /** Unique on the page. */
  readonly id: string;
  /** One value a month, oldest first; null where there is none. */
  readonly values: readonly (number | null)[];
  /** The target in force in each month; null where there is none. */
  readonly targets: readonly (number | null)[];
  /** Indexes of the months from which figures no longer compare with those before. */
  readonly breaks?: readonly number[];
  /** What it shows, in words, for those who do not see it. */
  readonly title: string;
  readonly width?: number;
  readonly height?: number;
}

/** A line the size of a word: the months of one figure, its target dashed, a dot at the latest month. */
export function Sparkline(props: SparklineProps): JSX.Element {
  const { id, values, targets, breaks = [], title, width = 124, height = 34 } = props;
  const [low, high] = extent([...values, ...targets]) ?? [0, 1];
  const margin = 4;
  const across = periodScale(values.length, margin, width - margin);
  const up = scaleLinear(low === high ? [low - 1, high + 1] : [low, high], [height - margin, margin]);
  const last = values.at(-1) ?? null;
  const dots = lonePoints(values, breaks).filter((index) => index !== values.length - 1);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="sparkline"
      role="img"
      aria-labelledby={id}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title id={id}>{title}</title>
      <Line d={stepPath(targets, across, up)} stroke={palette.quietEdge} stroke-width="1.25" stroke-dasharray="3 3" />
      <Line
        d={linePath(values, breaks, across, up)}
        stroke={palette.main}
        stroke-width="1.75"
        stroke-linejoin="round"
      />
      {dots.map((index) => (
        <circle key={index} cx={round(across(index))} cy={round(up(values[index] ?? 0))} r="1.5" fill={palette.main} />
      ))}
      {last !== null && <circle cx={round(across(values.length - 1))} cy={round(up(last))} r="3" fill={palette.main} />}
    </svg>
  );
}
