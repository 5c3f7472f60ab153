import type { Block, Cell, Document, Section, Table } from '../../document/index.ts';
import { type FigureKey, plainText, type Text } from '../../narrative/index.ts';

/** What stands in the place of a figure that is not shown; null of one that is. */
export type NotShown = (figure: FigureKey) => string | null;

/**
 * A document without the figures that are not shown: their cells say so, and sentences that have one of them are left out. It is
 * for a document that was compiled from a public input: it leaves to that what has no key, such as a chart or the order of rows.
 * Done twice it is as done once.
 */
export function publicDocument(document: Document, notShown: NotShown): Document {
  const words = (text: Text): Text =>
    sentencesOf(text)
      .filter((one) => isShown(one, notShown))
      .flat();
  const block = (one: Block): Block[] => {
    switch (one.kind) {
      case 'table':
        return [tableOf(one, notShown)];
      case 'paragraph': {
        const text = words(one.text);
        return isBlank(text) && !isBlank(one.text) ? [] : [{ ...one, text }];
      }
      case 'list':
        return [{ ...one, items: one.items.map(words).filter((item) => !isBlank(item)) }];
      case 'commentary': {
        const paragraphs = one.paragraphs.map(words).filter((paragraph) => !isBlank(paragraph));
        return paragraphs.length === 0 ? [] : [{ ...one, paragraphs }];
      }
      case 'notice':
        return [{ ...one, text: one.text.map(words).filter((paragraph) => !isBlank(paragraph)) }];
      case 'facts':
        return [{ ...one, items: one.items.map((item) => ({ ...item, value: figuresOf(item.value, notShown) })) }];
      default:
        return [one];
    }
  };
  const section = (one: Section): Section => ({
    ...one,
    blocks: one.blocks.flatMap(block),
    sections: one.sections.map(section),
  });
  return { ...document, sections: document.sections.map(section) };
}

const isBlank = (text: Text): boolean => plainText(text).trim() === '';

const isShown = (text: Text, notShown: NotShown): boolean =>
  text.every((piece) => piece.kind !== 'figure' || notShown(piece.of) === null);

/** A text in its sentences, each with the space after it; a full stop inside a figure or an abbreviation ends none. */
function sentencesOf(text: Text): Text[] {
  const sentences: Text[number][][] = [[]];
  for (const piece of text) {
    if (piece.kind !== 'text') {
      sentences.at(-1)?.push(piece);
      continue;
    }
    const parts = piece.text.split(/(?<=[.!?]\s+)(?=\S)/);
    parts.forEach((words, index) => {
      if (index > 0) sentences.push([]);
      if (words !== '') sentences.at(-1)?.push({ ...piece, text: words });
    });
    if (/[.!?]\s+$/.test(piece.text)) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** What is named by a term cannot be left out: the word stands in the place of the figure. */
const figuresOf = (text: Text, notShown: NotShown): Text =>
  text.map((piece) => (piece.kind === 'figure' ? { ...piece, text: notShown(piece.of) ?? piece.text } : piece));

function tableOf(table: Table, notShown: NotShown): Table {
  const cellOf = (cell: Cell): Cell => {
    if (cell.kind === 'text') return { ...cell, text: figuresOf(cell.text, notShown) };
    const words = cell.kind === 'number' && cell.of !== null ? notShown(cell.of) : null;
    if (words === null) return cell;
    const { span, notes } = cell;
    return {
      kind: 'state',
      state: 'suppressed',
      text: words,
      ...(span !== undefined && { span }),
      ...(notes !== undefined && { notes }),
    };
  };
  const groups = table.groups.map((group) => ({
    ...group,
    rows: group.rows.map((row) => ({ ...row, cells: row.cells.map(cellOf) })),
  }));
  return { ...table, groups };
}
