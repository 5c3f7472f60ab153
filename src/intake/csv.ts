import type { Dataset } from '../pack/index.ts';
import type { Claim, DeliveredTable, Format } from './format.ts';
import { readTable } from './read-table.ts';
import type { DeliveredFile, SourceFile } from './source-file.ts';

/** The dataset that a file is named after; case makes no difference. A sheet also may be known by its headings. */
function datasetOf(file: DeliveredFile, datasets: ReadonlyMap<string, Dataset>): Dataset | undefined {
  if (file.sheet) return datasets.get(file.sheet.name.trim().toLowerCase()) ?? byHeadings(file.sheet.header, datasets);
  const name = file.name.toLowerCase();
  return name.endsWith('.csv') ? datasets.get(name.slice(0, -'.csv'.length)) : undefined;
}

const isNamed = (sheet: string, { id }: Dataset) => sheet.trim().toLowerCase() === id;

/** The dataset that most of the headings are columns of, where they are at least three and its key is among them. */
function byHeadings(header: readonly string[], datasets: ReadonlyMap<string, Dataset>): Dataset | undefined {
  const headings = new Set(header.map((heading) => heading.trim().toLowerCase()));
  const hits = ({ columns }: Dataset) => Object.keys(columns).filter((column) => headings.has(column)).length;
  const [best] = [...datasets.values()]
    .filter(({ key }) => key.length > 0 && key.every((column) => headings.has(column)))
    .toSorted((a, b) => hits(b) - hits(a));
  return best && hits(best) >= 3 && hits(best) * 2 > headings.size ? best : undefined;
}

/** CSV files named as the datasets of the pack and headed as their columns, in any order. */
export const csv: Format = {
  name: 'csv',

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
