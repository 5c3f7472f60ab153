import { deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { workbookParts } from '../../test/intake/workbook/workbook.ts';
import { annexTables } from './annex-seed.ts';
import type { Draw } from './draw.ts';
import { type Input, type Subject, subjects } from './inputs.ts';
import { largeParquet } from './large-parquet.ts';
import { mutateBytes } from './mutate-bytes.ts';
import type { Grid } from './mutate-grid.ts';
import { auditTables, censusXml, figureTables, returnTables, returnXml, ssdTables, type Tables } from './seeds.ts';

const tenMillion = 10_000_000;

/** The rows of a table again and again, each with a key of its own. */
function many([header = [], ...rows]: Grid, characters: number): Grid {
  const grid = [header];
  for (let at = 0, written = 0; written < characters; at++) {
    const row = (rows[at % rows.length] ?? []).map((cell, column) => (column === 0 ? `${cell}${at}` : cell));
    written += row.join(',').length;
    grid.push(row);
  }
  return grid;
}

const asCsv = (grid: Grid) => grid.map((row) => `${row.join(',')}\n`).join('');
const columns = (count: number, cell: string) => Array.from({ length: count }, (_, index) => `${cell}${index}`);

type Kind = (grid: Grid, draw: Draw) => Buffer;

const csvKinds: Readonly<Record<string, Kind>> = {
  rows: (grid) => Buffer.from(asCsv(many(grid, tenMillion))),
  damaged: (grid, draw) => mutateBytes(Buffer.from(asCsv(many(grid, tenMillion))), draw),
  'another separator': (grid) => Buffer.from(asCsv(many(grid, tenMillion)).replaceAll(',', ';')),
  wide: (grid) => Buffer.from(asCsv(grid.map((row) => [...row, ...columns(16_384, 'x')]))),
  'one line': (grid) => Buffer.from(asCsv(grid) + 'x'.repeat(tenMillion)),
  'open quotation mark': (grid) => Buffer.from(`${asCsv(grid)}"${asCsv(many(grid, tenMillion))}`),
  separators: (grid) => Buffer.from(asCsv(grid) + ','.repeat(tenMillion)),
  zeros: (grid) => Buffer.concat([Buffer.from(asCsv(grid)), Buffer.alloc(tenMillion)]),
  'empty lines': (grid) => Buffer.from(asCsv(grid) + '\n'.repeat(tenMillion)),
};

const packed = (parts: Readonly<Record<string, string | Uint8Array>>) =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
      ),
      { level: 1 },
    ),
  );
const sheet = 'xl/worksheets/0.xml';
const partsOf = (name: string, grid: Grid) => workbookParts({ [name]: grid });
const inSheet = (name: string, grid: Grid, more: string) => {
  const parts = partsOf(name, grid);
  return { ...parts, [sheet]: (parts[sheet] ?? '').replace('</sheetData>', () => `${more}</sheetData>`) };
};

/** An archive that says of its first sheet that it is small, and holds a million times a thousand spaces. */
function lying(name: string, grid: Grid): Buffer {
  const honest = packed(inSheet(name, grid, 'x'.repeat(64)));
  const bomb = deflateRawSync(Buffer.alloc(300_000_000, ' '));
  const local = honest.indexOf(Buffer.from(sheet)) - 30;
  const directory = honest.lastIndexOf(Buffer.from(sheet)) - 46;
  const stored = honest.readUInt32LE(local + 18);
  const begin = local + 30 + honest.readUInt16LE(local + 26) + honest.readUInt16LE(local + 28);
  const out = Buffer.concat([honest.subarray(0, begin), bomb, honest.subarray(begin + stored)]);
  const moved = bomb.length - stored;
  out.writeUInt32LE(bomb.length, local + 18);
  out.writeUInt32LE(bomb.length, directory + moved + 20);
  // Each part behind the bomb has moved, and so has the directory.
  const end = out.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  let at = out.readUInt32LE(end + 16) + moved;
  out.writeUInt32LE(at, end + 16);
  for (let count = out.readUInt16LE(end + 10); count > 0; count--) {
    const place = out.readUInt32LE(at + 42);
    if (place > local) out.writeUInt32LE(place + moved, at + 42);
    at += 46 + out.readUInt16LE(at + 28) + out.readUInt16LE(at + 30) + out.readUInt16LE(at + 32);
  }
  return out;
}

