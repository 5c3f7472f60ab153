import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { codesIn } from './areas.ts';
import { type ColumnSeen, kindOf, lookAt, newColumn, placeColumns } from './columns.ts';
import { type BenchmarkFinding, found } from './finding.ts';
import { isPeriodCode } from './period.ts';
import { bodyRecords, type PublishedFile } from './published-file.ts';
import type { ColumnMeta } from './small-files.ts';

/** A table of published figures, read and checked; its rows lie in a staged file. */
export interface TableRead {
  readonly filters: readonly { readonly name: string; readonly label: string; readonly values: readonly string[] }[];
  readonly figures: readonly { readonly name: string; readonly label: string; readonly unit: string }[];
  /** In order of time. */
  readonly periods: readonly string[];
  readonly rows: number;
  readonly findings: readonly BenchmarkFinding[];
}

/** The columns that a row of a level must have filled. */
const levels: Readonly<Record<string, readonly string[]>> = {
  National: ['country_code'],
  Regional: ['region_code', 'region_name'],
  'Local authority': ['region_code', 'old_la_code', 'new_la_code', 'la_name'],
};

/** The name of a column in the staged file: files may name two of their own with letters that differ in case alone. */
export const stagedName = (index: number) => `c${index}`;

/**
 * Reads a table in wide or long form, with its columns in any order, and writes its rows to `staged` as CSV: line, the
 * place columns, area (the code its series is kept by), then every other column in order as c0, c1, ...
 * Any text where a number belongs is a finding with its line.
 */
export async function readTable(file: PublishedFile, meta: readonly ColumnMeta[], staged: string): Promise<TableRead> {
  const findings: BenchmarkFinding[] = [];
  const others = file.header.flatMap((name, index) => (isPlace(name) ? [] : [{ index, seen: newColumn(name) }]));
  const at = new Map(file.header.map((name, index) => [name, index]));
  const periods = new Set<string>();
  const missing = new Map<string, { line: number; level: string }>();
  const passedOver = new Map<string, { line: number; count: number }>();
  const withoutCode: number[] = [];
  let rows = 0;
  const out = createWriteStream(staged);
  const header = ['line', ...placeColumns, 'area', ...others.map((_, index) => stagedName(index))];
  out.write(`${header.join(',')}\n`);
  for await (const { line, cells } of bodyRecords(file)) {
    if (cells.length !== file.header.length) {
      const message = `the row has ${cells.length} cells and the header ${file.header.length}`;
      findings.push(found('row-length', file.name, { row: line, message }));
      continue;
    }
    const cell = (name: string) => (cells[at.get(name) ?? -1] ?? '').trim();
    const written = cell('geographic_level');
    const level = Object.keys(levels).find((known) => known.toLowerCase() === written.toLowerCase()) ?? written;
    const needed = levels[level];
    if (!needed) {
      const before = passedOver.get(level);
      passedOver.set(level, { line: before?.line ?? line, count: (before?.count ?? 0) + 1 });
      continue;
    }
    const lacking = needed.filter((column) => !at.has(column));
    for (const column of lacking) if (!missing.has(column)) missing.set(column, { line, level });
    const area = areaOf(level, cell);
    if (lacking.length === 0 && area === '') {
      withoutCode.push(line);
      continue;
    }
    if (lacking.length === 0) checkPlace(file.name, line, level, cell, findings);
    periods.add(cell('time_period'));
    for (const { index, seen } of others) lookAt(seen, cells[index] ?? '', line);
    rows += 1;
    const places = placeColumns.map((column) => (column === 'geographic_level' ? level : cell(column)));
    const rest = others.map(({ index }) => (cells[index] ?? '').trim());
    if (!out.write(csvLine([String(line), ...places, area, ...rest]))) await once(out, 'drain');
  }
  out.end();
  await finished(out);
  for (const [column, { line, level }] of missing) {
    const message = `the file has rows of the level ${level}, the first on line ${line}, and lacks this column`;
    findings.push(found('column-missing', file.name, { row: 1, column, message }));
  }
  for (const [level, { line, count }] of passedOver) {
    const message = `${count} rows of this geographic level are not used`;
    findings.push(
      found('level-passed-over', file.name, { row: line, column: 'geographic_level', value: level, message }),
    );
  }
  if (withoutCode.length > 0) {
    const message = `${withoutCode.length} rows without the code of an area are not used`;
    findings.push(found('area-without-code', file.name, { row: withoutCode[0] ?? 1, message }));
  }
  const described = new Map(meta.map((column) => [column.column, column]));
  const sorted = others.map(({ seen }) => ({ seen, kind: kindOf(seen, described.get(seen.name)?.type) }));
  for (const { seen, kind } of sorted) findings.push(...columnFindings(file.name, seen, kind));
  if (rows > 0 && !sorted.some(({ kind }) => kind === 'figures')) {
    findings.push(found('column-missing', file.name, { row: 1, message: 'no column of the table holds figures' }));
  }
  if (rows === 0)
    findings.push(found('file-unreadable', file.name, { message: 'the table has no rows that can be used' }));
  return {
    filters: sorted.flatMap(({ seen, kind }) =>
      kind === 'filter'
        ? [{ name: seen.name, label: described.get(seen.name)?.label ?? seen.name, values: [...seen.values] }]
        : [],
    ),
    figures: sorted.flatMap(({ seen, kind }) => {
      const about = described.get(seen.name);
      return kind === 'figures' ? [{ name: seen.name, label: about?.label ?? seen.name, unit: about?.unit ?? '' }] : [];
    }),
    periods: [...periods].toSorted(),
    rows,
    findings,
  };
}

