import { styles } from './look.ts';

/** What a style takes, in twentieths of a point. */
interface Size {
  /** Of the letters. */
  readonly letter: number;
  readonly line: number;
  readonly around: number;
}

/** Of Arial: the width of a letter on average and the height of a line, in sizes of a letter. */
const letterWidth = 0.5;
const lineHeight = 1.15;

interface Style {
  readonly run?: { readonly size?: number | string | undefined } | undefined;
  readonly paragraph?:
    | {
        readonly spacing?: { readonly before?: unknown; readonly after?: unknown; readonly line?: unknown } | undefined;
      }
    | undefined;
}

const base: Style = styles.default?.document ?? {};

function sizeOf({ run, paragraph }: Style): Size {
  const letter = Number(run?.size ?? base.run?.size ?? 22) * 10;
  const own = paragraph?.spacing;
  const usual = base.paragraph?.spacing;
  const factor = Number(own?.line ?? usual?.line ?? 240) / 240;
  const around = Number(own?.before ?? 0) + Number(own?.after ?? usual?.after ?? 0);
  return { letter, line: letter * lineHeight * factor, around };
}

const named = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const sizes: ReadonlyMap<string, Size> = new Map([
  ...Object.entries(styles.default ?? {}).map(([name, style]): [string, Size] => [named(name), sizeOf(style as Style)]),
  ...(styles.paragraphStyles ?? []).map((style): [string, Size] => [style.id, sizeOf(style as Style)]),
]);

const ofStyle = (style: string): Size => sizes.get(style) ?? sizeOf(base);

/** The height of words in lines of a width, about; an empty paragraph has one line. */
export function linesOf(words: string, style: string, width: number): number {
  const { letter, line } = ofStyle(style);
  const room = Math.max(width / (letter * letterWidth), 4);
  return Math.max(1, Math.ceil(words.length / room)) * line;
}

/** The room above and under a paragraph. */
export const spaceOf = (style: string): number => ofStyle(style).around;
