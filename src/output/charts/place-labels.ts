import { textSize, textWidth } from './palette.ts';

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A point with the words that should stand by it. */
export interface Labelled {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

export interface Placed extends Labelled {
  /** The words' left end and the line they stand on. */
  readonly at: { readonly x: number; readonly y: number };
  readonly box: Box;
  /** Whether they stand too far off to be read with the point without a lead to it. */
  readonly isFar: boolean;
}

const meets = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The middle of the words from the point, in steps: near first, then further off, right and left before above and below. */
const offsets = [0, 1, 1.8, 2.8, 4, 5.4, 7].flatMap((far) =>
  far === 0
    ? [
        { side: 1, down: 0 },
        { side: -1, down: 0 },
      ]
    : [
        { side: 0, down: -far },
        { side: 0, down: far },
        { side: 1, down: -far },
        { side: -1, down: -far },
        { side: 1, down: far },
        { side: -1, down: far },
      ],
);

/**
 * Finds each label a place near its point, inside the plot, that covers no other label and no point. One that finds
 * none is left out: the table has it.
 */
export function placeLabels(labels: readonly Labelled[], points: readonly Box[], plot: Box): Placed[] {
  const taken: Box[] = [...points];
  const placed: Placed[] = [];
  for (const label of labels) {
    const wide = textWidth(label.text);
    for (const { side, down } of offsets) {
      const left = side === 0 ? label.x - wide / 2 : side > 0 ? label.x + 9 : label.x - 9 - wide;
      const middle = label.y + down * (textSize + 2);
      const box = { left, right: left + wide, top: middle - 8, bottom: middle + 8 };
      const inside =
        box.left >= plot.left && box.right <= plot.right && box.top >= plot.top && box.bottom <= plot.bottom;
      if (!inside || taken.some((other) => meets(box, other))) continue;
      taken.push(box);
      placed.push({ ...label, at: { x: left, y: middle + 4.5 }, box, isFar: Math.abs(down) > 1.2 });
      break;
    }
  }
  return placed;
}
