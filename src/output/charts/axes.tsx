import type { JSX } from 'preact';
import type { Break } from '../../document/index.ts';
import { palette, round } from './palette.ts';
import { labelColour, type TimePlot } from './time-plot.ts';
import { cutLabel } from './wrap.ts';

/** Gridlines with their numbers at the left; the line of 0 darker where the range crosses it. */
export function ValueAxis({ plot }: { readonly plot: TimePlot }): JSX.Element {
  const crosses = plot.ticks.some(({ value }) => value < 0) && plot.ticks.some(({ value }) => value > 0);
  return (
    <g>
      {plot.ticks.map(({ value, text }) => (
        <g key={value}>
          <line
            x1={plot.left}
            x2={round(plot.right)}
            y1={round(plot.y(value))}
            y2={round(plot.y(value))}
            stroke={crosses && value === 0 ? palette.quietEdge : palette.grid}
          />
          <text x={plot.left - 8} y={round(plot.y(value) + 4.5)} text-anchor="end" fill={palette.inkQuiet}>
            {text}
          </text>
        </g>
      ))}
    </g>
  );
}

/** How many rows the words of the breaks take: each its own, so that two close together do not meet. */
export const breakRows = (breaks: readonly Break[]): number => breaks.length;

/** A dotted line before each period that begins anew, with its words above the plot. */
export function BreakMarks({
  plot,
  breaks,
}: {
  readonly plot: TimePlot;
  readonly breaks: readonly Break[];
}): JSX.Element {
  return (
    <g>
      {breaks.map(({ index, label }, row) => {
        const at = round(plot.x(index - 0.5));
        const before = at > plot.width / 2;
        const room = before ? at - 6 : plot.width - at - 6;
        const y = 16 + row * 16;
        return (
          <g key={index}>
            <line x1={at} x2={at} y1={y - 10} y2={plot.bottom} stroke={palette.quietEdge} stroke-dasharray="1 3" />
            <text x={before ? at - 6 : at + 6} y={y} text-anchor={before ? 'end' : 'start'} fill={palette.inkQuiet}>
              {cutLabel(label, room)}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The names of the lines beside their ends, outside the plot; a thin lead where a name had to move from its line. */
export function EndLabels({ plot }: { readonly plot: TimePlot }): JSX.Element {
  return (
    <g>
      {plot.labels.map((label) => {
        const end = plot.y(label.at);
        const moved = Math.abs(label.place - end) > 3;
        return (
          <g key={label.key}>
            {moved && (
              <path
                class={`lead-${label.key}`}
                d={`M${round(plot.right + 2)},${round(end)}L${round(plot.right + 9)},${round(label.place)}`}
                fill="none"
                stroke={palette.quietEdge}
              />
            )}
            {label.lines.map((line, at) => (
              <text
                key={line}
                class={`label-${label.key}`}
                x={round(plot.right + 12)}
                y={round(label.place + 4.5 + (at - (label.lines.length - 1) / 2) * 15)}
                fill={labelColour(label)}
                font-weight={label.isMain ? 'bold' : undefined}
              >
                {line}
              </text>
            ))}
          </g>
        );
      })}
    </g>
  );
}

/** Said in the middle of a plot that has nothing to draw, so that an empty picture is not taken for a fault. */
export function NoFigure({ plot }: { readonly plot: TimePlot }): JSX.Element {
  return (
    <text
      x={round((plot.left + plot.right) / 2)}
      y={round((plot.top + plot.bottom) / 2)}
      text-anchor="middle"
      fill={palette.inkQuiet}
    >
      No figure in these periods
    </text>
  );
}
