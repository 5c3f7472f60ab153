import { stat } from 'node:fs/promises';
import type { Claim, DeliveredTable, Format } from './format.ts';
import { hashOf } from './hash-of.ts';
import { datasetByHeadings, datasetByName } from './named-dataset.ts';
import { readTable } from './read-table.ts';
import type { DeliveredFile, SourceFile } from './source-file.ts';

/** Parquet files whose columns are those of a dataset of the pack; a name as that of a dataset goes before likeness. */
export const parquet: Format = {
  name: 'parquet',
  title: 'the same tables: Parquet',

  async recognise({ files }, pack) {
    return files.flatMap((file): Claim[] => {
      const header = file.parquet?.map(({ name }) => name);
      if (!header) return [];
      const named = datasetByName(file.name.replace(/\.[^.]*$/, ''), pack.datasets);
      const dataset = named ?? datasetByHeadings(header, pack.datasets);
      if (!dataset) return [];
      const why = named ? 'by its name' : 'by its columns';
      return [{ file, as: dataset.id, takenFor: `${dataset.title} (${dataset.id}) as Parquet, ${why}` }];
    });
  },

  async read(claims, { bench, pack }) {
    const tables: DeliveredTable[] = [];
    const files: SourceFile[] = [];
    for (const { file, as } of claims) {
      const dataset = pack.datasets.get(as);
      if (!dataset) continue;
      const source = await sourceOf(file);
      const { table, present } = await readTable(bench, source, dataset, as);
      files.push(source);
      tables.push({ dataset: as, relation: table, columns: present, from: null, files: [file.name] });
    }
    return { tables, files, asAt: null };
  },
};

/** A Parquet file is read as it is: it says its own shape, encoding and types. */
async function sourceOf(file: DeliveredFile): Promise<SourceFile> {
  return {
    ...file,
    sha256: await hashOf(file.path),
    bytes: (await stat(file.path)).size,
    readable: file.path,
    copyTo: file.path,
    assumedEncoding: null,
    mayHaveBlankLines: false,
    mayHaveOddSpaces: true,
    header: (file.parquet ?? []).map(({ name }) => name),
  };
}
