/**
 * What the bare libraries need for the same bytes: zlib unpacks the texts and the sheet, saxes parses them, every cell is
 * looked up and every row becomes a line of a CSV file. No header is looked for, no day is made of a number, nothing is
 * checked.
 *
 *   bare-workbook.ts FILE FOLDER
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInflateRaw } from 'node:zlib';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { RowsFile } from './rows-file.ts';

const [path = '', folder = ''] = process.argv.slice(2);
const archive = readFileSync(path);

/** The packed bytes of a part, by the directory at the end of the archive. */
function packed(name: string): Buffer {
  const end = archive.lastIndexOf('PK\u0005\u0006', undefined, 'latin1');
  let at = archive.readUInt32LE(end + 16);
  for (let count = archive.readUInt16LE(end + 10); count > 0; count--) {
    const length = archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 46, at + 46 + length) === name) {
      const local = archive.readUInt32LE(at + 42);
      const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      return archive.subarray(start, start + archive.readUInt32LE(at + 20));
    }
    at += 46 + length + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`There is no ${name}`);
}

async function parse(name: string, parser: SaxesParser): Promise<void> {
  parser.on('error', (error) => {
    throw error;
  });
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  inflate.end(packed(name));
  const decoder = new TextDecoder();
  for await (const piece of inflate as AsyncIterable<Buffer>) parser.write(decoder.decode(piece, { stream: true }));
  parser.write(decoder.decode()).close();
}

const texts: string[] = [];
let text = '';
const shared = new SaxesParser({ position: false });
shared.on('text', (piece) => {
  text += piece;
});
shared.on('closetag', ({ name }) => {
  if (name !== 'si') return;
  texts.push(text);
  text = '';
});
await parse('xl/sharedStrings.xml', shared);

const rows = new RowsFile(join(folder, 'sheet.csv'));
let row: string[] = [];
let cell: SaxesTagPlain | null = null;
let value = '';
const sheet = new SaxesParser({ position: false });
sheet.on('opentag', (tag) => {
  if (tag.name === 'row') row = [];
  else if (tag.name === 'c') cell = tag as SaxesTagPlain;
  else if (tag.name === 'v') value = '';
});
sheet.on('text', (piece) => {
  value += piece;
});
sheet.on('closetag', ({ name }) => {
  if (name === 'c') row.push(cell?.attributes.t === 's' ? (texts[Number(value)] ?? '') : value);
  else if (name === 'row') rows.add(row);
});
await parse('xl/worksheets/sheet1.xml', sheet);
rows.close();
