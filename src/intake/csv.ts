import type { Dataset } from '../pack/index.ts';
import type { Claim, DeliveredTable, Format } from './format.ts';
import { readTable } from './read-table.ts';
import type { DeliveredFile, SourceFile } from './source-file.ts';

/** The dataset that a file is named after; case makes no difference. */
function datasetOf(file: DeliveredFile, datasets: ReadonlyMap<string, Dataset>): Dataset | undefined {
  const name = file.name.toLowerCase();
  return name.endsWith('.csv') ? datasets.get(name.slice(0, -'.csv'.length)) : undefined;
}

/** CSV files named as the datasets of the pack and headed as their columns, in any order. */
export const csv: Format = {
  name: 'csv',

  async recognise({ files }, pack) {
    return files.flatMap((file): Claim[] => {
      const dataset = datasetOf(file, pack.datasets);
      return dataset ? [{ file, as: dataset.id, takenFor: `${dataset.title} (${dataset.id}), by its name` }] : [];
    });
  },

  async read(claims, { bench, pack, inspect }) {
    const tables: DeliveredTable[] = [];
    const files: SourceFile[] = [];
    for (const { file, as } of claims) {
      const dataset = pack.datasets.get(as);
      if (!dataset) continue;
      const source = await inspect(file);
      files.push(source);
      if (source.header.length === 0) {
        await bench.note({ code: 'file-empty', file: file.name, dataset: as });
        continue;
      }
      const { table, present } = await readTable(bench, source, dataset, as);
      tables.push({ dataset: as, relation: table, columns: present, from: null, files: [file.name] });
    }
    return { tables, files, asAt: null };
  },
};
