import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { literal, openDuckDb } from '../../warehouse/index.ts';
import { columns } from './figures.ts';
import type { FigureRow } from './schemas.ts';

const types: Readonly<Record<keyof FigureRow, 'varchar' | 'double'>> = {
  indicator: 'varchar',
  unit: 'varchar',
  month: 'varchar',
  basis: 'varchar',
  measured_in: 'varchar',
  numerator: 'double',
  denominator: 'double',
  value: 'double',
  state: 'varchar',
  status: 'varchar',
  target: 'double',
  target_high: 'double',
};

const written = (value: string | number | null): string =>
  value === null ? 'null' : typeof value === 'number' ? `${value}::double` : literal(value);

/** So many rows go into one statement. */
const block = 2000;

/** Figures as a Parquet file, with the columns of their schema whatever is in them. */
export async function figuresParquet(rows: readonly FigureRow[]): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'outturn-figures-'));
  const engine = await openDuckDb({ tables: [], folders: [folder], bankHolidays: null, threads: 1 });
  try {
    const session = await engine.session();
    const fields = columns.map((name) => `${name} ${types[name]}`).join(', ');
    await session.run(`create temporary table figures (place integer, ${fields})`);
    for (let start = 0; start < rows.length; start += block) {
      const values = rows
        .slice(start, start + block)
        .map((row, index) => `(${start + index}, ${columns.map((name) => written(row[name])).join(', ')})`);
      await session.run(`insert into figures values ${values.join(', ')}`);
    }
    const file = join(folder, 'figures.parquet');
    await session.writeParquet(`select ${columns.join(', ')} from figures order by place`, file);
    session.close();
    return await readFile(file);
  } finally {
    engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}
