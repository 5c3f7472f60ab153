/**
 * Writes the documents that are rendered, each as ours and as what it says and no more.
 *
 *   prepare FOLDER PACKS COPIES
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Document } from '../../src/document/index.ts';
import { compiled, repeated } from './documents.ts';
import { plainOf } from './plain.ts';

const [folder = '', packs = '', copies = '1'] = process.argv.slice(2);

async function write(name: string, document: Document): Promise<void> {
  const plain = plainOf(document);
  await writeFile(join(folder, `${name}.ours.json`), JSON.stringify(document));
  await writeFile(join(folder, `${name}.bare.json`), JSON.stringify(plain));
  const blocks = plain.sections.flatMap((section) => section.blocks);
  const tables = blocks.filter(({ kind }) => kind === 'table');
  const cells = tables.flatMap((block) => (block.kind === 'table' ? block.rows.flat() : []));
  const pictures = blocks.filter(({ kind }) => kind === 'picture').length;
  const lines = cells.filter(({ svg }) => svg !== undefined).length;
  console.log(
    `${name}: ${plain.sections.length} sections, ${tables.length} tables of ${cells.length} cells, ${pictures} charts, ${lines} lines the size of a word`,
  );
}

await write('scorecard', await compiled(packs, 'kent-2014', 'scorecard', '2014-05'));
await write('long', repeated(await compiled(packs, 'herefordshire-2014', 'board', '2014-08'), Number(copies)));
