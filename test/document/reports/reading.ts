import {
  type Block,
  type Cell,
  cellText,
  type Document,
  type Section,
  type Table,
} from '../../../src/document/index.ts';
import { plainText } from '../../../src/narrative/index.ts';

/** Every section of a document, outer before inner. */
export const allSections = ({ sections }: Pick<Document, 'sections'>): Section[] =>
  sections.flatMap((section) => [section, ...allSections(section)]);

/** The one section whose title is that, or ends in it after its number. */
export function sectionOf(document: Document, title: string): Section {
  const all = allSections(document);
  const exact = all.filter((one) => one.title === title || one.title.endsWith(`: ${title}`));
  const [found, ...others] = exact;
  if (found === undefined || others.length > 0) {
    throw new Error(
      `${exact.length} sections are called ${title}: there are ${all.map((one) => one.title).join('; ')}`,
    );
  }
  return found;
}

/** All blocks of a section and of those within it. */
export const blocksOf = (section: Section): Block[] => [...section.blocks, ...section.sections.flatMap(blocksOf)];

/** A cell of a printed table as a reader sees it. */
export interface SeenCell {
  readonly text: string;
  readonly notes: readonly string[];
  readonly span: number;
}

export interface SeenRow {
  readonly group: string | null;
  readonly head: string;
  /** By the label of its column, with the year over it before it: '2018/19 Q1'. */
  readonly cells: Readonly<Record<string, SeenCell>>;
}

/** A table as its reader finds a figure: by the row's header and the column's. */
export function seen(table: Table): SeenRow[] {
  const over = (table.spanners[0] ?? []).flatMap(({ label, span }) => Array<string>(span).fill(label));
  const labels = table.columns.map(({ label }, index) => `${over[index] ?? ''} ${label}`.trim());
  const headAt = table.columns.findIndex(({ heads }) => heads === true);
  return table.groups.flatMap(({ title, rows }) =>
    rows.map(({ cells }): SeenRow => {
      const laid = cells.flatMap((cell) => Array<Cell>(cell.span ?? 1).fill(cell));
      if (laid.length !== labels.length) throw new Error(`${table.caption}: a row of ${laid.length} cells`);
      const named = laid.map((cell, index) => [labels[index] ?? '', seenCell(cell)] as const);
      return { group: title, head: named[headAt]?.[1].text ?? '', cells: Object.fromEntries(named) };
    }),
  );
}

const seenCell = (cell: Cell): SeenCell => ({
  text: cellText(cell),
  notes: cell.notes ?? [],
  span: cell.span ?? 1,
});

/** The one table with that caption; where none has it, the one whose caption begins so. */
export function tableOf(where: Document | Section, caption: string): Table {
  const blocks = 'blocks' in where ? blocksOf(where) : where.sections.flatMap(blocksOf);
  const tables = blocks.filter((block) => block.kind === 'table');
  const exact = tables.filter((table) => table.caption === caption);
  const found = exact.length > 0 ? exact : tables.filter((table) => table.caption.startsWith(caption));
  const [first, ...others] = found;
  if (first === undefined || others.length > 0) throw new Error(`${found.length} tables are called ${caption}`);
  return first;
}

/** The row with that header. */
export function rowOf(table: Table, head: string): SeenRow {
  const found = seen(table).filter((row) => row.head === head);
  if (found[0] === undefined || found.length > 1) throw new Error(`${table.caption}: ${found.length} rows ${head}`);
  return found[0];
}

/** Names and what they are, of all lists of facts of a section. */
export const factsOf = (section: Section): Readonly<Record<string, string>> =>
  Object.fromEntries(
    section.blocks.flatMap((block) =>
      block.kind === 'facts' ? block.items.map(({ term, value }) => [term, plainText(value)] as const) : [],
    ),
  );

/** All that a section says in sentences: not its tables and facts. */
export function proseOf(section: Section): string {
  return blocksOf(section)
    .flatMap((block): string[] => {
      if (block.kind === 'paragraph') return [plainText(block.text)];
      if (block.kind === 'list') return block.items.map(plainText);
      if (block.kind === 'commentary') return [block.heading, ...block.paragraphs.map(plainText), block.dated ?? ''];
      return block.kind === 'notice' ? [block.title, ...block.text.map(plainText)] : [];
    })
    .join('\n');
}

/** What people wrote under a heading in a section. */
export const saidUnder = (section: Section, heading: string): string =>
  section.blocks
    .flatMap((block) => (block.kind === 'commentary' && block.heading === heading ? block.paragraphs : []))
    .map(plainText)
    .join('\n');

/** A number as English reports print it: 20,314. Decimals as typed. */
export const grouped = (typed: string): string =>
  typed.replace(/^(\d+)/, (whole) => Number(whole).toLocaleString('en-GB'));
