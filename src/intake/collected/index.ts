import { type Dataset, figureProblem, type Pack } from '../../pack/index.ts';
import { literal, quoted } from '../../warehouse/index.ts';
import type { FindingCode } from '../finding-codes.ts';
import { foldedHeading } from '../folded-heading.ts';
import type { Claim, DeliveredTable, Format, FormatContext } from '../format.ts';
import { LoadError } from '../load-error.ts';
import { readTable } from '../read-table.ts';
import { type DeliveredFile, readHeader, type SourceFile } from '../source-file.ts';
import type { Workbench } from '../workbench.ts';
import { figureMonth } from './figure-month.ts';
import { shownOnly } from './template.ts';

/** The dataset that holds figures which are given and not counted. */
export const observations = 'observations';

const needed = ['indicator', 'month'];
const numbers = ['numerator', 'denominator', 'value'] as const;

/** Collected figures: a row for each indicator, unit and month, as CSV or as the template workbook. */
export const collected: Format = {
  name: 'collected',
  title: 'figures collected by hand: the template workbook, or CSV',

  async recognise({ files }, pack) {
    if (!pack.datasets.has(observations)) return [];
    const claims: Claim[] = [];
    for (const file of files) {
      const headings = new Set((await headerOf(file)).map(foldedHeading));
      if (!needed.every((name) => headings.has(name)) || !numbers.some((name) => headings.has(name))) continue;
      claims.push({ file, as: observations, takenFor: 'collected figures, by their headings' });
    }
    return claims;
  },

  async read(claims, context) {
    const dataset = context.pack.datasets.get(observations);
    if (!dataset) throw new LoadError(`The pack ${context.pack.id} has no dataset ${observations}`);
    const sources: SourceFile[] = [];
    const tables: string[] = [];
    const columns = new Set(['indicator', 'unit', 'month']);
    for (const [index, { file }] of claims.entries()) {
      const source = await context.inspect(file);
      sources.push(source);
      const table = `collected_${index}`;
      for (const name of await readFigures(source, table, dataset, context)) columns.add(name);
      tables.push(table);
    }
    const before = context.previous(observations);
    if (before !== null) for (const name of Object.keys(dataset.columns)) columns.add(name);
    const present = [...columns];
    await context.bench.run(joinSql(tables, before));
    const filled: DeliveredTable = {
      dataset: observations,
      relation: observations,
      columns: present,
      from: null,
      content: await contentOf(context.bench, present),
      files: claims.map(({ file }) => file.name),
    };
    const [latest] = columns.has('as_at')
      ? await context.bench.rows<{ day: string | null }>(`select max(as_at)::varchar as day from ${observations}`)
      : [];
    return { tables: [filled], files: sources, asAt: latest?.day ?? null };
  },
};

/** The figures delivered, and of those loaded before the ones that are not given anew. */
function joinSql(tables: readonly string[], before: string | null): string {
  const parts = tables.map((table, index) => `select *, ${index} as _age from ${quoted(table)}`);
  if (before !== null) parts.push(`select *, ${tables.length} as _age from read_parquet(${literal(before)})`);
  return `create or replace temp table ${observations} as select * from (${parts.join(' union all by name ')})
    qualify row_number() over (partition by indicator, unit, month order by _age) = 1`;
}

/** A hash of the figures, in whatever order they came. */
async function contentOf(bench: Workbench, columns: readonly string[]): Promise<string> {
  const cells = columns.map((name) => `coalesce(${quoted(name)}::varchar, '')`).join(` || '|' || `);
  const [row] = await bench.rows<{ hash: string | null }>(
    `select md5(string_agg(line, chr(10) order by line)) as hash from (select ${cells} as line from ${observations})`,
  );
  return row?.hash ?? '';
}

async function headerOf({ name, path, sheet }: DeliveredFile): Promise<readonly string[]> {
  if (sheet) return sheet.header;
  return name.toLowerCase().endsWith('.csv') ? readHeader(path, new Set([...needed, ...numbers])) : [];
}

interface FigureRow {
  readonly id: number;
  readonly indicator: string | null;
  readonly unit: string | null;
  readonly month: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly value: string | null;
}

