import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import { type Column, type Dataset, readPack } from '../../../src/pack/index.ts';
import type { Source } from '../../../src/pack/sql/bound.ts';
import { lineage } from '../../../src/pack/sql/lineage.ts';
import { bindViews } from '../../../src/pack/views.ts';

const types: Record<Column['type'], string> = {
  id: 'varchar',
  text: 'varchar',
  code: 'varchar',
  date: 'date',
  'yes-no': 'boolean',
  integer: 'integer',
  decimal: 'decimal(18, 4)',
};
const words = [
  'X1',
  'S',
  'E11',
  'E12',
  'T0',
  'U1',
  'V3',
  'C2',
  'UASC',
  'PN1',
  'vacant',
  'agency',
  'Social work',
  'Dental',
  'M',
  'permanent',
  'Former relevant',
  'Good',
];
const ids = [...'abcdefgh'];

/** Numbers from 0 to 1 that are the same for a seed (Park and Miller's generator). */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** A row's value, drawn from so few that rows meet. */
function cell(column: Column, random: () => number): string {
  const pick = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)];
  if (random() < 0.15) return 'null';
  if (column.type === 'date') return `date '2026-01-01' + ${Math.floor(random() * 40)}`;
  if (column.type === 'yes-no') return String(random() < 0.5);
  if (column.type === 'integer' || column.type === 'decimal') return String(Math.floor(random() * 20));
  return `'${column.type === 'id' ? pick(ids) : pick(words)}'`;
}

function tableSql(dataset: Dataset, random: () => number): string {
  const columns = Object.entries(dataset.columns);
  const rows = ids.map((id) =>
    columns.map(([name, column]) =>
      dataset.key.length === 1 && dataset.key[0] === name ? `'${id}'` : cell(column, random),
    ),
  );
  const typed = columns.map(([name, { type }]) => `cast("${name}" as ${types[type]}) as "${name}"`).join(', ');
  const names = columns.map(([name]) => `"${name}"`).join(', ');
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `create or replace table raw_${dataset.id} as select ${typed} from (values ${values}) v(${names})`;
}

/** The dataset as a view with only some of its columns filled. */
function maskSql({ id, columns }: Dataset, kept: ReadonlySet<string> | 'all'): string {
  const shown = Object.entries(columns).map(([name, { type }]) =>
    kept === 'all' || kept.has(name) ? `"${name}"` : `cast(null as ${types[type]}) as "${name}"`,
  );
  return `create or replace view ${id} as select ${shown.join(', ')} from raw_${id}`;
}

test('emptying every column that lineage leaves out changes no value of any view of the library', async () => {
  const packsFolder = join(import.meta.dirname, '../../../packs');
  const { pack } = await readPack('childrens-services', { packsFolder });
  if (!pack) throw new Error('the library does not read');
  const files = new Map([...pack.views].map(([id, view]) => [id, { file: view.file, text: view.sql }]));
  const catalogue = bindViews(files, pack.datasets, () => {});
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  // The function and the calendar that views use beside the engine's own; what they come to is of no matter here.
  await connection.run('create macro add_months(d, n) as (d + to_months(n::integer))::date');
  await connection.run(`create table calendar as
    select date '2025-12-01' + i::integer as day, true as working_day, i as running from range(200) r(i)`);
  await connection.run(`create table month_ends as select * from (values
    (date '2026-01-10', date '2025-02-01'), (date '2026-02-05', date '2025-03-01')) v(as_at, rolling_12_start)`);
  const values = async (view: string, column: string) => {
    const read = await connection.runAndReadAll(`select cast(${column} as varchar) from ${view} order by 1`);
    return read.getRowsJson().flat();
  };
  let compared = 0;
  for (const seed of [1]) {
    const next = randomOf(seed);
    for (const dataset of pack.datasets.values()) {
      await connection.run(tableSql(dataset, next));
      await connection.run(maskSql(dataset, 'all'));
    }
    for (const view of pack.views.values()) await connection.run(`create or replace view ${view.id} as ${view.sql}`);
    for (const view of pack.views.values()) {
      const relation = catalogue.relation(view.id);
      if (relation?.kind !== 'view') throw new Error(view.id);
      const source: Source = { alias: 'this', relation, columns: relation.columns, optional: null };
      const needed = (...indexes: number[]) =>
        lineage({ uses: [{ columns: indexes.map((index) => ({ source, index })), queries: [] }], sources: [source] });
      const everything = needed(...view.columns.keys());
      for (const [index, column] of view.columns.entries()) {
        const full = await values(view.id, column);
        const kept = needed(index);
        for (const id of everything.keys()) {
          const dataset = pack.datasets.get(id);
          if (dataset) await connection.run(maskSql(dataset, kept.get(id) ?? new Set()));
        }
        expect({ view: view.id, column, values: await values(view.id, column) }).toEqual({
          view: view.id,
          column,
          values: full,
        });
        compared += full.filter((value) => value !== null).length;
        for (const id of everything.keys()) {
          const dataset = pack.datasets.get(id);
          if (dataset) await connection.run(maskSql(dataset, 'all'));
        }
      }
    }
  }
  // The rows must meet often enough for the comparison to mean something.
  expect(compared).toBeGreaterThan(500);
});
