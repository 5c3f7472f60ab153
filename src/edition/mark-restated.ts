import type { Month } from '../calendar/index.ts';
import type { Block, Document, Section, Table } from '../document/index.ts';
import type { Standpoint } from './published.ts';

/** The word beside a figure that was published and is another one today. */
const words: Readonly<Record<Standpoint, string>> = {
  'as-published': 'since restated',
  'as-known-now': 'restated',
};

const figureParts: ReadonlySet<string> = new Set(['value', 'numerator', 'denominator']);

/**
 * A document in which every figure that has been restated says so: “restated” beside a figure as it is known now, “since
 * restated” beside one that is shown as it was published.
 */
export function markRestated(
  document: Document,
  standpoint: Standpoint,
  isRestated: (indicator: string, unit: string, month: Month) => boolean,
): Document {
  const word = words[standpoint];
  const cellOf = (cell: Table['groups'][number]['rows'][number]['cells'][number]): typeof cell => {
    if (cell.kind !== 'number' || cell.of === null || !figureParts.has(cell.of.part)) return cell;
    const { indicator, unit, month } = cell.of;
    if (!isRestated(indicator, unit, month)) return cell;
    return { ...cell, remark: cell.remark === undefined ? word : `${cell.remark}, ${word}` };
  };
  const blockOf = (block: Block): Block => {
    if (block.kind !== 'table') return block;
    const groups = block.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, cells: row.cells.map(cellOf) })),
    }));
    return { ...block, groups };
  };
  const sectionOf = (section: Section): Section => ({
    ...section,
    blocks: section.blocks.map(blockOf),
    sections: section.sections.map(sectionOf),
  });
  return { ...document, sections: document.sections.map(sectionOf) };
}
