/** `bare-docx docx FILE TIMES`: plain paragraphs and tables by docx; of a picture its reading. */
import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import type { Plain, PlainBlock, PlainCell } from './plain.ts';
import { tellRenderings } from './renderings.ts';

const cell = ({ text, span = 1 }: PlainCell) => new TableCell({ columnSpan: span, children: [new Paragraph(text)] });

function part(block: PlainBlock): Paragraph | Table {
  if (block.kind === 'paragraph') return new Paragraph(block.text);
  if (block.kind === 'picture') return new Paragraph(block.alt);
  return new Table({ rows: block.rows.map((row) => new TableRow({ children: row.map(cell) })) });
}

await tellRenderings(async ({ title, sections }: Plain) => {
  const children = sections.flatMap(({ heading, blocks }) => [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 }),
    ...blocks.map(part),
  ]);
  return Packer.toBuffer(new Document({ title, sections: [{ children }] }));
});
