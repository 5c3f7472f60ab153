import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { extractFolder, literal, type Manifest, quoted } from '../warehouse/index.ts';
import { findingsFile } from './extract-writer.ts';
import type { Finding } from './finding.ts';
import { findingColumns } from './workbench.ts';

/**
 * The findings of a published extract, in blocks, by file, row and column.
 *
 * @param options unmasked: personal values as delivered, for who may see them and has said why
 */
export async function* streamFindings(
  data: string,
  manifest: Manifest,
  options: { readonly unmasked?: boolean } = {},
): AsyncGenerator<Finding[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const file = literal(join(extractFolder(data, manifest), findingsFile));
    const columns = findingColumns.map((column) =>
      column === 'value' && options.unmasked ? 'coalesce(unmasked, "value") as "value"' : quoted(column),
    );
    const result = await connection.stream(`select ${columns.join(', ')}
      from (select null::varchar as unmasked where false union all by name select * from read_parquet(${file}))`);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield chunk.getRowObjects(findingColumns).map(toFinding);
    }
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** The columns are those of Finding by construction; only the row number has another type on disk. */
function toFinding(row: Record<string, unknown>): Finding {
  return { ...(row as unknown as Finding), row: row.row === null ? null : Number(row.row) };
}
