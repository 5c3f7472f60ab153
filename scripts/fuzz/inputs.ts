import { strToU8, zipSync } from 'fflate';
import { type Cell, workbookParts } from '../../test/intake/workbook/workbook.ts';
import type { Draw } from './draw.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { gridOf, mutateCells, mutateGrid, writeGrid } from './mutate-csv.ts';
import { mutateElements, mutateValues } from './mutate-xml.ts';
import { censusSeed, returnSeed, type SeedFiles, ssdSeed, xmlSeed } from './seeds.ts';

/** What is asked of a table once the input has loaded: so many records were delivered, and each is a row or a refused row. */
export interface Expected {
  /** Whose findings count: those of a file, or those that touch the dataset. */
  readonly by: 'file' | 'dataset';
  readonly file: string;
  readonly dataset: string;
  /** Records without the header. */
  readonly records: number;
}

/** One mutated delivery. */
export interface Input {
  readonly files: Readonly<Record<string, Buffer>>;
  readonly mutation: 'bytes' | 'cells' | 'structure';
  readonly expected: readonly Expected[];
}

/** Draws one mutated delivery of a format. */
export type InputMaker = (draw: Draw) => Input;

const mutations = ['bytes', 'cells', 'structure'] as const;

/** Mutates one of some CSV files; `tables` says which dataset has a row for each of its records. */
function csvInput(seed: SeedFiles, tables: Readonly<Record<string, string>>, alone: boolean): InputMaker {
  return (draw) => {
    const mutation = draw.of(mutations);
    const chosen = draw.of(Object.keys(seed));
    const names = alone ? [chosen] : Object.keys(seed);
    const expected: Expected[] = [];
    const files: Record<string, Buffer> = {};
    for (const name of names) {
      const text = seed[name] ?? '';
      if (name === chosen && mutation === 'bytes') {
        files[name] = mutateBytes(Buffer.from(text), draw);
        continue;
      }
      const grid = gridOf(text);
      const changed = name !== chosen ? grid : mutation === 'cells' ? mutateCells(grid, draw) : mutateGrid(grid, draw);
      const { bytes, records } = writeGrid(changed, draw, name !== chosen);
      files[name] = bytes;
      const dataset = tables[name];
      if (dataset) expected.push({ by: 'file', file: name, dataset, records: records - 1 });
    }
    return { files, mutation, expected };
  };
}

/** Mutates an XML file; each of the elements called `row` that holds a value is a row of the dataset. */
function xmlInput(seed: string, row: string, dataset: string): InputMaker {
  return (draw) => {
    const mutation = draw.of(mutations);
    if (mutation === 'bytes')
      return { files: { 'a.xml': mutateBytes(Buffer.from(seed), draw) }, mutation, expected: [] };
    if (mutation === 'structure')
      return { files: { 'a.xml': Buffer.from(mutateElements(seed, draw)) }, mutation, expected: [] };
    const text = mutateValues(seed, draw);
    const rows = [...text.matchAll(new RegExp(`<${row}>([\\s\\S]*?)</${row}>`, 'g'))];
    const records = rows.filter(([, inner]) => (inner ?? '').replaceAll(/<[^>]*>/g, '').trim() !== '').length;
    return {
      files: { 'a.xml': Buffer.from(text) },
      mutation,
      expected: [{ by: 'dataset', file: 'a.xml', dataset, records }],
    };
  };
}

/** Mutates a workbook: the bytes of the file, the values of its cells, or the XML of its parts. */
function workbookInput(seed: SeedFiles): InputMaker {
  const sheets = Object.entries(seed).map(([name, text]) => [name.replace('.csv', ''), gridOf(text)] as const);
  const cell = (text: string): Cell => (/^\d{1,15}$/.test(text) ? Number(text) : text === '' ? null : text);
  const zip = (parts: Record<string, string>) =>
    Buffer.from(
      zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), { level: 1 }),
    );
  return (draw) => {
    const mutation = draw.of(mutations);
    const chosen = draw.below(sheets.length);
    const grids = sheets.map(([name, grid], index) => {
      if (index !== chosen || mutation !== 'cells') return [name, grid] as const;
      return [name, draw.below(2) === 0 ? mutateCells(grid, draw) : mutateGrid(grid, draw)] as const;
    });
    const parts = workbookParts(
      Object.fromEntries(grids.map(([name, grid]) => [name, grid.map((row) => row.map(cell))])),
    );
    if (mutation === 'structure') {
      const name = draw.of(Object.keys(parts));
      const part = parts[name] ?? '';
      const bytes = mutateBytes(Buffer.from(part), draw).toString('utf8');
      if (draw.below(4) === 0) delete parts[name];
      else parts[name] = draw.below(2) === 0 ? bytes : mutateElements(part, draw);
    }
    const whole = zip(parts);
    return { files: { 'a.xlsx': mutation === 'bytes' ? mutateBytes(whole, draw) : whole }, mutation, expected: [] };
  };
}

const returnTables = {
  'header.csv': 'ssd_person',
  'episodes.csv': 'ssd_cla_episodes',
  'reviews.csv': 'ssd_cla_reviews',
  'missing.csv': 'ssd_missing',
};
const ssdTables = Object.fromEntries(Object.keys(ssdSeed).map((name) => [name, name.replace('.csv', '')]));

/** What is tried, by the name of its format. */
export const inputMakers: Readonly<Record<string, InputMaker>> = {
  'ssd-csv': csvInput(ssdSeed, ssdTables, true),
  'ssda903-csv': csvInput(returnSeed(), returnTables, false),
  'ssda903-xml': xmlInput(xmlSeed(), 'EPISODE', 'ssd_cla_episodes'),
  'cin-census-xml': xmlInput(censusSeed(), 'CINdetails', 'ssd_cin_episodes'),
  'ssda903-workbook': workbookInput(returnSeed()),
};

const repeated = (bytes: number, one: (number: number) => string): string => {
  const parts: string[] = [];
  for (let size = 0, number = 0; size < bytes; number++) {
    const part = one(number);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
};

/** Files of about so many bytes, of which memory is measured, by the name of their format. */
export function largeInput(format: string, bytes: number): Readonly<Record<string, string>> {
  const numbered = (text: string, number: number) => text.replaceAll(/<(CHILDID|LAchildID)>/g, `<$1>${number}-`);
  if (format === 'ssda903-xml' || format === 'cin-census-xml') {
    const seed = format === 'ssda903-xml' ? xmlSeed() : censusSeed();
    const [inner] = /<(CHILD|Child)>[\s\S]*<\/\1>/.exec(seed) ?? [''];
    return { 'a.xml': seed.replace(inner, () => repeated(bytes, (number) => numbered(inner, number))) };
  }
  const seed = format === 'ssd-csv' ? { 'ssd_person.csv': ssdSeed['ssd_person.csv'] ?? '' } : returnSeed();
  const share = bytes / Object.keys(seed).length;
  return Object.fromEntries(
    Object.entries(seed).map(([name, text]) => {
      const [header = '', ...rows] = text.trimEnd().split('\n');
      return [name, `${header}\n${repeated(share, (number) => rows.map((row) => `${number}-${row}\n`).join(''))}`];
    }),
  );
}
