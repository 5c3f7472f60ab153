/** Colours of charts: the Government Analysis Function's set, and the greys that pass on white. */
export const palette = {
  main: '#12436D',
  second: '#F46A25',
  third: '#801650',
  fourth: '#28A197',
  quiet: '#BFBFBF',
  quietEdge: '#6F777B',
  ink: '#0B0C0C',
  inkQuiet: '#505A5F',
  grid: '#E3E6E8',
  /** Behind a line: the usual range, a tolerance. */
  band: '#EAF1F7',
  paper: '#FFFFFF',
} as const;

/** How a line is told from the others without colour. */
export interface LineStyle {
  readonly colour: string;
  readonly dash?: string;
}

const four: readonly LineStyle[] = [
  { colour: palette.main },
  { colour: palette.fourth, dash: '12 4' },
  { colour: palette.third, dash: '2 4' },
  { colour: palette.second, dash: '10 4 2 4' },
];

/** Styles for up to four lines; two take the pair that differs most. */
export function lineStyles(count: number): readonly LineStyle[] {
  return count === 2 ? [{ colour: palette.main }, { colour: palette.second, dash: '12 4' }] : four.slice(0, count);
}

/** Size of all text in charts, in pixels at the size drawn; nothing is smaller. */
export const textSize = 13;

/** The font charts are drawn in, by attribute: the one of our documents, then those of its width or less. */
export const fontFamily = "'Source Sans 3', Arial, Helvetica, sans-serif";

/** Widths in Arial, which is wider than our own font, as parts of the size, never less than a letter takes. */
const widths: readonly [RegExp, number][] = [
  [/[il.,:;'|!j]/, 0.28],
  [/[ ftrI()/-]/, 0.34],
  [/[W@…]/, 1],
  [/[mM%]/, 0.89],
  [/[A-Z&w]/, 0.78],
];

/**
 * About how wide a text prints, in pixels, without a font at hand: an upper estimate over the fonts charts are drawn
 * in, used to leave room and never to align.
 */
export function textWidth(text: string, bold: boolean = false): number {
  const ems = [...text].reduce((sum, letter) => sum + (widths.find(([kind]) => kind.test(letter))?.[1] ?? 0.57), 0);
  return Math.ceil(ems * textSize * (bold ? 1.08 : 1));
}

/** A coordinate with at most one decimal, so that the same data gives the same bytes everywhere. */
export function round(coordinate: number): number {
  return Math.round(coordinate * 10) / 10 || 0;
}