/** The names of a table's columns that are not place columns, in order: c0, c1, ... of the staged file. */
export function otherColumns({ header }: Pick<PublishedFile, 'header'>): string[] {
  return header.filter((name) => !isPlace(name));
}

function isPlace(name: string): boolean {
  return placeColumns.some((place) => place === name);
}

/** The code that a row's series is kept by; empty where the row has none, or a symbol for one. */
function areaOf(level: string, cell: (name: string) => string): string {
  if (level === 'National') return codesIn(cell('country_code')).join(' / ');
  if (level === 'Regional') return codesIn(cell('region_code')).join(' / ');
  const dfe = codesIn(cell('old_la_code'));
  return (dfe.length > 0 ? dfe : codesIn(cell('new_la_code'))).join(' / ');
}

function checkPlace(
  name: string,
  line: number,
  level: string,
  cell: (name: string) => string,
  findings: BenchmarkFinding[],
): void {
  const wrong = (code: 'period-unreadable' | 'code-unreadable', column: string, value: string) =>
    findings.push(found(code, name, { row: line, column, value }));
  const period = cell('time_period');
  if (!isPeriodCode(period)) wrong('period-unreadable', 'time_period', period);
  const isAuthority = level === 'Local authority';
  const column = level === 'National' ? 'country_code' : isAuthority ? 'new_la_code' : 'region_code';
  const strange = codesIn(cell(column)).find((code) => !/^[EKWSN]\d{8}$/.test(code));
  if (strange !== undefined) wrong('code-unreadable', column, strange);
  const strangeOld = isAuthority ? codesIn(cell('old_la_code')).find((code) => !/^\d{3}$/.test(code)) : undefined;
  if (strangeOld !== undefined) wrong('code-unreadable', 'old_la_code', strangeOld);
}

function columnFindings(file: string, seen: ColumnSeen, kind: ReturnType<typeof kindOf>): BenchmarkFinding[] {
  const { name: column, wrong, words, blanks } = seen;
  if (kind === 'empty') return [found('column-without-figures', file, { row: 1, column })];
  if (kind === 'filter') return [];
  const findings = wrong.map(({ line, text }) => found('symbol-unknown', file, { row: line, column, value: text }));
  if (words > wrong.length) {
    findings.push(
      found('symbol-unknown', file, { column, message: `and ${words - wrong.length} more cells like these` }),
    );
  }
  if (blanks > 0) {
    findings.push(
      found('cell-blank', file, {
        column,
        message: `${blanks} cells without a figure or a symbol, taken as not available`,
      }),
    );
  }
  return findings;
}

const csvLine = (cells: readonly string[]) =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
