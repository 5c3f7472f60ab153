import type { JSX } from 'preact';
import { palette } from './palette.ts';

/**
 * How a part of a bar is told from the others in black and white: dark and light, solid and patterned by turns, so
 * that neighbours always differ by more than colour.
 */
interface Fill {
  readonly ground: string;
  /** The pattern's lines or dots on the ground, on a tile of this size. */
  readonly tile?: { readonly size: number; readonly draw: () => JSX.Element };
  /** What words on it need: a colour that reads, on a plate where the ground is patterned. */
  readonly text: string;
}

const fills: readonly Fill[] = [
  { ground: palette.main, text: palette.paper },
  {
    ground: '#DCE6EE',
    text: palette.ink,
    tile: {
      size: 8,
      draw: () => <path d="M-1,1L1,-1M0,8L8,0M7,9L9,7" stroke={palette.main} stroke-width="1" fill="none" />,
    },
  },
  { ground: palette.fourth, text: palette.ink },
  {
    ground: palette.paper,
    text: palette.ink,
    tile: {
      size: 6,
      draw: () => (
        <g fill={palette.ink}>
          <circle cx="1.5" cy="1.5" r="0.9" />
          <circle cx="4.5" cy="4.5" r="0.9" />
        </g>
      ),
    },
  },
  {
    ground: palette.third,
    text: palette.ink,
    tile: {
      size: 8,
      draw: () => <path d="M-1,7L1,9M0,0L8,8M7,-1L9,1" stroke={palette.paper} stroke-width="1.2" fill="none" />,
    },
  },
  { ground: palette.paper, text: palette.ink },
];

/** As many parts as can be told apart. */
export const mostParts = fills.length;

export const fillId = (chart: string, part: number): string => `${chart}-fill-${part + 1}`;

/** What the fill of a part is written as: a colour, or its pattern. */
export function fillOf(chart: string, part: number): string {
  const fill = fills[part];
  return fill?.tile === undefined ? (fill?.ground ?? palette.paper) : `url(#${fillId(chart, part)})`;
}

/** Colour of words on a part, and whether they need a plate under them. */
export function textOn(part: number): { readonly colour: string; readonly plate: boolean } {
  const fill = fills[part];
  return { colour: fill?.text ?? palette.ink, plate: fill?.tile !== undefined };
}

/** The patterns of a chart, for the first so many parts. */
export function Patterns({ chart, count }: { readonly chart: string; readonly count: number }): JSX.Element {
  return (
    <defs>
      {fills.slice(0, count).map(
        ({ ground, tile }, part) =>
          tile !== undefined && (
            <pattern
              key={fillId(chart, part)}
              id={fillId(chart, part)}
              width={tile.size}
              height={tile.size}
              patternUnits="userSpaceOnUse"
            >
              <rect width={tile.size} height={tile.size} fill={ground} />
              {tile.draw()}
            </pattern>
          ),
      )}
    </defs>
  );
}
