import { strToU8, zipSync } from 'fflate';
import { type Cell, workbookParts } from '../../test/intake/workbook/workbook.ts';
import { annexTables } from './annex-seed.ts';
import type { Draw } from './draw.ts';
import { censusKinds, returnKinds } from './kinds.ts';
import type { KnownPart } from './known.ts';
import { mutateBytes } from './mutate-bytes.ts';
import { type Grid, mutateCells, mutateGrid, writeGrid } from './mutate-grid.ts';
import { mutateElements, mutateValues } from './mutate-xml.ts';
import type { PackName } from './packs.ts';
import { parquetInput } from './parquet-input.ts';
import { auditTables, censusXml, figureTables, returnTables, returnXml, ssdTables, type Tables } from './seeds.ts';
import { knowCsv } from './simple-csv.ts';
import { knowWorkbook } from './simple-workbook.ts';
import { type ElementKind, knowXml } from './simple-xml.ts';

/** One mutated delivery. */
export interface Input {
  readonly files: Readonly<Record<string, Buffer>>;
  readonly mutation: Mutation;
  /** What it holds, by readers that share no code with the product; null where they cannot take it apart. */
  known(): readonly KnownPart[] | null;
  /** Which tables of the engine hold rows as they were read. */
  readonly raw: RegExp;
  /** Which of them become a dataset row by row. */
  readonly same: Readonly<Record<string, string>>;
}

/** What is tried of one format. */
export interface Subject {
  readonly pack: PackName;
  /** Draws one mutated delivery. */
  make(draw: Draw): Input | Promise<Input>;
}

const mutations = ['bytes', 'cells', 'structure'] as const;
export type Mutation = (typeof mutations)[number];

type Seed = (draw: Draw) => Tables;
type Quiet = (cells: ReadonlyMap<string, string>) => boolean;

/** How a format is looked into: the table of a file by its name, and what else holds of it. */
export interface Look {
  readonly raw: RegExp;
  readonly same?: Readonly<Record<string, string>>;
  readonly quiet?: Quiet;
}

const headingsOf = (grid: Grid) => (grid[0] ?? []).map((heading) => heading.trim().toLowerCase());

/** Mutates one of the CSV files of a delivery. */
function csvInput(seed: Seed, table: (name: string) => string, { raw, same = {}, quiet }: Look): Subject['make'] {
  return (draw) => {
    const tables = seed(draw);
    const mutation = draw.of(mutations);
    const chosen = draw.of(Object.keys(tables));
    const written = Object.entries(tables).map(([name, grid]) => {
      const file = `${name}.csv`;
      const own = { file, headings: headingsOf(grid), table: table(name), quiet };
      if (name !== chosen) return { ...own, ...writeGrid(grid, draw, true) };
      if (mutation === 'bytes') {
        const { bytes, delimiter } = writeGrid(grid, draw, true);
        return { ...own, bytes: mutateBytes(bytes, draw), delimiter };
      }
      return {
        ...own,
        ...writeGrid(mutation === 'cells' ? mutateCells(grid, draw) : mutateGrid(grid, draw), draw, false),
      };
    });
    return {
      files: Object.fromEntries(written.map(({ file, bytes }) => [file, bytes])),
      mutation,
      known: () => written.map((one) => knowCsv(one.bytes, one)),
      raw,
      same,
    };
  };
}

/** Mutates an XML file. */
function xmlInput(
  seed: (draw: Draw) => string,
  kinds: readonly ElementKind[],
  { raw, same = {} }: Look,
): Subject['make'] {
  return (draw) => {
    const mutation = draw.of(mutations);
    const text = seed(draw);
    const bytes =
      mutation === 'bytes'
        ? mutateBytes(Buffer.from(text), draw)
        : Buffer.from(mutation === 'cells' ? mutateValues(text, draw) : mutateElements(text, draw));
    return { files: { 'a.xml': bytes }, mutation, known: () => knowXml(bytes, 'a.xml', kinds), raw, same };
  };
}

const cell = (text: string): Cell => (/^\d{1,15}$/.test(text) ? Number(text) : text === '' ? null : text);

