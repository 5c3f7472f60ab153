import { open, stat } from 'node:fs/promises';
import { literal } from '../warehouse/index.ts';
import type { Delivery } from './format.ts';
import { LoadError, TooLarge } from './load-error.ts';
import type { DeliveredFile } from './source-file.ts';
import type { Workbench } from './workbench.ts';

/** A column of a Parquet file, by the engine's name of its type. */
export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/**
 * What a Parquet file may hold at most; beyond it is refused before a value is read. Rows without a value take no bytes, so
 * that a small file may claim millions of them; a table in which each row has a key of its own takes bytes for each.
 */
export const parquetLimits = { rows: 100_000_000, columns: 2_000, rowsOfAnySize: 100_000, rowsPerByte: 20 } as const;

/** SQL for the rows of a Parquet file. Strings that are marked as bytes are text. */
function parquetRows(path: string): string {
  return `read_parquet(${literal(path)}, binary_as_string = true, hive_partitioning = false)`;
}

/** The same as a relation of c0, c1 and so on. */
export function parquetCells(columns: readonly ParquetColumn[], path: string): string {
  return `${parquetRows(path)} as cells(${columns.map((_, position) => `c${position}`).join(', ')})`;
}

/**
 * Gives the Parquet files of a delivery their columns. They are known by their content, whatever they are called.
 *
 * @throws LoadError where one is cut off, damaged or encrypted, is called Parquet and is none, or is too large: a delivery
 * without one of its tables would take the place of one that has it
 */
export async function describeParquet(delivery: Delivery, bench: Workbench): Promise<Delivery> {
  const files: DeliveredFile[] = [];
  for (const file of delivery.files) {
    const isParquet = file.sheet === undefined && (await hasParquetMarks(file));
    files.push(isParquet ? { ...file, parquet: await columnsOf(file, bench) } : file);
  }
  return { ...delivery, files };
}

/** Whether a file begins and ends as Parquet does (four bytes each). */
async function hasParquetMarks({ name, path }: DeliveredFile): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { size } = await handle.stat();
    const markAt = async (place: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4), 0, 4, place);
      return buffer.toString('latin1', 0, bytesRead);
    };
    const first = await markAt(0);
    if (first === 'PARE') throw new LoadError(`${name} is encrypted Parquet, which is not read`);
    if (first === 'PAR1') {
      if (size >= 12 && (await markAt(size - 4)) === 'PAR1') return true;
      throw new LoadError(`${name} is cut off or damaged: it begins as Parquet and does not end as it`);
    }
    if (/\.parquet$/i.test(name)) throw new LoadError(`${name} is called Parquet and is none: it does not begin as it`);
    return false;
  } finally {
    await handle.close();
  }
}

async function columnsOf({ name, path }: DeliveredFile, bench: Workbench): Promise<ParquetColumn[]> {
  try {
    const columns = await bench.rows<{ column_name: string; column_type: string }>(
      `describe from ${parquetRows(path)}`,
    );
    const rows = await bench.count(`select sum(num_rows) from parquet_file_metadata(${literal(path)})`);
    if (rows > parquetLimits.rows || columns.length > parquetLimits.columns) {
      throw new LoadError(
        `${name} is too large: at most ${parquetLimits.rows} rows and ${parquetLimits.columns} columns are read`,
      );
    }
    const { size } = await stat(path);
    if (rows > parquetLimits.rowsOfAnySize + size * parquetLimits.rowsPerByte) {
      throw new LoadError(
        `${name} is not read: it claims ${rows} rows in ${size} bytes, which no table of records takes`,
      );
    }
    return columns.map((column) => ({ name: column.column_name.trim(), type: column.column_type }));
  } catch (error) {
    throw error instanceof LoadError && !(error instanceof TooLarge) ? error : unreadable(name, error);
  }
}

/** The engine's own words may hold paths and values of the file, and help nobody. */
export function unreadable(name: string, error: unknown): LoadError {
  if (error instanceof TooLarge) return new TooLarge(name);
  return new LoadError(`${name} cannot be read as Parquet: it is damaged, or packed in a way that is not read`);
}
