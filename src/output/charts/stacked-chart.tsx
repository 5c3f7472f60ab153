import type { JSX } from 'preact';
import type { StackedRow } from '../../document/index.ts';
import { fillOf, mostParts, Patterns, textOn } from './fills.tsx';
import { Frame } from './frame.tsx';
import { palette, round, textSize, textWidth } from './palette.ts';
import { shares } from './shares.ts';
import { cutLabel, wrapLabel } from './wrap.ts';

export interface StackedChartProps {
  /** Unique on the page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** In their own order, best first or least first. At most six. */
  readonly categories: readonly string[];
  readonly rows: readonly StackedRow[];
  readonly decimals?: number;
  readonly width?: number;
}

const keyRow = 22;

/**
 * A bar of 100% for each row, cut into the shares of the categories. Shares print in the bar where they fit; all stand
 * in the table. Patterns alternate with solid grounds and every part has an edge, so that it survives black and white.
 *
 * @throws RangeError for more categories than can be told apart.
 */
export function StackedChart(props: StackedChartProps): JSX.Element {
  const { id, title, description, categories, rows, decimals = 0, width = 640 } = props;
  if (categories.length > mostParts) throw new RangeError(`at most ${mostParts} categories can be told apart`);
  const key = keyPlaces(categories, width);
  const isNarrow = width < 420;
  const dense = rows.length > 20;
  const nameWidth = isNarrow
    ? 0
    : Math.min(Math.max(...rows.map((row) => textWidth(row.label, row.own)), 40), width * 0.36);
  const left = isNarrow ? 1 : nameWidth + 12;
  const row = isNarrow ? 46 : dense ? 24 : 34;
  const thick = dense ? 18 : 24;
  const top = key.height + 10;
  return (
    <Frame id={id} title={title} description={description} width={width} height={top + rows.length * row + 4}>
      <Patterns chart={id} count={categories.length} />
      {key.places.map(({ x, y, text }, part) => (
        <g key={text}>
          <rect x={x + 0.5} y={y + 3.5} width={18} height={13} fill={fillOf(id, part)} stroke={palette.ink} />
          <text x={x + 25} y={y + 14.5} fill={palette.ink}>
            {text}
          </text>
        </g>
      ))}
      {rows.map((one, index) => {
        const middle = top + index * row + (isNarrow ? 31 : row / 2);
        const bold = one.own === true;
        const lines =
          isNarrow || dense
            ? [cutLabel(one.label, isNarrow ? width : nameWidth, bold)]
            : wrapLabel(one.label, nameWidth, { bold });
        return (
          <g key={one.label}>
            {lines.map((text, line) => (
              <text
                key={text}
                x={0}
                y={round(isNarrow ? middle - 17 : middle + 4.5 + (line - (lines.length - 1) / 2) * 14)}
                font-weight={bold ? 'bold' : undefined}
                fill={palette.ink}
              >
                {text}
              </text>
            ))}
            <Parts id={id} row={one} left={left} right={width - 1} middle={middle} thick={thick} decimals={decimals} />
          </g>
        );
      })}
    </Frame>
  );
}

/** The shares of a row; null where not all of it is known, or it has nothing. */
export function sharesOf({ amounts }: StackedRow, decimals: number): number[] | null {
  const known = amounts.flatMap((amount) => (amount === null ? [] : [amount]));
  return known.length < amounts.length ? null : shares(known, decimals);
}

interface PartsProps {
  readonly id: string;
  readonly row: StackedRow;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly thick: number;
  readonly decimals: number;
}

function Parts({ id, row, left, right, middle, thick, decimals }: PartsProps): JSX.Element {
  const percents = sharesOf(row, decimals);
  if (percents === null) {
    return (
      <text x={round(left)} y={round(middle + 4.5)} fill={palette.inkQuiet}>
        {cutLabel(row.missing ?? 'none', right - left)}
      </text>
    );
  }
  const total = row.amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
  let across = left;
  const parts = row.amounts.map((amount, part) => {
    const from = across;
    across += ((right - left) * (amount ?? 0)) / total;
    const text = `${(percents[part] ?? 0).toFixed(decimals)}%`;
    return { part, from, wide: across - from, text };
  });
  return (
    <g stroke-linejoin="round">
      {parts
        .filter(({ wide }) => wide > 0)
        .map(({ part, from, wide, text }) => {
          const { colour, plate } = textOn(part);
          const room = textWidth(text) + 6;
          // A plate leaves enough of the pattern to be known by.
          const isTold = room + (plate ? 10 : 0) <= wide;
          return (
            <g key={part} class={`part-${part + 1}`}>
              <rect
                x={round(from)}
                y={round(middle - thick / 2)}
                width={round(wide)}
                height={thick}
                fill={fillOf(id, part)}
                stroke={palette.ink}
              />
              {isTold && plate && (
                <rect
                  x={round(from + wide / 2 - room / 2 + 1)}
                  y={round(middle - 8.5)}
                  width={round(room - 2)}
                  height={17}
                  rx="2"
                  fill={palette.paper}
                />
              )}
              {isTold && (
                <text x={round(from + wide / 2)} y={round(middle + 4.5)} text-anchor="middle" fill={colour}>
                  {text}
                </text>
              )}
            </g>
          );
        })}
    </g>
  );
}

/** The key above the bars, in the order of the parts, on as many lines as it needs. */
function keyPlaces(
  categories: readonly string[],
  width: number,
): { readonly places: readonly { x: number; y: number; text: string }[]; readonly height: number } {
  let [x, y] = [0, 0];
  const places = categories.map((category) => {
    const text = cutLabel(category, width - 25);
    const room = 25 + textWidth(text) + 16;
    if (x > 0 && x + room - 16 > width) [x, y] = [0, y + keyRow];
    const place = { x, y, text };
    x += room;
    return place;
  });
  return { places, height: y + textSize + 8 };
}
