/** Colours of charts: the Government Analysis Function's set, and the greys that pass on white. */
export const palette = {
  main: '#12436D',
  second: '#F46A25',
  third: '#801650',
  quiet: '#BFBFBF',
  quietEdge: '#6F777B',
  ink: '#0B0C0C',
  inkQuiet: '#505A5F',
  grid: '#E3E6E8',
  paper: '#FFFFFF',
} as const;

/** Size of all text in charts, in pixels at the size drawn; nothing is smaller. */
export const textSize = 13;

/**
 * About how wide a text prints, in pixels, without a font at hand: an upper estimate over common sans-serif fonts,
 * used to leave room and never to align.
 */
export function textWidth(text: string, size: number = textSize): number {
  return Math.ceil(text.length * size * 0.61);
}

/** A coordinate with at most one decimal, so that the same data gives the same bytes everywhere. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10 || 0;
}
