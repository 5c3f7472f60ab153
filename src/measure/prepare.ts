import {
  type Day,
  financialYear,
  type Month,
  monthEnd,
  monthOf,
  monthsBetween,
  parseBasis,
  windowOf,
} from '../calendar/index.ts';
import type { Pack, View } from '../pack/index.ts';
import { literal, quoted, type Session } from '../warehouse/index.ts';
import { inline } from './emit-list.ts';
import type { Organisation } from './organisation.ts';
import type { SharedRows } from './shared-rows.ts';

/** Everything the SQL of plans reads besides the datasets, as temporary tables of one session. */
export interface Preparation {
  readonly pack: Pack;
  readonly months: readonly Month[];
  readonly organisation: Organisation;
  /** SQL texts that will run; the views they read are made ready, and no others. */
  readonly statements: readonly string[];
  /** The day at which the state is asked for, within the one month; default the month's end. */
  readonly asAt?: Day;
  /** Attributed rows that several of the statements read. */
  readonly shared?: SharedRows;
}

/** Makes month_ends, window_months, units, unit_tree and the views that the statements read. */
export async function prepare(
  session: Session,
  { pack, months, organisation, statements, asAt, shared = { tables: [], rows: inline } }: Preparation,
): Promise<void> {
  const firstMonth = pack.financialYearStart;
  await session.run(
    table(
      'month_ends',
      monthEndColumns,
      months.map((month) => monthEndRow(month, firstMonth, asAt)),
    ),
  );
  await session.run(windowMonths(basesOf(statements), months, firstMonth));
  await session.run(table('units', 'unit text, parent text, name text', unitRows(organisation, months.at(-1))));
  await session.run(unitTree(organisation, months));
  const run = [...statements, ...shared.tables.map(({ sql }) => sql)];
  const holding = pack.holding && run.some((sql) => /\bheld\b/.test(sql)) ? [`select * from ${pack.holding}`] : [];
  for (const [view, readers] of viewsRead(pack, [...run, ...holding])) {
    // A view with several readers is worked out once; the others are left to the engine to merge into their reader.
    const kind = readers > 1 ? 'table' : 'view';
    await session.run(`create temporary ${kind} ${quoted(view.id)} as ${view.sql}`);
  }
  if (holding.length > 0) await session.run(heldSql(pack.holding ?? ''));
  for (const { name, sql } of shared.tables) await session.run(`create temporary table ${name} as ${sql}`);
}

/** Who holds a person from when to when, where the unit is known: a look-up at a day is then an equality on the person. */
const heldSql = (holding: string) => `create temporary table held as
select h.person_id, h.held_from, h.held_to, u.unit
from ${quoted(holding)} h
join units u on u.unit = h.team_id`;

const monthEndColumns =
  'as_at date, month text, month_start date, quarter_start date, year_start date, rolling_12_start date, rolling_36_start date';

function monthEndRow(month: Month, firstMonth: number, asAt: Day = monthEnd(month)): string[] {
  const end = monthEnd(month);
  const start = (basis: string) => day(windowOf(parseBasis(basis), month, firstMonth).start);
  const year = day(financialYear(end, firstMonth).start);
  return [
    day(asAt),
    literal(month),
    day(`${month}-01`),
    start('quarter'),
    year,
    start('rolling-12-months'),
    start('rolling-36-months'),
  ];
}

/** For each basis and month end, each whole month of its window. */
function windowMonths(bases: readonly string[], months: readonly Month[], firstMonth: number): string {
  const windows = bases.flatMap((basis) =>
    months.map((month) => {
      const { start, end } = windowOf(parseBasis(basis), month, firstMonth);
      return [literal(basis), day(start), day(end)];
    }),
  );
  const longest = Math.max(0, ...bases.flatMap((basis) => months.map((month) => monthsIn(basis, month, firstMonth))));
  return `${table('window_spans', 'basis text, first_day date, closes_on date', windows)}
create temporary table window_months as
select basis, add_months(first_day, n::integer) as event_month, closes_on
from window_spans, generate_series(0, ${longest}) as r(n)
where add_months(first_day, n::integer) <= closes_on`;
}

function monthsIn(basis: string, month: Month, firstMonth: number): number {
  return monthsBetween(monthOf(windowOf(parseBasis(basis), month, firstMonth).start), month);
}

/** Each unit with those above it at each month end; months in which the tree has one shape are written once. */
function unitTree(organisation: Organisation, months: readonly Month[]): string {
  const shapes = [...Map.groupBy(months, (month) => JSON.stringify(organisation.treeAt(month))).values()];
  const ends = shapes.flatMap((same, shape) => same.map((month) => [String(shape), day(monthEnd(month))]));
  const pairs = shapes.flatMap(([first], shape) =>
    organisation.treeAt(first ?? '').map(({ unit, ancestor }) => [String(shape), literal(unit), literal(ancestor)]),
  );
  return `${table('tree_months', 'shape integer, as_at date', ends)}
${table('tree_shapes', 'shape integer, unit text, ancestor text', pairs)}
create temporary table unit_tree as
select m.as_at, s.unit, s.ancestor from tree_months m join tree_shapes s on s.shape = m.shape`;
}

/** Every unit there has ever been, with parent and name as they stand at the last month. */
function unitRows(organisation: Organisation, lastMonth: Month | undefined): string[][] {
  const present = new Map(lastMonth ? organisation.unitsAt(lastMonth).map((unit) => [unit.code, unit]) : []);
  return organisation.codes.map((code) => {
    const unit = present.get(code);
    return [literal(code), unit?.parent ? literal(unit.parent) : 'null', literal(unit?.name ?? code)];
  });
}

function basesOf(statements: readonly string[]): string[] {
  const named = statements.flatMap((sql) =>
    [...sql.matchAll(/\bbasis = '([a-z0-9-]+)'/g)].map((match) => match[1] ?? ''),
  );
  return [...new Set(named)];
}

/** The views that statements read, directly or through another view, each after those it reads, with its number of readers. */
function viewsRead(pack: Pack, statements: readonly string[]): [View, number][] {
  const readers = new Map<string, number>();
  const mention = (sql: string) => new Set(sql.match(/[a-z_][a-z0-9_]*/g));
  for (const words of statements.map(mention)) {
    for (const id of pack.views.keys()) if (words.has(id)) readers.set(id, (readers.get(id) ?? 0) + 1);
  }
  for (const view of [...pack.views.values()].reverse()) {
    if (!readers.has(view.id)) continue;
    for (const id of view.reads) if (pack.views.has(id)) readers.set(id, (readers.get(id) ?? 0) + 1);
  }
  return [...pack.views.values()].flatMap((view) => {
    const count = readers.get(view.id);
    return count ? [[view, count] satisfies [View, number]] : [];
  });
}

const day = (value: string) => `date '${value}'`;

function table(name: string, columns: string, rows: readonly (readonly string[])[]): string {
  const values = rows.map((row) => `(${row.join(', ')})`).join(', ');
  return `create temporary table ${name} (${columns});${rows.length > 0 ? `insert into ${name} values ${values};` : ''}`;
}
