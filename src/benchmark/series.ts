import type { PublishedFigure, PublishedTable } from '../pack/index.ts';
import { literal, type Row, type Session } from '../warehouse/index.ts';
import { type AreaRegister, codesIn } from './areas.ts';
import type { Release } from './catalogue.ts';
import { isWhole } from './columns.ts';
import { periodKey } from './period.ts';
import { type PublishedCell, readCell } from './symbols.ts';

/** A published figure of one area and period, from the latest release that has it. */
export interface PublishedValue extends PublishedCell {
  readonly period: string;
  readonly identifier: string;
  readonly numerator: PublishedCell | null;
  readonly denominator: PublishedCell | null;
  /** How the release it comes from is named. */
  readonly release: string;
  /** What an earlier release gave, where that was another figure. */
  readonly restated: { readonly text: string; readonly release: string } | null;
  /** The names of the authorities of a joint return, as published; null for the figure of one area. */
  readonly joint: string | null;
}

/**
 * The published figures of one indicator: by area (authority key, region or country code), then by the key of the
 * period: 2025, 202425, 2025 Q1.
 */
export interface PublishedSeries {
  readonly figure: PublishedFigure;
  readonly table: PublishedTable;
  readonly areas: ReadonlyMap<string, ReadonlyMap<string, PublishedValue>>;
  /** The most decimals that a figure of it is printed with. */
  readonly decimals: number;
  /** In order of time. */
  readonly periods: readonly { readonly key: string; readonly code: string; readonly identifier: string }[];
}

/** Where a figure stands in one release. */
interface Place {
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
  readonly where: string;
  /** Where the rows of the denominator are others. */
  readonly denominatorWhere: string | null;
}

/** Whether a release of a table holds a figure. */
export function holdsFigure(release: Release, figure: PublishedFigure): boolean {
  return placeOf(release, figure) !== null;
}

/**
 * Reads a figure through all releases of its table, the earliest first, so that the latest release that has a figure is
 * the one in force and an earlier one that differs is told.
 */
