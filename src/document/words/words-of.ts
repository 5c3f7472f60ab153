import { plainText, type Text } from '../../narrative/index.ts';
import { cellText } from '../cell-text.ts';
import type { Table } from '../table.ts';
import type { Block, Section } from '../tree.ts';

/** Every word that stands in sections: of headings, texts, tables and comments. */
export function wordsOf(sections: readonly Section[]): Set<string> {
  return new Set(sections.flatMap(textsOf).flatMap((words) => words.split(/[^\p{L}\p{N}&]+/u)));
}

function textsOf({ title, blocks, sections }: Section): string[] {
  return [title, ...blocks.flatMap(blockTexts), ...sections.flatMap(textsOf)];
}

const plain = (texts: readonly Text[]): string[] => texts.map(plainText);

function blockTexts(block: Block): string[] {
  switch (block.kind) {
    case 'cover':
      return [...block.above, block.title, ...block.below];
    case 'contents':
      return [];
    case 'paragraph':
      return [plainText(block.text)];
    case 'list':
      return plain(block.items);
    case 'facts':
      return [block.label, ...block.items.flatMap(({ term, value }) => [term, plainText(value)])];
    case 'notice':
      return [block.title, ...plain(block.text)];
    case 'table':
      return tableTexts(block);
    case 'figure':
      return 'title' in block.chart && typeof block.chart.title === 'string' ? [block.chart.title] : [];
    case 'commentary':
      return [block.heading, ...plain(block.paragraphs), block.author ?? ''];
  }
}

function tableTexts({ caption, columns, groups, notes }: Table): string[] {
  const rows = groups.flatMap((group) => group.rows);
  return [
    caption,
    ...columns.map(({ label }) => label),
    ...groups.map(({ title }) => title ?? ''),
    ...rows.flatMap(({ cells }) => cells.map(cellText)),
    ...notes.map(({ text }) => text),
  ];
}
