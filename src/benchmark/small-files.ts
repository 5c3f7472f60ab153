import type { AreaCodes } from './areas.ts';
import { codesIn } from './areas.ts';
import { type BenchmarkFinding, BenchmarkRefusal, found } from './finding.ts';
import { bodyRecords, type PublishedFile } from './published-file.ts';

/** One authority's statistical neighbours, nearest first, by department code. */
export type NeighbourModel = Readonly<Record<string, readonly string[]>>;

/** A measure as the department's interactive tool lists it: facts, to check a pack's own against. */
export interface PublishedMeasure {
  readonly shortCode: string;
  readonly topic: string;
  readonly measure: string;
  /** As published: High, Low, or - for none. */
  readonly polarity: string;
  readonly measuredIn: string;
  readonly yearType: string;
}

/** What a .meta.csv says of a column of its table. */
export interface ColumnMeta {
  readonly column: string;
  readonly type: 'filter' | 'indicator';
  readonly label: string;
  readonly unit: string;
}

type Fields = Readonly<Record<string, string>>;

async function readFields(file: PublishedFile): Promise<{ line: number; fields: Fields }[]> {
  const rows: { line: number; fields: Fields }[] = [];
  for await (const { line, cells } of bodyRecords(file)) {
    if (cells.length !== file.header.length)
      throw new BenchmarkRefusal([found('row-length', file.name, { row: line })]);
    rows.push({
      line,
      fields: Object.fromEntries(file.header.map((column, index) => [column, (cells[index] ?? '').trim()])),
    });
  }
  return rows;
}

/** @throws BenchmarkRefusal code-unreadable, row-twice */
export async function readNeighbours(file: PublishedFile): Promise<NeighbourModel> {
  const wrong: BenchmarkFinding[] = [];
  const model: Record<string, string[]> = {};
  const lines = new Map<string, number>();
  for (const { line, fields } of await readFields(file)) {
    const columns = ['old_la_code', ...Array.from({ length: 10 }, (_, index) => `SN_${index + 1}`)];
    const [own = '', ...neighbours] = columns.map((column) => {
      const code = fields[column] ?? '';
      if (!/^\d{3}$/.test(code)) wrong.push(found('code-unreadable', file.name, { row: line, column, value: code }));
      return code;
    });
    const message = `${own} stands on line ${lines.get(own)} too`;
    if (lines.has(own))
      wrong.push(found('row-twice', file.name, { row: line, column: 'old_la_code', value: own, message }));
    lines.set(own, line);
    model[own] = neighbours;
  }
  if (wrong.length > 0) throw new BenchmarkRefusal(wrong);
  return model;
}

/** @throws BenchmarkRefusal code-unreadable */
export async function readAreas(file: PublishedFile): Promise<AreaCodes[]> {
  const wrong: BenchmarkFinding[] = [];
  const areas = (await readFields(file)).map(({ line, fields }): AreaCodes => {
    for (const column of ['old_la_code', 'new_la_code', 'region_code']) {
      const value = fields[column] ?? '';
      const form = column === 'old_la_code' ? /^\d{3}$/ : /^E\d{8}$/;
      if (!codesIn(value).every((code) => form.test(code))) {
        wrong.push(found('code-unreadable', file.name, { row: line, column, value }));
      }
    }
    return {
      dfeCode: fields.old_la_code ?? '',
      onsCode: fields.new_la_code ?? '',
      name: fields.la_name ?? '',
      regionCode: fields.region_code ?? '',
      regionName: fields.region_name ?? '',
    };
  });
  if (wrong.length > 0) throw new BenchmarkRefusal(wrong);
  return areas;
}

export async function readMeasures(file: PublishedFile): Promise<PublishedMeasure[]> {
  return (await readFields(file)).map(({ fields }) => ({
    shortCode: fields.short_code ?? '',
    topic: fields.topic ?? '',
    measure: fields.measure ?? '',
    polarity: fields.polarity ?? '',
    measuredIn: fields.y_axis ?? '',
    yearType: fields.year_type ?? '',
  }));
}

export async function readMeta(file: PublishedFile): Promise<ColumnMeta[]> {
  return (await readFields(file)).map(({ fields }) => ({
    column: fields.col_name ?? '',
    type: fields.col_type?.toLowerCase() === 'indicator' ? 'indicator' : 'filter',
    label: fields.label ?? '',
    unit: fields.indicator_unit ?? '',
  }));
}
