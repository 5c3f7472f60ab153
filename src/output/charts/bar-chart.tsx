import { scaleLinear } from 'd3-scale';
import type { JSX } from 'preact';
import { Frame } from './frame.tsx';
import { palette, round, textWidth } from './palette.ts';
import { cutLabel, wrapLabel } from './wrap.ts';

export interface Bar {
  readonly label: string;
  /** Null where there is no figure; then text says why. */
  readonly value: number | null;
  /** The figure as printed: '81.2%'. */
  readonly text: string;
  /** What it rests on: 'of 612'. */
  readonly note: string;
  /** The one a page is about, where the others are there to compare. */
  readonly own?: boolean;
}

/** More bars than this stand closer together, with names on one line, so that forty fit a page. */
const denseFrom = 20;

export interface BarChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly bars: readonly Bar[];
  /** The unit above them all: a dashed line across the bars, named under them. */
  readonly reference: { readonly value: number; readonly label: string } | null;
  readonly width?: number;
  /** Names above the bars and not beside them, for narrow screens. */
  readonly stacked?: boolean;
}

/**
 * A bar for each unit from 0, names on one side and figures in a column of their own on the other, so that neither
 * the bars nor the line of the larger unit cross a label.
 */
export function BarChart(props: BarChartProps): JSX.Element {
  const { id, title, description, bars, reference, width = 640, stacked = false } = props;
  const figure = ({ text, note }: Bar): number => textWidth(text, true) + (note === '' ? 0 : textWidth(` ${note}`));
  const figures = Math.min(Math.max(...bars.map(figure), 40), width * 0.4) + 10;
  const names = bars.map(({ label, own }) => textWidth(label, own));
  const nameWidth = stacked ? 0 : Math.min(Math.max(...names, 40), width * 0.4);
  const row = stacked ? 46 : bars.length > denseFrom ? 22 : 32;
  const thick = row < 32 ? 14 : 18;
  const plot = { left: stacked ? 0 : nameWidth + 12, right: width - figures };
  const top = 6;
  const bottom = top + bars.length * row;
  const height = bottom + (reference === null ? 4 : 26);
  const drawn = [...bars.map(({ value }) => value ?? 0), reference?.value ?? 0, 0];
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const x = scaleLinear([least, most === least ? least + 1 : most], [plot.left, plot.right]);
  const focus = bars.some(({ own }) => own);

  return (
    <Frame id={id} title={title} description={description} width={width} height={height}>
      {bars.map((bar, index) => {
        const middle = top + index * row + (stacked ? 31 : row / 2);
        const quiet = focus && bar.own !== true;
        const bold = bar.own === true;
        const lines =
          stacked || row < 32
            ? [cutLabel(bar.label, stacked ? width : nameWidth, bold)]
            : wrapLabel(bar.label, nameWidth, { bold });
        return (
          <g key={bar.label}>
            {lines.map((text, line) => (
              <text
                key={text}
                x={0}
                y={round(stacked ? middle - 17 : middle + 4.5 + (line - (lines.length - 1) / 2) * 14)}
                font-weight={bold ? 'bold' : undefined}
                fill={palette.ink}
              >
                {text}
              </text>
            ))}
            {bar.value !== null && (
              <rect
                x={round(Math.min(x(0), x(bar.value)))}
                y={round(middle - thick / 2)}
                width={round(Math.max(Math.abs(x(bar.value) - x(0)), 1))}
                height={thick}
                fill={quiet ? palette.quiet : palette.main}
                stroke={quiet ? palette.quietEdge : palette.main}
              />
            )}
            <text x={round(plot.right + 10)} y={round(middle + 4.5)} fill={palette.ink}>
              <tspan font-weight={bar.value === null ? undefined : 'bold'}>
                {cutLabel(bar.text, figures - 10, true)}
              </tspan>
              {bar.note !== '' && <tspan fill={palette.inkQuiet}> {bar.note}</tspan>}
            </text>
          </g>
        );
      })}
      {least < 0 && <line x1={round(x(0))} x2={round(x(0))} y1={top} y2={bottom} stroke={palette.quietEdge} />}
      {reference !== null && (
        <Reference
          at={x(reference.value)}
          top={top}
          bottom={bottom}
          width={width}
          label={reference.label}
          stacked={stacked}
          row={row}
          count={bars.length}
        />
      )}
    </Frame>
  );
}

interface ReferenceProps {
  readonly at: number;
  readonly top: number;
  readonly bottom: number;
  readonly width: number;
  readonly label: string;
  readonly stacked: boolean;
  readonly row: number;
  readonly count: number;
}

/** Drawn on a white ground so that it shows on a bar as well; beside the bars only, where names stand between them. */
function Reference({ at, top, bottom, width, label, stacked, row, count }: ReferenceProps): JSX.Element {
  const half = Math.min(textWidth(label), width) / 2;
  const centre = Math.min(Math.max(at, half), width - half);
  const stretches = stacked
    ? Array.from({ length: count }, (_, index): [number, number] => [top + index * row + 19, top + index * row + 43])
    : [[top, bottom + 4] satisfies [number, number]];
  return (
    <g>
      {stretches.map(([y1, y2]) => (
        <g key={y1}>
          <line x1={round(at)} x2={round(at)} y1={y1} y2={y2} stroke={palette.paper} stroke-width="4" />
          <line
            x1={round(at)}
            x2={round(at)}
            y1={y1}
            y2={y2}
            stroke={palette.ink}
            stroke-width="1.5"
            stroke-dasharray="4 3"
          />
        </g>
      ))}
      <text x={round(centre)} y={round(bottom + 19)} text-anchor="middle" fill={palette.ink}>
        {cutLabel(label, width)}
      </text>
    </g>
  );
}
