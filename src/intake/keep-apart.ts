import { quoted } from '../warehouse/index.ts';
import type { FormatReading } from './format.ts';
import type { Workbench } from './workbench.ts';

/**
 * Gives what was read of a periodic return relations of its own names, so that another return can be read beside it: the
 * relations of a return are called after the datasets and files of its standard, which all returns share.
 */
export async function keepApart<T extends FormatReading>(bench: Workbench, reading: T, number: number): Promise<T> {
  const { period } = reading;
  if (!period) return reading;
  const move = async (relation: string): Promise<string> => {
    const own = `return_${number}_${relation}`;
    await bench.run(`create or replace temp table ${quoted(own)} as select * from ${quoted(relation)}`);
    return own;
  };
  const tables: T['tables'][number][] = [];
  for (const table of reading.tables) tables.push({ ...table, relation: await move(table.relation) });
  const rows: (typeof period.rows)[number][] = [];
  for (const kept of period.rows) rows.push({ ...kept, relation: await move(kept.relation) });
  return { ...reading, tables, period: { ...period, rows } };
}