export async function readSeries(
  session: Session,
  releases: readonly { readonly release: Release; readonly path: string }[],
  figure: PublishedFigure,
  table: PublishedTable,
  register: AreaRegister,
): Promise<PublishedSeries> {
  const areas = new Map<string, Map<string, PublishedValue>>();
  const periods = new Map<string, { key: string; code: string; identifier: string }>();
  for (const { release, path } of releases) {
    const place = placeOf(release, figure);
    if (!place) continue;
    const totals = await readTotals(session, path, place);
    const rows = await session.rows(
      `select ${keyColumns}, la_name, ${place.value}, ${place.numerator ?? "''"}, ${place.denominator ?? "''"}
      from read_parquet(${literal(path)}) where ${place.where} order by line`,
    );
    const fresh = new Map<string, Map<string, PublishedValue>>();
    for (const row of rows) take(fresh, periods, row, totals, release, place, register);
    for (const [area, values] of fresh) areas.set(area, merged(areas.get(area), values));
  }
  const texts = [...areas.values()].flatMap((values) => [...values.values()].map(({ text }) => text));
  const decimals = Math.max(0, ...new Set(texts.map((text) => text.split('.')[1]?.length ?? 0)));
  return {
    figure,
    table,
    areas,
    decimals,
    periods: [...periods.values()].toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

const keyColumns = 'time_period, time_identifier, geographic_level, area, old_la_code, new_la_code';
const keyOf = (row: Row) => row.slice(0, 6).join('\n');

function take(
  fresh: Map<string, Map<string, PublishedValue>>,
  periods: Map<string, PublishedSeries['periods'][number]>,
  row: Row,
  totals: ReadonlyMap<string, string>,
  release: Release,
  place: Place,
  register: AreaRegister,
): void {
  const [
    period = '',
    identifier = '',
    level = '',
    area = '',
    old = '',
    ons = '',
    name = '',
    value = '',
    top = '',
    below = '',
  ] = row.map(String);
  const cell = readCell(value);
  if (!cell) return;
  const isAuthority = level === 'Local authority';
  const denominator = place.denominatorWhere === null ? below : (totals.get(keyOf(row)) ?? '');
  const published: PublishedValue = {
    ...cell,
    period,
    identifier,
    numerator: place.numerator === null ? null : readCell(top),
    denominator: denominator === '' ? null : readCell(denominator),
    release: release.label,
    restated: null,
    joint: isAuthority && codesIn(old === '' ? ons : old).length > 1 ? name : null,
  };
  const inTime = periodKey(period, identifier);
  periods.set(inTime, { key: inTime, code: period, identifier });
  for (const key of isAuthority ? register.keysOf(old, ons) : [area]) {
    const values = fresh.get(key) ?? new Map<string, PublishedValue>();
    fresh.set(key, values);
    const before = values.get(inTime);
    // One authority under two codes, or alone and in a joint return: its own figure comes first.
    if (before && rank(before) >= rank(published)) continue;
    values.set(inTime, published);
  }
}

const rank = ({ joint, state }: PublishedValue) => (joint === null ? 2 : 0) + (state === 'value' ? 1 : 0);

function merged(
  before: ReadonlyMap<string, PublishedValue> | undefined,
  now: ReadonlyMap<string, PublishedValue>,
): Map<string, PublishedValue> {
  const all = new Map(before);
  for (const [period, value] of now) {
    const earlier = before?.get(period);
    const differs = earlier !== undefined && (earlier.state !== value.state || earlier.value !== value.value);
    const restated = differs ? { text: earlier.text, release: earlier.release } : (earlier?.restated ?? null);
    all.set(period, { ...value, restated });
  }
  return all;
}

async function readTotals(session: Session, path: string, place: Place): Promise<Map<string, string>> {
  if (place.denominatorWhere === null || place.denominator === null) return new Map();
  const rows = await session.rows(
    `select ${keyColumns}, ${place.denominator} from read_parquet(${literal(path)}) where ${place.denominatorWhere}`,
  );
  return new Map(rows.map((row) => [keyOf(row), String(row[6])]));
}

function placeOf(release: Release, figure: PublishedFigure): Place | null {
  const value = columnNamed(release.figures, figure.value);
  const where = whereOf(release, figure.categories);
  if (!value || where === null) return null;
  const totals = figure.denominatorCategories;
  return {
    value: value.column,
    numerator: columnNamed(release.figures, figure.numerator ?? [])?.column ?? null,
    denominator: columnNamed(release.figures, figure.denominator ?? [])?.column ?? null,
    where,
    denominatorWhere: totals === undefined ? null : whereOf(release, totals),
  };
}

/** The condition for the rows of some categories; a breakdown that is not named is taken whole. */
function whereOf(release: Release, categories: PublishedFigure['categories']): string | null {
  const terms: string[] = [];
  const named = new Set<string>();
  for (const { column, is } of categories) {
    const filter = columnNamed(release.filters, column);
    const values = filter?.values.filter((value) => is.some((name) => name.toLowerCase() === value.toLowerCase()));
    if (!filter || !values || values.length === 0) return null;
    named.add(filter.column);
    terms.push(`${filter.column} in (${values.map(literal).join(', ')})`);
  }
  for (const { column, values } of release.filters) {
    if (named.has(column) || values.length === 1) continue;
    const whole = values.find(isWhole);
    if (whole === undefined) return null;
    terms.push(`${column} = ${literal(whole)}`);
  }
  return terms.length === 0 ? 'true' : terms.join(' and ');
}

function columnNamed<T extends { readonly name: string }>(
  columns: readonly T[],
  names: readonly string[],
): T | undefined {
  for (const name of names) {
    const column = columns.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
    if (column) return column;
  }
  return undefined;
}