function zipped(parts: Readonly<Record<string, string>>): Buffer {
  const bytes = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return Buffer.from(zipSync(Object.fromEntries(bytes), { level: 1 }));
}

/** Mutates a workbook: the bytes of the file, the cells and rows of a sheet, or the XML of its parts. */
function workbookInput(seed: Seed, name: string, { raw, same = {}, quiet }: Look): Subject['make'] {
  return (draw) => {
    const mutation = draw.of(mutations);
    const tables = Object.entries(seed(draw));
    const chosen = draw.below(tables.length);
    const sheets = tables.map(([sheet, grid], index): [string, (readonly Cell[])[]] => {
      const changed = index !== chosen || mutation !== 'cells' ? grid : draw.of([mutateCells, mutateGrid])(grid, draw);
      return [sheet, changed.map((row) => row.map(cell))];
    });
    const parts = workbookParts(Object.fromEntries(sheets));
    if (mutation === 'structure') mutatePart(parts, draw);
    const whole = zipped(parts);
    const bytes = mutation === 'bytes' ? mutateBytes(whole, draw) : whole;
    const headings = new Map(tables.map(([sheet, grid]) => [sheet, headingsOf(grid)]));
    return { files: { [name]: bytes }, mutation, known: () => knowWorkbook(bytes, name, headings, quiet), raw, same };
  };
}

function mutatePart(parts: Record<string, string>, draw: Draw): void {
  const name = draw.of(Object.keys(parts));
  const part = parts[name] ?? '';
  if (draw.below(4) === 0) delete parts[name];
  else if (draw.below(2) === 0) parts[name] = mutateBytes(Buffer.from(part), draw).toString('utf8');
  else parts[name] = mutateElements(part, draw);
}

/** A figure is a row only where one is given: a row of the template that nobody has filled in is none. */
const withoutFigure: Quiet = (cells) =>
  ['numerator', 'denominator', 'value'].every((name) => !/\d/.test(cells.get(name) ?? ''));

const returnLook: Look = {
  raw: /^return_/,
  same: {
    return_header: 'ssd_person',
    return_episodes: '',
    return_reviews: 'ssd_cla_reviews',
    return_missing: 'ssd_missing',
  },
};
const auditLook: Look = { raw: /^mapped_audits_\d+$/, same: { mapped_audits_0: 'case_file_audits' } };
const figureLook: Look = { raw: /^collected_\d+$/, same: { collected_0: 'observations' }, quiet: withoutFigure };
const ssdNames = ['ssd_person', 'ssd_cin_episodes', 'workforce_posts'];
const ssdLook: Look = {
  raw: new RegExp(`^(${ssdNames.join('|')})$`),
  same: Object.fromEntries(ssdNames.map((name) => [name, name])),
};
const annex = await annexTables();

/** What is tried, by the name of its format. */
export const subjects: Readonly<Record<string, Subject>> = {
  'ssd-csv': { pack: 'library', make: csvInput(ssdTables, (name) => name, ssdLook) },
  'ssd-parquet': { pack: 'library', make: parquetInput(ssdTables, ssdLook) },
  'ssda903-csv': { pack: 'library', make: csvInput(returnTables, (name) => `return_${name}`, returnLook) },
  'ssda903-xml': { pack: 'library', make: xmlInput(returnXml, returnKinds, returnLook) },
  'ssda903-workbook': { pack: 'library', make: workbookInput(returnTables, 'a.xlsx', returnLook) },
  'cin-census-xml': {
    pack: 'library',
    make: xmlInput(censusXml, censusKinds, { raw: /^census_(?!known|header)/, same: {} }),
  },
  'annex-a-workbook': { pack: 'library', make: workbookInput(annex, 'a.xlsx', { raw: /^annex_\d+$/ }) },
  'mapped-csv': { pack: 'mapping', make: csvInput(auditTables, () => 'mapped_audits_0', auditLook) },
  'mapped-workbook': { pack: 'mapping', make: workbookInput(auditTables, 'Audits.xlsx', auditLook) },
  'collected-csv': { pack: 'given', make: csvInput(figureTables, () => 'collected_0', figureLook) },
  'collected-workbook': { pack: 'given', make: workbookInput(figureTables, 'a.xlsx', figureLook) },
};
