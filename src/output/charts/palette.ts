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
  /** Behind a line: the usual range. */
  band: '#EAF1F7',
  paper: '#FFFFFF',
} as const;

/** Size of all text in charts, in pixels at the size drawn; nothing is smaller. */
export const textSize = 13;

/** Widths in a wide sans-serif font (DejaVu Sans), as parts of the size. */
const widths: readonly [RegExp, number][] = [
  [/[il.,:;'|!j]/, 0.32],
  [/[ ftr()-]/, 0.4],
  [/[mwMW%]/, 0.97],
  [/[A-Z&]/, 0.73],
];

/**
 * About how wide a text prints, in pixels, without a font at hand: an upper estimate over common sans-serif fonts,
 * used to leave room and never to align.
 */
export function textWidth(text: string, bold: boolean = false): number {
  const ems = [...text].reduce((sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.64), 0);
  return Math.ceil(ems * textSize * (bold ? 1.12 : 1));
}

/** A coordinate with at most one decimal, so that the same data gives the same bytes everywhere. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10 || 0;
}