const workbookKinds: Readonly<Record<string, (name: string, grid: Grid, draw: Draw) => Buffer>> = {
  rows: (name, grid) => packed(partsOf(name, many(grid, tenMillion / 8))),
  damaged: (name, grid, draw) => mutateBytes(packed(partsOf(name, many(grid, tenMillion / 8))), draw),
  wide: (name, grid) =>
    packed(
      partsOf(
        name,
        grid.map((row) => [...row, ...columns(16_384 - row.length, 'x')]),
      ),
    ),
  bomb: (name, grid) => packed(inSheet(name, grid, ' '.repeat(300_000_000))),
  'bomb that lies': lying,
  deep: (name, grid) => packed(inSheet(name, grid, '<row>'.repeat(1_000_000))),
  'one cell': (name, grid) =>
    packed(inSheet(name, grid, `<row><c t="inlineStr"><is><t>${'x'.repeat(tenMillion)}</t></is></c></row>`)),
  'many parts': (name, grid) =>
    packed({ ...partsOf(name, grid), ...Object.fromEntries(columns(20_000, 'x').map((part) => [`xl/${part}`, 'x'])) }),
  'far row': (name, grid) => packed(inSheet(name, grid, '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
};

/** What is put before the end of the first child or header of a file. */
const xmlKinds: Readonly<Record<string, (text: string, draw: Draw) => Buffer>> = {
  rows: (text) => Buffer.from(manyChildren(text)),
  damaged: (text, draw) => mutateBytes(Buffer.from(manyChildren(text)), draw),
  deep: (text) => within(text, '<a>'.repeat(2_000_000)),
  'deep and closed': (text) => within(text, '<a>'.repeat(1_000_000) + '</a>'.repeat(1_000_000)),
  'one value': (text) => within(text, `<UPN>${'x'.repeat(tenMillion)}</UPN>`),
  'one attribute': (text) => within(text, `<UPN a="${'x'.repeat(tenMillion)}"/>`),
  'one comment': (text) => within(text, `<!--${'x'.repeat(tenMillion)}-->`),
  'one name': (text) => within(text, `<${'x'.repeat(tenMillion)}/>`),
  entities: (text) => {
    const steps = columns(30, 'e').map((name, index) => `<!ENTITY ${name} "&e${index - 1};&e${index - 1};">`);
    return Buffer.from(`<!DOCTYPE x [<!ENTITY e-1 "x">${steps.join('')}]>${text.replace(/^<\?xml[^>]*>/, '')}&e29;`);
  },
  'unknown elements': (text) =>
    within(
      text,
      columns(700_000, 'u')
        .map((name) => `<${name}/>`)
        .join(''),
    ),
  'one child': (text) => within(text, '<EPISODE><DECOM>2020-01-01</DECOM></EPISODE><CINdetails/>'.repeat(150_000)),
};

const child = /<(CHILD|Child)>[\s\S]*<\/\1>/;
const within = (text: string, more: string) => Buffer.from(text.replace(/<\/(CHILD|Child)>/, (end) => `${more}${end}`));
const manyChildren = (text: string) =>
  text.replace(child, (children) => children.repeat(Math.ceil(tenMillion / children.length)));

type Made = Pick<Input, 'files'>;

/** A large input is only held to how it ends, how long it takes and what memory it takes. */
function large(pack: Subject['pack'], make: (draw: Draw) => Made | Promise<Made>): Subject {
  const rest = { mutation: 'structure', known: () => null, raw: /^$/, same: {} } as const;
  return { pack, make: async (draw) => ({ ...(await make(draw)), ...rest }) };
}

const chosen = (tables: Tables, draw: Draw) => draw.of(Object.entries(tables));

function largeCsv(seed: (draw: Draw) => Tables, draw: Draw): Made {
  const tables = seed(draw);
  const [one] = chosen(tables, draw);
  const [kind] = [draw.of(Object.values(csvKinds))];
  const files = Object.entries(tables).map(([name, grid]) => [
    `${name}.csv`,
    name === one ? kind(grid, draw) : Buffer.from(asCsv(grid)),
  ]);
  return { files: Object.fromEntries(files) };
}

function largeWorkbook(seed: (draw: Draw) => Tables, file: string, draw: Draw): Made {
  const [name, grid] = chosen(seed(draw), draw);
  return { files: { [file]: draw.of(Object.values(workbookKinds))(name, grid, draw) } };
}

const largeXml = (seed: (draw: Draw) => string, draw: Draw): Made => ({
  files: { 'a.xml': draw.of(Object.values(xmlKinds))(seed(draw), draw) },
});

const annex = await annexTables();
const makers: Readonly<Record<string, (draw: Draw) => Made | Promise<Made>>> = {
  'ssd-csv': (draw) => largeCsv(ssdTables, draw),
  'ssd-parquet': (draw) => largeParquet(ssdTables(draw), draw),
  'ssda903-csv': (draw) => largeCsv(returnTables, draw),
  'ssda903-xml': (draw) => largeXml(returnXml, draw),
  'ssda903-workbook': (draw) => largeWorkbook(returnTables, 'a.xlsx', draw),
  'cin-census-xml': (draw) => largeXml(censusXml, draw),
  'annex-a-workbook': (draw) => largeWorkbook(annex, 'a.xlsx', draw),
  'mapped-csv': (draw) => largeCsv(auditTables, draw),
  'mapped-workbook': (draw) => largeWorkbook(auditTables, 'Audits.xlsx', draw),
  'collected-csv': (draw) => largeCsv(figureTables, draw),
  'collected-workbook': (draw) => largeWorkbook(figureTables, 'a.xlsx', draw),
};

/** Inputs of ten million bytes and more, packed bombs, very wide tables and very deep elements, by format. */
export const largeSubjects: Readonly<Record<string, Subject>> = Object.fromEntries(
  Object.entries(makers).map(([format, make]) => [format, large(subjects[format]?.pack ?? 'library', make)]),
);
