import { join } from 'node:path';
import { extractFolder, type Manifest } from '../warehouse/index.ts';

/**
 * The Parquet file that now holds a dataset, where one authority alone can be meant; null where there is none.
 *
 * @param authority the one that the load is for; undefined: not said
 */
export function previousTable(
  before: readonly Manifest[],
  data: string,
  dataset: string,
  authority: string | undefined,
): string | null {
  const holders = before.filter(
    (manifest) => manifest.tables[dataset] && manifest.authority === (authority ?? manifest.authority),
  );
  const [holder, ...others] = holders;
  const file = holder?.tables[dataset]?.file;
  return holder && file !== undefined && others.length === 0 ? join(extractFolder(data, holder), file) : null;
}