/** Reads one file; rows that cannot be figures are refused, with the reason. @returns the columns that it has */
async function readFigures(
  source: SourceFile,
  table: string,
  dataset: Dataset,
  { bench, pack, units }: FormatContext,
): Promise<readonly string[]> {
  // A row of the template that nobody has filled in yet is no row.
  const told = Object.fromEntries(
    shownOnly.map((name) => [name, { type: 'text', personal: false, planned: false } as const]),
  );
  const read = await readTable(
    bench,
    source,
    { ...dataset, columns: { ...dataset.columns, ...told }, key: 'whole-row' },
    table,
  );
  const has = (name: string) => read.present.includes(name);
  // What a file is by its first lines may not be what all of it says: its header is where most of its headings are.
  const lacking = needed.filter((name) => !has(name));
  if (lacking.length > 0)
    throw new LoadError(`${source.name}: its header has no column ${lacking.join(' and no column ')}`);
  for (const name of ['unit', ...numbers]) {
    if (!has(name))
      await bench.run(
        `alter table ${quoted(table)} add column ${quoted(name)} ${name === 'unit' ? 'varchar' : 'decimal(18, 4)'}`,
      );
  }
  await bench.run(`delete from ${quoted(table)} where coalesce(numerator, denominator, "value") is null`);
  const rows = await bench.rows<FigureRow>(
    `select rowid as id, indicator, unit, month, numerator::varchar as numerator, denominator::varchar as denominator,
      "value"::varchar as "value" from ${quoted(table)} order by rowid`,
  );
  const known = await units();
  const seen = new Set<string>();
  const refused: { id: number; code: FindingCode; column: string; detail: string }[] = [];
  const months: string[] = [];
  for (const row of rows) {
    const month = figureMonth(row.month ?? '');
    const key = [row.indicator, row.unit, month].join('\n');
    const problem =
      problemOf(row, month, pack, known) ??
      (seen.has(key) ? { code: 'figure-twice' as const, column: 'indicator', detail: '' } : null);
    if (problem) refused.push({ id: row.id, ...problem });
    else {
      seen.add(key);
      months.push(`(${row.id}, ${literal(month ?? '')})`);
    }
  }
  for (const [code, own] of Map.groupBy(refused, ({ code }) => code)) {
    for (const [column, same] of Map.groupBy(own, (one) => `${one.column}\n${one.detail}`)) {
      const [name = '', detail] = column.split('\n');
      await bench.noteEach(
        code,
        `select ${literal(source.name)} as file, ${read.line} as "row", ${literal(name)} as "column",
          left(${quoted(name)}::varchar, 200) as "value", '${observations}' as dataset
        from ${quoted(table)} where rowid in (${same.map(({ id }) => id).join(', ')})`,
        detail,
      );
    }
  }
  if (refused.length > 0)
    await bench.run(`delete from ${quoted(table)} where rowid in (${refused.map(({ id }) => id).join(', ')})`);
  if (months.length > 0) {
    await bench.run(
      `update ${quoted(table)} set month = m.month from (values ${months.join(', ')}) m(id, month) where ${quoted(table)}.rowid = m.id`,
    );
  }
  return read.present.filter((name) => name in dataset.columns);
}

/** What keeps a row from being a figure of this pack. */
function problemOf(
  row: FigureRow,
  month: string | null,
  pack: Pack,
  units: ReadonlySet<string> | null,
): { code: FindingCode; column: string; detail: string } | null {
  const definition = pack.indicators.get(row.indicator ?? '')?.versions[0]?.definition;
  if (!definition) return { code: 'figure-indicator-unknown', column: 'indicator', detail: '' };
  if (definition.source !== 'collected') return { code: 'figure-is-counted', column: 'indicator', detail: '' };
  if (month === null) return { code: 'figure-month-unreadable', column: 'month', detail: '' };
  if (row.unit !== null && units !== null && !units.has(row.unit))
    return { code: 'figure-unit-unknown', column: 'unit', detail: '' };
  const given = Object.fromEntries(numbers.flatMap((name) => (row[name] === null ? [] : [[name, Number(row[name])]])));
  const problem = figureProblem(definition.measuredIn, given);
  return problem ? { code: 'figure-form', column: row.value === null ? 'numerator' : 'value', detail: problem } : null;
}
