/**
 * What the bare parser needs for the same bytes: saxes over the file in pieces, every value kept, and for each element that
 * holds values a line of them in a CSV file of its name. No names are checked, nothing is inherited, no limit is held.
 *
 *   bare-xml.ts FILE FOLDER
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { SaxesParser } from 'saxes';
import { RowsFile } from './rows-file.ts';

const [path = '', folder = ''] = process.argv.slice(2);
const files = new Map<string, RowsFile>();
const open: { name: string; values: string[]; text: string }[] = [{ name: '', values: [], text: '' }];

const parser = new SaxesParser({ xmlns: false });
parser.on('error', (error) => {
  throw error;
});
parser.on('opentag', ({ name }) => {
  open.push({ name, values: [], text: '' });
});
const say = (text: string) => {
  const around = open[open.length - 1];
  if (around) around.text += text;
};
parser.on('text', say);
parser.on('cdata', say);
parser.on('closetag', () => {
  const ended = open.pop();
  if (!ended) return;
  const value = ended.text.trim();
  if (value !== '') open[open.length - 1]?.values.push(value);
  if (ended.values.length === 0) return;
  let file = files.get(ended.name);
  if (!file) {
    file = new RowsFile(join(folder, `${ended.name}.csv`));
    files.set(ended.name, file);
  }
  file.add(ended.values);
});

const input = openSync(path, 'r');
const decoder = new TextDecoder();
const buffer = Buffer.alloc(1 << 16);
for (let read = readSync(input, buffer); read > 0; read = readSync(input, buffer)) {
  parser.write(decoder.decode(buffer.subarray(0, read), { stream: true }));
}
parser.write(decoder.decode()).close();
closeSync(input);
for (const file of files.values()) file.close();
