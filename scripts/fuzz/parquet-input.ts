import { literal, quoted } from '../../src/warehouse/index.ts';
import { nastyCells } from './cells.ts';
import type { Draw } from './draw.ts';
import type { Input, Look, Subject } from './inputs.ts';
import { marksIn } from './marks.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { type Grid, mutateCells } from './mutate-grid.ts';
import { writeParquet } from './parquet-writer.ts';
import type { Tables } from './seeds.ts';

/** A column as it is written: its name, its type, and the texts from which its values are made. */
interface Column {
  readonly name: string;
  readonly type: string;
  readonly texts: readonly (string | null)[];
}

const types = [
  ...[
    'date',
    'timestamp',
    'timestamptz',
    'timestamp_ns',
    'time',
    'boolean',
    'utinyint',
    'integer',
    'bigint',
    'hugeint',
  ],
  ...['float', 'double', 'decimal(18, 3)', 'decimal(38, 10)', 'uuid', 'interval', 'blob', 'json'],
  ...['varchar[]', 'struct(a varchar, b integer)', 'map(varchar, varchar)', "enum('N1', 'Y', '2024-01-02')"],
];
const codecs = ['uncompressed', 'snappy', 'gzip', 'zstd', 'lz4_raw', 'brotli'];

function columnsOf([header = [], ...rows]: Grid, draw: Draw): Column[] {
  return header.map((name, at) => ({
    name,
    // The first column holds the marks, which are to stay as they are.
    type: at > 0 && draw.below(3) === 0 ? draw.of(types) : 'varchar',
    texts: rows.map((row) => (row[at] === '' ? null : (row[at] ?? null))),
  }));
}

/** Columns dropped, renamed, doubled, moved, of other types, without values; rows without values, no rows, and many. */
function mutateColumns(columns: readonly Column[], draw: Draw): Column[] {
  const at = draw.below(columns.length);
  const one = columns[at] as Column;
  const rows = one.texts.length;
  switch (draw.below(10)) {
    case 0:
      return columns.toSpliced(at, 1);
    case 1:
      return columns.with(at, { ...one, name: draw.of(['column', ...nastyCells]) || 'x' });
    case 2:
      return [...columns, { ...one, name: draw.of([` ${one.name} `, `${one.name}_1`, 'Notes to self']) }];
    case 3:
      return columns.toSorted(() => draw.next() - 0.5);
    case 4:
      return columns.with(at, { ...one, type: draw.of(types) });
    case 5:
      return columns.map((column) => (draw.below(2) ? { ...column, type: draw.of(types) } : column));
    case 6:
      return columns.with(at, { ...one, texts: one.texts.map(() => null) });
    case 7: {
      const row = draw.below(rows);
      return columns.map((column) => ({ ...column, texts: column.texts.with(row, null) }));
    }
    case 8:
      return columns.map((column) => ({ ...column, texts: [] }));
    default: {
      const many = 100 + draw.below(4000);
      return columns.map((column) => ({
        ...column,
        texts: Array.from({ length: many }, (_, row) => column.texts[row % rows] ?? null),
      }));
    }
  }
}

/** SQL for the rows; a text that is none of its type becomes a value of it all the same where the type is nested. */
function rowsSql(columns: readonly Column[]): string {
  const length = columns[0]?.texts.length ?? 0;
  const list = columns.map(({ type, name, texts }, at) => {
    const value = `v[row][${at + 1}]`;
    const made: Readonly<Record<string, string>> = {
      blob: `encode(${value})`,
      json: `to_json(${value})`,
      'varchar[]': `[${value}, null, ${value}]`,
      'struct(a varchar, b integer)': `{a: ${value}, b: 1}`,
      'map(varchar, varchar)': `map {'a': ${value}}`,
    };
    const typed = made[type] ?? (texts.length > 0 && type !== 'varchar' ? `try_cast(${value} as ${type})` : value);
    return `${typed} as ${quoted(name)}`;
  });
  const rows = Array.from({ length }, (_, row) => {
    const cells = columns.map(({ texts }) => (texts[row] === null ? 'null' : literal(texts[row] ?? '')));
    return `[${cells.join(', ')}]`;
  });
  const all = length === 0 ? '[]::varchar[][]' : `[${rows.join(', ')}]::varchar[][]`;
  return `select ${list.join(', ')} from (select ${all} as v), range(1, ${length + 1}) rows(row)`;
}

/** Changes bytes of the values, or of all of the file: the directory at its end too. */
function damaged(bytes: Buffer, draw: Draw): Buffer {
  if (draw.below(2) === 0) return mutateBytes(bytes, draw);
  const directory = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
  const values = bytes.subarray(4, Math.max(4, directory));
  const flipped = Buffer.from(values);
  for (let times = 1 + draw.below(12); times > 0 && flipped.length > 0; times--)
    flipped[draw.below(flipped.length)] = draw.below(256);
  return Buffer.concat([bytes.subarray(0, 4), flipped, bytes.subarray(4 + values.length)]);
}

/** Mutates a Parquet file. What stands in one is known because it was written here: of damaged bytes nothing is. */
export function parquetInput(seed: (draw: Draw) => Tables, { raw, same = {} }: Look): Subject['make'] {
  return async (draw): Promise<Input> => {
    const mutation = draw.of(['bytes', 'cells', 'structure'] as const);
    const [name = '', grid = []] = Object.entries(seed(draw))[0] ?? [];
    const before = columnsOf(mutation === 'cells' ? mutateCells(grid, draw) : grid, draw);
    const columns = mutation === 'structure' ? mutateColumns(before, draw) : before;
    const codec = `compression ${draw.of(codecs)}, row_group_size 2048, parquet_version ${draw.of(['v1', 'v2'])}`;
    const written = await writeParquet(rowsSql(columns), codec);
    const file = `${name}.parquet`;
    const own = (grid[0] ?? []).toSorted().join('\n');
    const whole =
      columns
        .map((column) => column.name)
        .toSorted()
        .join('\n') === own;
    const rows = columns[0]?.texts.length ?? 0;
    const records = Array.from({ length: rows }, (_, row) => ({
      rows: [row + 2],
      // What has become another type is another text, if it is one at all.
      marks: columns.flatMap(({ type, texts }) => (type === 'varchar' ? marksIn(texts[row] ?? '') : [])),
    }));
    return {
      files: { [file]: mutation === 'bytes' ? damaged(written, draw) : written },
      mutation,
      known: () => (mutation === 'bytes' ? null : [{ file, table: name, exact: whole, whole, records }]),
      raw,
      same,
    };
  };
}
