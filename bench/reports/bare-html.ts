/** `bare-html html FILE TIMES`: the words, tables and pictures as elements without class, by Preact alone. */
import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { SaxesParser } from 'saxes';
import type { Plain, PlainBlock, PlainCell } from './plain.ts';
import { tellRenderings } from './renderings.ts';

interface Element {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: (Element | string)[];
}

/** Pictures as elements, parsed once: Preact writes them out as it writes ours. */
const parsed = new Map<string, Element>();

function elementOf(svg: string): Element {
  const known = parsed.get(svg);
  if (known !== undefined) return known;
  const root: Element = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes, children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => open.at(-1)?.children.push(text));
  parser.on('closetag', () => open.pop());
  parser.write(svg).close();
  const element = root.children.find((child) => typeof child !== 'string') ?? root;
  parsed.set(svg, element);
  return element;
}

const drawn = (node: Element | string): ComponentChild =>
  typeof node === 'string' ? node : h(node.name, node.attributes, node.children.map(drawn));

const cell = ({ text, span = 1, svg }: PlainCell) =>
  h('td', span === 1 ? {} : { colspan: span }, svg === undefined ? text : drawn(elementOf(svg)));

function element(block: PlainBlock): ComponentChild {
  if (block.kind === 'paragraph') return h('p', {}, block.text);
  if (block.kind === 'picture')
    return h(
      'figure',
      {},
      block.shown.map((svg) => drawn(elementOf(svg))),
    );
  return h(
    'table',
    {},
    block.rows.map((row) => h('tr', {}, row.map(cell))),
  );
}

await tellRenderings(async ({ title, sections }: Plain) => {
  const body = sections.map(({ heading, blocks }) => h('section', {}, h('h2', {}, heading), blocks.map(element)));
  const page = h('html', { lang: 'en-GB' }, h('head', {}, h('title', {}, title)), h('body', {}, body));
  return new TextEncoder().encode(`<!DOCTYPE html>${renderToString(page)}`);
});
