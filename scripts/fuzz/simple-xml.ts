import type { Known, KnownPart } from './known.ts';
import { marksIn } from './marks.ts';

/** An element as it stands. */
export interface Element {
  /** In lower case and without a prefix. */
  readonly name: string;
  readonly attributes: string;
  readonly children: Element[];
  text: string;
  readonly line: number;
}

const token =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s[^<>]*?)?)(\/?)>|([^<]+)/gy;

/** Takes XML apart by regular expression; null where it does not fit together. */
export function elementsOf(text: string): Element | null {
  const top: Element = { name: '', attributes: '', children: [], text: '', line: 1 };
  const open = [top];
  const names: string[] = [''];
  let at = 0;
  let line = 1;
  token.lastIndex = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    const [whole, cdata, closes, opens, attributes = '', alone, plain] = found;
    const around = open.at(-1) as Element;
    if (closes !== undefined) {
      if (names.pop() !== closes || open.length < 2) return null;
      open.pop();
    } else if (opens !== undefined) {
      const name = opens.slice(opens.indexOf(':') + 1).toLowerCase();
      const element: Element = { name, attributes, children: [], text: '', line };
      around.children.push(element);
      if (!alone) {
        open.push(element);
        names.push(opens);
      }
    } else if (cdata !== undefined || plain !== undefined) around.text += cdata ?? plain ?? '';
    line += whole.split('\n').length - 1;
    at = token.lastIndex;
  }
  const rest = text.slice(at).replaceAll(/\s/g, '');
  return open.length === 1 && rest === '' && top.children.length === 1 ? (top.children[0] as Element) : null;
}

/** What the elements of one kind are. */
export interface ElementKind {
  readonly table: string;
  /** Where they stand, from the root on, in lower case. */
  readonly at: readonly string[];
  /** The elements in them that hold its values, in lower case; none: its own text is the value. */
  readonly values: readonly string[];
  /** Kinds inside it that make it a record without a value of its own. */
  readonly around?: readonly string[];
}

const said = ({ text }: Element) => text.trim() !== '';

function find(element: Element, path: readonly string[]): Element[] {
  return path.reduce<Element[]>(
    (found, step) => found.flatMap(({ children }) => children.filter(({ name }) => name === step)),
    [element],
  );
}

function isRecord(element: Element, { values, around = [] }: ElementKind): boolean {
  if (values.length === 0 && said(element)) return true;
  if (values.some((path) => find(element, path.split('/')).some(said))) return true;
  return around.some((path) => find(element, path.split('/')).length > 0);
}

function ownText(element: Element, values: readonly string[]): string {
  return [element, ...values.flatMap((path) => find(element, path.split('/')))].map(({ text }) => text).join('\n');
}

/** The records of a file; null where the reader cannot take it apart. */
export function knowXml(bytes: Buffer, file: string, kinds: readonly ElementKind[]): KnownPart[] | null {
  const text = bytes.toString('utf8');
  if (/[\ufffd\0]/.test(text) || text.includes('<!DOCTYPE')) return null;
  const root = elementsOf(text.replace(/^\ufeff/, ''));
  if (!root) return null;
  const around: Element = { name: '', attributes: '', children: [root], text: '', line: 1 };
  const parts = kinds.map((kind): KnownPart => {
    const records = kind.at
      .flatMap((path) => find(around, path.split('/')))
      .filter((element) => isRecord(element, kind))
      .map((element): Known => ({ rows: [element.line], marks: marksIn(ownText(element, kind.values)) }));
    return { file, records, exact: true, whole: true, table: kind.table };
  });
  const placed = new Set(parts.flatMap(({ records }) => records.flatMap(({ marks }) => marks)));
  // What a header says of the sender is known and not kept.
  const stray = marksIn(text.replace(/<Header>[\s\S]*?<\/Header>/, '')).filter((found) => !placed.has(found));
  // What stands where the standard has no place for it is looked for, and may be a finding of the file.
  return [
    ...parts,
    { file, exact: false, whole: false, records: stray.map((found) => ({ rows: [], marks: [found] })) },
  ];
}
