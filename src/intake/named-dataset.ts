import type { Dataset } from '../pack/index.ts';

type Datasets = ReadonlyMap<string, Dataset>;

/** The dataset that a file or sheet is named after, without its ending, or that is called so; case makes no difference. */
export function datasetByName(name: string, datasets: Datasets): Dataset | undefined {
  const written = name.trim().toLowerCase();
  return datasets.get(written) ?? [...datasets.values()].find(({ called }) => called.includes(written));
}

/** The dataset that most of the headings are columns of, where they are at least three and its key is among them. */
export function datasetByHeadings(header: readonly string[], datasets: Datasets): Dataset | undefined {
  const headings = new Set(header.map((heading) => heading.trim().toLowerCase()));
  const hits = ({ columns }: Dataset) => Object.keys(columns).filter((column) => headings.has(column)).length;
  const [best] = [...datasets.values()]
    .filter(({ key }) => key.length > 0 && key.every((column) => headings.has(column)))
    .toSorted((a, b) => hits(b) - hits(a));
  return best && hits(best) >= 3 && hits(best) * 2 > headings.size ? best : undefined;
}
