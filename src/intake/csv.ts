import type { Dataset } from '../pack/index.ts';
import type { Claim, DeliveredTable, Format } from './format.ts';
import { datasetByHeadings, datasetByName } from './named-dataset.ts';
import { readTable } from './read-table.ts';
import type { DeliveredFile, SourceFile } from './source-file.ts';

/** The dataset that a file is named after; a sheet also may be known by its headings. */
function datasetOf(file: DeliveredFile, datasets: ReadonlyMap<string, Dataset>): Dataset | undefined {
  if (file.sheet) return datasetByName(file.sheet.name, datasets) ?? datasetByHeadings(file.sheet.header, datasets);
  return /\.csv$/i.test(file.name) ? datasetByName(file.name.slice(0, -'.csv'.length), datasets) : undefined;
}

const isNamed = (sheet: string, { id }: Dataset) => sheet.trim().toLowerCase() === id;

/** CSV files named as the datasets of the pack and headed as their columns, in any order. */
export const csv: Format = {
  name: 'csv',
  title:
    'the tables of the Standard Safeguarding Dataset, with teams (units), population, audits, posts and supervisions: CSV named as the tables, or sheets of a workbook',

  async recognise({ files }, pack) {
    return files.flatMap((file): Claim[] => {
      const dataset = datasetOf(file, pack.datasets);
      return dataset
        ? [
            {
              file,
              as: dataset.id,
              takenFor: `${dataset.title} (${dataset.id}), by its ${file.sheet && !isNamed(file.sheet.name, dataset) ? 'headings' : 'name'}`,
            },
          ]
        : [];
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
