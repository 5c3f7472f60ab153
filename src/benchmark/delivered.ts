import { access } from 'node:fs/promises';
import { type Recognition, recognise } from './file-kind.ts';
import { type BenchmarkFinding, BenchmarkRefusal } from './finding.ts';
import { type PublishedFile, readPublishedFile } from './published-file.ts';

/** A file as it came in, and what it was taken for. */
export interface Delivered {
  readonly file: PublishedFile;
  readonly recognition: Recognition;
}

/** The name of a table without its ending; its description has the same. */
export const stem = (name: string) => name.replace(/(\.meta)?\.csv$/i, '');

/** The descriptions that lie beside the tables asked for. */
export async function withCompanions(files: readonly string[]): Promise<string[]> {
  const all = [...files];
  for (const path of files.filter((name) => /(?<!\.meta)\.csv(\.gz)?$/i.test(name))) {
    const companion = path.replace(/\.csv(\.gz)?$/i, '.meta.csv');
    const exists = await access(companion).then(
      () => true,
      () => false,
    );
    if (exists && !all.includes(companion)) all.push(companion);
  }
  return all;
}

/** Reads and recognises every file, so that all that is wrong with them is told at once. */
export async function readAll(paths: readonly string[], say: (line: string) => void): Promise<Delivered[]> {
  const wrong: BenchmarkFinding[] = [];
  const delivered: Delivered[] = [];
  for (const path of paths) {
    try {
      const file = await readPublishedFile(path);
      const recognition = recognise(file);
      say(`${file.name}: taken for ${recognition.title}, because it ${recognition.why}`);
      delivered.push({ file, recognition });
    } catch (error) {
      if (!(error instanceof BenchmarkRefusal)) throw error;
      wrong.push(...error.findings);
    }
  }
  if (wrong.length > 0) throw new BenchmarkRefusal(wrong);
  return delivered;
}
