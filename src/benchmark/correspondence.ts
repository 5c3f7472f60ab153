import { literal, quoted, type Session } from '../warehouse/index.ts';
import type { Release, ReleaseChanges } from './catalogue.ts';
import { isWhole } from './columns.ts';

/** A release with the Parquet file of its rows. */
export interface ReleaseRows {
  readonly release: Release;
  readonly path: string;
}

/** Two columns that hold the same thing in two releases. */
interface Pair {
  readonly from: Release['figures'][number];
  readonly to: Release['figures'][number];
}

/** How the columns of two releases of one table belong together. */
export interface Correspondence {
  readonly pairs: readonly Pair[];
  readonly shared: number;
  readonly join: string;
}

/** A column whose figures agree in this share of the rows both files have is the same column under another name. */
const sameFrom = 0.9;
/** With fewer rows in common, agreement proves nothing. */
const enoughRows = 20;
const enoughValues = 5;

/**
 * Whether two files are releases of one table, and which columns belong together: by name, else by content, because
 * names change between releases while most figures do not. Null where they are tables of two kinds.
 */
export async function correspond(session: Session, a: ReleaseRows, b: ReleaseRows): Promise<Correspondence | null> {
  const join = joinOf(a.release, b.release);
  if (join === null) return null;
  const from = `read_parquet(${literal(a.path)}) a join read_parquet(${literal(b.path)}) b on ${join}`;
  const [row] = await session.rows(`select count(*) from ${from}`);
  const shared = Number(row?.[0] ?? 0);
  const byName = a.release.figures.flatMap((column) => {
    const same = b.release.figures.find(({ name }) => name.toLowerCase() === column.name.toLowerCase());
    return same ? [{ from: column, to: same }] : [];
  });
  const left = a.release.figures.filter((column) => !byName.some((pair) => pair.from === column));
  const right = b.release.figures.filter((column) => !byName.some((pair) => pair.to === column));
  const pairs = [...byName, ...(shared >= enoughRows ? await pairByContent(session, from, left, right, shared) : [])];
  pairs.sort((one, other) => a.release.figures.indexOf(one.from) - a.release.figures.indexOf(other.from));
  const fewer = Math.min(a.release.figures.length, b.release.figures.length);
  return pairs.length * 2 >= fewer && (shared > 0 || byName.length * 5 >= fewer * 4) ? { pairs, shared, join } : null;
}

/** The condition under which rows of two files are about the same thing; null where no rows can be. */
function joinOf(a: Release, b: Release): string | null {
  const terms = ['time_period', 'time_identifier', 'geographic_level', 'area'].map((name) => `a.${name} = b.${name}`);
  const taken = new Set<string>();
  for (const own of a.filters) {
    const other = counterpart(own, b.filters, taken);
    if (other === null) return null;
    if (other === undefined) {
      if (!alone('a', own, terms)) return null;
      continue;
    }
    taken.add(other.column);
    terms.push(`lower(a.${own.column}) = lower(b.${other.column})`);
  }
  for (const other of b.filters) if (!taken.has(other.column) && !alone('b', other, terms)) return null;
  return terms.join(' and ');
}

type Filter = Release['filters'][number];

/** The column of categories that another file has for this one: by name, else by what stands in it; null for a clash. */
function counterpart(own: Filter, others: readonly Filter[], taken: ReadonlySet<string>): Filter | undefined | null {
  const named = others.find(({ name }) => name.toLowerCase() === own.name.toLowerCase());
  if (named) return overlap(own, named) > 0 ? named : null;
  return others.find((other) => !taken.has(other.column) && overlap(own, other) >= 0.5);
}

/** The share of categories that two columns have in common. */
function overlap(a: Filter, b: Filter): number {
  const values = new Set(b.values.map((value) => value.toLowerCase()));
  const common = a.values.filter((value) => values.has(value.toLowerCase())).length;
  return common / Math.max(1, Math.min(a.values.length, b.values.length));
}

/** A breakdown that only one file has: its rows for everything stand for the other file's rows. */
function alone(side: 'a' | 'b', { column, values }: Filter, terms: string[]): boolean {
  if (values.length === 1) return true;
  const whole = values.find(isWhole);
  if (whole !== undefined) terms.push(`${side}.${column} = ${literal(whole)}`);
  return whole !== undefined;
}

