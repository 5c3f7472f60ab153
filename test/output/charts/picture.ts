import { SaxesParser } from 'saxes';
import { textWidth } from '../../../src/output/charts/palette.ts';

/** What a test sees in a picture: its texts with the room each takes, and its colours. */
export interface TextBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Own attributes over those of the elements around. */
  readonly inherited: Readonly<Record<string, string>>;
  text: string;
}

function elementsOf(svg: string): Element[] {
  const found: Element[] = [];
  const open: Element[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, inherited: { ...open.at(-1)?.inherited, ...attributes }, text: '' };
    found.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(svg).close();
  return found;
}

/** Letters reach about 9 above the line they stand on and 3 below. */
export function textsOf(svg: string): TextBox[] {
  return elementsOf(svg)
    .filter(({ name }) => name === 'text')
    .map(({ text, attributes, inherited }) => {
      const wide = textWidth(text, attributes['font-weight'] === 'bold');
      const anchor = inherited['text-anchor'] ?? 'start';
      const x = Number(attributes.x);
      const left = anchor === 'end' ? x - wide : anchor === 'middle' ? x - wide / 2 : x;
      const y = Number(attributes.y);
      return { text, left, right: left + wide, top: y - 9, bottom: y + 3 };
    });
}

/** Grounds that only fill an area, and lines that only guide the eye, carry no meaning of their own. */
const quiet = new Set(['#E3E6E8', '#EAF1F7', '#FFFFFF', '#DCE6EE', '#BFBFBF']);

/** Colours of words with what they stand on, and of lines, edges and points. */
export function coloursOf(svg: string): {
  readonly text: readonly { readonly colour: string; readonly ground: string }[];
  readonly graphics: readonly string[];
} {
  const text: { colour: string; ground: string }[] = [];
  const graphics = new Set<string>();
  let ground = '#FFFFFF';
  for (const { name, inherited } of elementsOf(svg)) {
    const { fill = '#000000', stroke } = inherited;
    if (name === 'rect' && inherited.class?.startsWith('part') === true)
      ground = fill.startsWith('url') ? '#FFFFFF' : fill;
    if (name === 'text') {
      text.push({ colour: fill, ground: inherited.class?.startsWith('part') === true ? ground : '#FFFFFF' });
    } else if (['path', 'line', 'rect', 'circle'].includes(name)) {
      for (const colour of [fill, stroke])
        if (colour?.startsWith('#') === true && !quiet.has(colour)) graphics.add(colour);
    }
  }
  return { text, graphics: [...graphics] };
}

/** Contrast of two colours by WCAG 2.2. */
export function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
