import { literal, quoted } from '../../src/warehouse/index.ts';
import type { Draw } from './draw.ts';
import type { Input } from './inputs.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { writeParquet } from './parquet-writer.ts';
import type { Tables } from './seeds.ts';

const kinds = ['rows', 'damaged', 'nulls', 'wide', 'too wide', 'one value', 'deep'] as const;

/** A Parquet file of ten million bytes, or of a few that unpack into many. */
export async function largeParquet(tables: Tables, draw: Draw): Promise<Pick<Input, 'files'>> {
  const [[name, [header = [], ...rows]] = ['', []]] = Object.entries(tables);
  const kind = draw.of(kinds);
  const texts = header.map((_, at) => `[${rows.map((row) => literal(row[at] ?? '')).join(', ')}]`);
  const cells = (more: string) =>
    header
      .map((heading, at) => `${at === 0 ? more : `${texts[at]}[1 + i % ${rows.length}]`} as ${quoted(heading)}`)
      .join(', ');
  const extra = (count: number) => Array.from({ length: count }, (_, at) => `i as x${at}`).join(', ');
  const key = `'K' || i`;
  const sql: Readonly<Record<(typeof kinds)[number], string>> = {
    rows: `select ${cells(`md5(i::varchar)`)} from range(280_000) r(i)`,
    damaged: `select ${cells(`md5(i::varchar)`)} from range(280_000) r(i)`,
    nulls: `select ${header.map((heading) => `null::varchar as ${quoted(heading)}`).join(', ')} from range(5_000_000)`,
    wide: `select ${cells(key)}, ${extra(1900)} from range(200) r(i)`,
    'too wide': `select ${cells(key)}, ${extra(8000)} from range(20) r(i)`,
    'one value': `select ${cells(`repeat('x', 10_000_000) || i`)} from range(3) r(i)`,
    deep: `select ${cells(key)}, ${'['.repeat(60)}i${']'.repeat(60)} as x from range(1000) r(i)`,
  };
  const written = await writeParquet(sql[kind], 'compression zstd');
  return { files: { [`${name}.parquet`]: kind === 'damaged' ? mutateBytes(written, draw) : written } };
}