/** Pairs the columns that agree most, by one join over all cells of the rows that both files have. */
async function pairByContent(
  session: Session,
  from: string,
  left: readonly Pair['from'][],
  right: readonly Pair['to'][],
  shared: number,
): Promise<Pair[]> {
  if (left.length === 0 || right.length === 0) return [];
  const cells = (side: 'a' | 'b', columns: readonly Pair['from'][]) =>
    `select i, unnest([${columns.map((_, index) => index).join(', ')}]) as place,
      unnest([${columns.map(({ column }) => plainFigure(`${side}_${column}`)).join(', ')}]) as text from rows`;
  const columns = [
    ...left.map(({ column }) => `a.${column} as a_${column}`),
    ...right.map(({ column }) => `b.${column} as b_${column}`),
  ];
  const scored = await session.rows(
    `with rows as materialized (select row_number() over () as i, ${columns.join(', ')} from ${from}),
      one as (${cells('a', left)}), other as (${cells('b', right)})
    select one.place, other.place from one join other on one.i = other.i and one.text = other.text
    group by all having count(*) >= ${shared * sameFrom} and count(distinct one.text) >= ${enoughValues}
    order by count(*) desc, 1, 2`,
  );
  const pairs: Pair[] = [];
  for (const [one, other] of scored) {
    const pair = { from: left[Number(one)], to: right[Number(other)] };
    if (!pair.from || !pair.to) continue;
    if (!pairs.some((chosen) => chosen.from === pair.from || chosen.to === pair.to))
      pairs.push({ from: pair.from, to: pair.to });
  }
  return pairs;
}

/** A figure without the zeros that change nothing: 21 and 21.0 are one figure. */
function plainFigure(text: string): string {
  return `case when contains(${text}, '.') then rtrim(rtrim(${text}, '0'), '.') else ${text} end`;
}

const examplesKept = 20;

/** What the later of two releases of a table renamed, dropped, added and restated. */
export async function changesBetween(
  session: Session,
  before: ReleaseRows,
  after: ReleaseRows,
  { pairs, shared, join }: Correspondence,
): Promise<ReleaseChanges> {
  const from = `read_parquet(${literal(before.path)}) a join read_parquet(${literal(after.path)}) b on ${join}`;
  const category = after.release.filters.map(({ column }) => `b.${column}`).join(` || ', ' || `) || `''`;
  const restated: ReleaseChanges['restated'][number][] = [];
  for (const { from: one, to: other } of pairs) {
    const rows = await session.rows(
      `select b.time_period, b.area, coalesce(nullif(b.la_name, ''), nullif(b.region_name, ''), b.country_name), ${category},
        a.${one.column}, b.${other.column}, count(*) over ()
      from ${from} where ${plainFigure(`a.${one.column}`)} <> ${plainFigure(`b.${other.column}`)} order by 1 desc, 2, 4 limit ${examplesKept}`,
    );
    if (rows.length === 0) continue;
    const examples = rows.map(([period, area, name, words, old, now]) => ({
      period: String(period),
      area: String(area),
      name: String(name),
      category: String(words),
      before: String(old),
      after: String(now),
    }));
    restated.push({ column: other.name, count: Number(rows[0]?.[6] ?? 0), examples });
  }
  return {
    table: after.release.table,
    before: before.release.id,
    after: after.release.id,
    renamed: pairs
      .filter(({ from: one, to }) => one.name !== to.name)
      .map(({ from: one, to }) => ({ from: one.name, to: to.name })),
    dropped: before.release.figures
      .filter((column) => !pairs.some((pair) => pair.from === column))
      .map(({ name }) => name),
    added: after.release.figures.filter((column) => !pairs.some((pair) => pair.to === column)).map(({ name }) => name),
    sharedRows: shared,
    rowsLeftOut: before.release.rows - shared,
    restated,
  };
}

/** Rows that stand twice, with the lines they stand on; for a file just staged. */
export async function rowsTwice(
  session: Session,
  path: string,
  filterColumns: readonly string[],
): Promise<{ lines: number[]; area: string; period: string }[]> {
  const key = ['time_period', 'time_identifier', 'geographic_level', 'area', 'new_la_code', ...filterColumns]
    .map(quoted)
    .join(', ');
  const rows = await session.rows(
    `select min(line), max(line), any_value(area), any_value(time_period) from read_parquet(${literal(path)})
     group by ${key} having count(*) > 1 order by 1 limit 50`,
  );
  return rows.map(([first, last, area, period]) => ({
    lines: [Number(first), Number(last)],
    area: String(area),
    period: String(period),
  }));
}
