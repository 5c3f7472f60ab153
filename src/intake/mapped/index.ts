import type { Column, Dataset, FileMapping } from '../../pack/index.ts';
import { literal, quoted } from '../../warehouse/index.ts';
import { matchColumn } from '../categories/match-column.ts';
import { foldedHeading } from '../folded-heading.ts';
import type { Claim, DeliveredTable, Format, FormatContext } from '../format.ts';
import { type ReadTable, readTable } from '../read-table.ts';
import { masked } from '../reading/masked.ts';
import type { SourceFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { dateFormats } from './date-formats.ts';
import { recogniseMapped } from './recognise.ts';

export { headingsOf } from './recognise.ts';

/** Any CSV file or sheet of a workbook that a mapping of the pack describes. */
export const mapped: Format = {
  name: 'mapped',
  title: 'any table with a mapping in the pack: CSV, or sheets of a workbook',

  async recognise({ files }, pack) {
    return recogniseMapped(files, pack);
  },

  async read(claims, context) {
    const tables: DeliveredTable[] = [];
    const files: SourceFile[] = [];
    for (const [as, own] of Map.groupBy(claims, (claim) => claim.as)) {
      const mapping = context.pack.mappings.get(as);
      const dataset = mapping && context.pack.datasets.get(mapping.dataset);
      if (!mapping || !dataset) continue;
      tables.push(await readMapped(own, mapping, dataset, context, files));
    }
    return { tables, files, asAt: null };
  },
};

/** A column of the dataset with the headings it comes from. */
interface Source {
  readonly name: string;
  readonly column: Column;
  readonly headings: readonly string[];
  readonly dates: readonly string[];
  readonly codes: Readonly<Record<string, string>> | null;
}

/** Reads the files of one mapping into one table, which has the columns that any of them has. */
async function readMapped(
  claims: readonly Claim[],
  mapping: FileMapping,
  dataset: Dataset,
  { bench, inspect }: FormatContext,
  files: SourceFile[],
): Promise<DeliveredTable> {
  const columns = new Set<string>();
  const selects: string[] = [];
  for (const [index, { file }] of claims.entries()) {
    const source = await inspect(file);
    files.push(source);
    const { select, filled } = await readOne(bench, source, mapping, dataset, `mapped_${mapping.id}_${index}`);
    for (const column of filled) columns.add(column);
    selects.push(select);
  }
  const relation = `mapped_${mapping.id}`;
  await bench.run(`create or replace temp table ${quoted(relation)} as ${selects.join(' union all by name ')}`);
  return {
    dataset: dataset.id,
    relation,
    columns: [...columns],
    from: null,
    files: claims.map(({ file }) => file.name),
  };
}

async function readOne(
  bench: Workbench,
  file: SourceFile,
  mapping: FileMapping,
  dataset: Dataset,
  table: string,
): Promise<{ select: string; filled: readonly string[] }> {
  const sources = sourcesOf(mapping, dataset, file.header);
  const keyed = dataset.key.map((key) => sources.find(({ name }) => name === key)?.headings);
  const single = keyed.flatMap((headings) => (headings?.length === 1 ? headings : []));
  const schema = {
    id: dataset.id,
    title: `the mapping ${mapping.id}`,
    columns: Object.fromEntries(
      sources.flatMap((source) => source.headings.map((heading) => [heading, readAs(source)])),
    ),
    key: single.length === dataset.key.length && single.length > 0 ? single : ('whole-row' as const),
  };
  // A heading left out on purpose is no finding: it is read, and goes no further.
  const ignored = Object.fromEntries(mapping.ignore.map((heading) => [heading, leftOut]));
  const columns: Record<string, Column> = { ...ignored, ...schema.columns };
  const header = file.header.map((heading) => canonical(heading, columns));
  const read = await readTable(bench, { ...file, header }, { ...schema, columns }, table);
  for (const source of sources.filter(({ codes }) => codes !== null))
    await matchCodes(bench, file, source, read, dataset.id);
  for (const source of sources.filter(({ dates }) => dates.length > 0))
    await noteDates(bench, file, source, read, dataset.id);
  const values = [
    ...sources.map((source) => `${sqlOf(source)} as ${quoted(source.name)}`),
    ...Object.entries(mapping.constants).map(([name, value]) => `${literal(String(value))} as ${quoted(name)}`),
  ];
  return {
    select: `select ${values.join(', ')} from ${quoted(table)}`,
    filled: [...sources.map(({ name }) => name), ...Object.keys(mapping.constants)],
  };
}

const leftOut: Column = { type: 'text', personal: true, planned: false };

/** A heading as the mapping writes it. */
function canonical(heading: string, columns: Readonly<Record<string, unknown>>): string {
  return Object.keys(columns).find((name) => foldedHeading(name) === foldedHeading(heading)) ?? heading;
}

/** The columns of the dataset whose headings the file has. */
function sourcesOf(mapping: FileMapping, dataset: Dataset, header: readonly string[]): Source[] {
  const there = new Set(header.map(foldedHeading));
  return Object.entries(mapping.columns).flatMap(([name, from]) => {
    const column = dataset.columns[name];
    const parts = typeof from === 'string' ? { from } : from;
    const headings = [parts.from].flat();
    if (!column || !headings.every((heading) => there.has(foldedHeading(heading)))) return [];
    return [{ name, column, headings, dates: parts.dates ?? [], codes: parts.codes ?? null }];
  });
}

/** What is mapped further, or joined, is read as text first. */
function readAs({ column, headings, dates, codes }: Source): Column {
  const further = headings.length > 1 || dates.length > 0 || codes !== null;
  return further ? { type: 'text', personal: column.personal, planned: false } : { ...column, title: undefined };
}

function sqlOf({ column, headings, dates, codes }: Source): string {
  const [first = ''] = headings;
  if (headings.length > 1)
    return headings.map((heading) => `coalesce(${quoted(heading)}::varchar, '')`).join(` || '|' || `);
  if (dates.length > 0) return dayOf(first, dates);
  if (codes === null) return quoted(first);
  if (column.type === 'yes-no') return `yes_or_no(${quoted(first)})`;
  if (column.type === 'date') return `day_as_written(${quoted(first)})`;
  return column.type === 'integer' || column.type === 'decimal'
    ? `try_cast(${quoted(first)} as decimal(18, 4))`
    : quoted(first);
}

/** A day in the formats of the mapping; a cell that holds a real day comes as ISO, whatever the format. */
function dayOf(heading: string, dates: readonly string[]): string {
  const cell = quoted(heading);
  const formats = dateFormats(dates).map(literal).join(', ');
  const read = `coalesce(case when ${cell} similar to '\\d{4}-\\d{2}-\\d{2}.*' then day_as_written(${cell}) end, try_strptime(${cell}, [${formats}])::date)`;
  return `case when is_plausible_day(${read}) then ${read} end`;
}

async function matchCodes(
  bench: Workbench,
  file: SourceFile,
  source: Source,
  read: ReadTable,
  dataset: string,
): Promise<void> {
  const [column = ''] = source.headings;
  const mapped = source.codes ?? {};
  const values = Object.fromEntries(Object.values(mapped).map((value) => [value, value]));
  const spellings = Object.fromEntries(
    Object.values(mapped).map((value) => [value, Object.keys(mapped).filter((written) => mapped[written] === value)]),
  );
  const category = { codes: { ...values, ...source.column.codes }, spellings };
  await matchColumn(bench, { file: file.name, table: read.table, column, line: read.line, category, dataset });
}

async function noteDates(
  bench: Workbench,
  file: SourceFile,
  source: Source,
  read: ReadTable,
  dataset: string,
): Promise<void> {
  const [heading = ''] = source.headings;
  await bench.noteEach(
    'date-unreadable',
    `select ${literal(file.name)} as file, ${read.line} as "row", ${literal(heading)} as "column",
      ${masked(quoted(heading), source.column.personal)} as "value", ${literal(dataset)} as dataset
    from ${quoted(read.table)} where ${quoted(heading)} is not null and ${dayOf(heading, source.dates)} is null`,
    heading,
  );
}
