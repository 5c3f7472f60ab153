import type { EstimatedPageNumbers, IContext, IXmlableObject } from 'docx';
import { linesOf, spaceOf } from './paragraph-size.ts';

/** An element of the body as docx writes it: its name, and what is in it. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly children: readonly (Element | string)[];
}

/** Twentieths of a point between the lines of a row of a table and what is in it. */
const rowLine = 10;
/** What a heading needs under it to stay on its page. */
const underHeading = 1000;

/**
 * Which page each bookmark of a document is on, reckoned from the lengths of its texts and the sizes of its styles in one
 * pass: near enough for a list of contents, which Word counts anew when a person asks it to. The reckoning of docx
 * itself, which breaks each line as Word would, takes many times as long as all the rest of the file.
 */
export function pageNumbers(body: IXmlableObject, _context: IContext): EstimatedPageNumbers {
  const [name, content] = Object.entries(body)[0] ?? ['', null];
  const pages = new Map<string, string>();
  let page = 0;
  for (const { parts, width, height } of papers(elementOf(name, content))) {
    page = lay(parts, { width, height, first: page + 1 }, pages);
  }
  return { bookmarks: pages, pageCount: page };
}

interface Paper {
  readonly parts: readonly Element[];
  readonly width: number;
  readonly height: number;
}

/** The parts of the body on one kind of paper after the other: the size of each is written at its end. */
function papers(body: Element): Paper[] {
  const found: Paper[] = [];
  let parts: Element[] = [];
  for (const part of elements(body).flatMap(inContents)) {
    if (part.name !== 'w:sectPr') parts.push(part);
    const end = part.name === 'w:sectPr' ? part : within(part, 'w:pPr', 'w:sectPr');
    if (end === null) continue;
    const size = child(end, 'w:pgSz')?.attributes ?? {};
    const margin = child(end, 'w:pgMar')?.attributes ?? {};
    found.push({
      parts,
      width: number(size['w:w']) - number(margin['w:left']) - number(margin['w:right']),
      height: number(size['w:h']) - number(margin['w:top']) - number(margin['w:bottom']),
    });
    parts = [];
  }
  return found;
}

/** A list of contents is wrapped; its lines take their room as others do. */
const inContents = (part: Element): readonly Element[] => {
  if (part.name !== 'w:sdt') return [part];
  const content = child(part, 'w:sdtContent');
  return content === null ? [] : elements(content);
};

/** Lays parts on pages; where each bookmark came to be is added. Returns the last page. */
function lay(
  parts: readonly Element[],
  { width, height, first }: { readonly width: number; readonly height: number; readonly first: number },
  pages: Map<string, string>,
): number {
  let page = first;
  let at = 0;
  const put = (needs: number, stays = needs): void => {
    if (at > 0 && at + stays > height) {
      page++;
      at = 0;
    }
    at += needs;
    while (at > height) {
      page++;
      at -= height;
    }
  };
  for (const part of parts) {
    if (part.name === 'w:tbl') {
      for (const row of elements(part).filter(({ name }) => name === 'w:tr')) put(rowHeight(part, row));
      continue;
    }
    const style = styleOf(part);
    if (within(part, 'w:pPr', 'w:pageBreakBefore') !== null && at > 0) {
      page++;
      at = 0;
    }
    const needs = paragraphHeight(part, width);
    put(needs, /^(Heading|Caption|Label|TOCHeading)/.test(style) ? needs + underHeading : needs);
    for (const bookmark of found(part, 'w:bookmarkStart'))
      pages.set(String(bookmark.attributes['w:name']), String(page));
  }
  return page;
}

function rowHeight(table: Element, row: Element): number {
  const grid = child(table, 'w:tblGrid');
  const columns = grid === null ? [] : elements(grid).map(({ attributes }) => number(attributes['w:w']));
  let column = 0;
  const heights = elements(row)
    .filter(({ name }) => name === 'w:tc')
    .map((cell) => {
      const span = number(within(cell, 'w:tcPr', 'w:gridSpan')?.attributes['w:val'] ?? 1);
      const width = columns.slice(column, column + span).reduce((sum, one) => sum + one, 0) - 120;
      column += span;
      const paragraphs = elements(cell).filter(({ name }) => name === 'w:p');
      return paragraphs.reduce((sum, paragraph) => sum + paragraphHeight(paragraph, width), 0);
    });
  return Math.max(0, ...heights) + rowLine;
}

function paragraphHeight(paragraph: Element, width: number): number {
  const drawings = found(paragraph, 'wp:extent').map(({ attributes }) => number(attributes.cy) / 635);
  const style = styleOf(paragraph);
  const words = textOf(paragraph);
  const lines = drawings.length > 0 && words === '' ? 0 : linesOf(words, style, width);
  return lines + spaceOf(style) + drawings.reduce((sum, height) => sum + height, 0);
}

const styleOf = (paragraph: Element): string =>
  String(within(paragraph, 'w:pPr', 'w:pStyle')?.attributes['w:val'] ?? '');

const textOf = (element: Element): string =>
  element.children
    .map((inner) => (typeof inner === 'string' ? (element.name === 'w:t' ? inner : '') : textOf(inner)))
    .join('');

const found = (element: Element, name: string): Element[] =>
  elements(element).flatMap((inner) => [...(inner.name === name ? [inner] : []), ...found(inner, name)]);

const elements = ({ children }: Element): readonly Element[] => children.filter((one) => typeof one !== 'string');

const child = (element: Element, name: string): Element | null =>
  elements(element).find((inner) => inner.name === name) ?? null;

function within(element: Element, outer: string, inner: string): Element | null {
  const holder = child(element, outer);
  return holder === null ? null : child(holder, inner);
}

const number = (value: unknown): number => Number(value) || 0;

/** docx writes an element as { name: children }, attributes under `_attr`, one child alone or in a list. */
function elementOf(name: string, content: unknown): Element {
  const given: readonly unknown[] = Array.isArray(content) ? content : [content];
  const attributes: Record<string, unknown> = {};
  const children: (Element | string)[] = [];
  for (const one of given) {
    if (typeof one === 'string') children.push(one);
    if (one === null || typeof one !== 'object') continue;
    for (const [key, inner] of Object.entries(one)) {
      if (key === '_attr') Object.assign(attributes, inner);
      else children.push(elementOf(key, inner));
    }
  }
  return { name, attributes, children };
}
