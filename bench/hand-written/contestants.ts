import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { bankHolidays, type Month, monthEnd } from '../../src/calendar/index.ts';
import { openAuthority } from '../../src/measure/authority.ts';
import { ObservationStore } from '../../src/measure/observation-store.ts';
import { listsOf, planIndicator, queryOf } from '../../src/measure/planned.ts';
import { prepare } from '../../src/measure/prepare.ts';
import { shareRows } from '../../src/measure/shared-rows.ts';
import type { Pack } from '../../src/pack/index.ts';
import { extractFolder, literal, type Manifest, quoted } from '../../src/warehouse/index.ts';

/** What is counted, and where: the same for every contestant. */
export interface Task {
  readonly data: string;
  readonly pack: Pack;
  readonly manifests: readonly Manifest[];
  readonly months: readonly Month[];
  /** Where the Parquet files of a run go; inside the data folder, where alone the engine may write. */
  readonly scratch: string;
}

/** One run: the milliseconds of its parts in order, and what it counted, by `indicator|unit|YYYY-MM-DD`. */
export interface Run {
  /** Milliseconds of processor time, of all threads together: what a busy machine blurs least. */
  readonly processor: number;
  readonly parts: ReadonlyMap<string, number>;
  readonly sums: ReadonlyMap<string, readonly [number, number]>;
}

type Sum = readonly [indicator: unknown, unit: unknown, asAt: unknown, numerator: unknown, denominator: unknown];

class Stopwatch {
  readonly parts = new Map<string, number>();
  private readonly begun = process.cpuUsage();

  get processor(): number {
    const { user, system } = process.cpuUsage(this.begun);
    return (user + system) / 1000;
  }

  async time<T>(part: string, work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      this.parts.set(part, (this.parts.get(part) ?? 0) + performance.now() - begun);
    }
  }
}

/** Sums that are all nought are left out, because a unit without a case has no row with one side and may have with the other. */
function sumsOf(rows: readonly Sum[]): Run['sums'] {
  return new Map(
    rows.flatMap(([indicator, unit, asAt, numerator, denominator]) => {
      const pair = [Number(numerator ?? 0), Number(denominator ?? 0)] as const;
      return pair[0] === 0 && pair[1] === 0 ? [] : [[`${indicator}|${unit}|${asAt}`, pair]];
    }),
  );
}

/** Outturn as it opens figures: the engine, the shared tables, each indicator's query into its file, the files read back. */
export async function outturn({ data, pack, manifests, months, scratch }: Task): Promise<Run> {
  const watch = new Stopwatch();
  const authority = await watch.time('open', () => openAuthority(data, pack, manifests));
  const session = await authority.engine.session();
  try {
    const planned = [...pack.indicators.values()].map((indicator) => planIndicator(pack, indicator));
    const shared = shareRows(pack, planned.flatMap(listsOf));
    const queries = new Map(planned.map((indicator) => [indicator.indicator, queryOf(indicator, shared.rows)]));
    const statements = [...queries.values()];
    const { organisation } = authority;
    await watch.time('prepare', () => prepare(session, { pack, months, organisation, statements, shared }));
    const store = new ObservationStore(scratch, ['bench'], months);
    await rm(store.folder, { recursive: true, force: true });
    const missing = await store.missing(planned);
    for (const indicator of missing) {
      await watch.time(indicator.indicator, () =>
        store.save(session, indicator, queries.get(indicator.indicator) ?? ''),
      );
    }
    const rows = await watch.time('load', () => store.load(session, planned));
    const monthEnds = new Map<unknown, string>(months.map((month) => [month, monthEnd(month)]));
    return {
      parts: watch.parts,
      processor: watch.processor,
      sums: sumsOf(
        rows.map(
          ([indicator, month, unit, ...sums]) => [indicator, unit, monthEnds.get(month), ...sums] as unknown as Sum,
        ),
      ),
    };
  } finally {
    session.close();
    authority.engine.close();
  }
}

/** The statements of the hand-written SQL, by file. */
export async function handWrittenFiles(): Promise<Map<string, string>> {
  const names = (await readdir(import.meta.dirname)).filter((name) => name.endsWith('.sql')).toSorted();
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, await readFile(join(import.meta.dirname, name), 'utf8')] as const),
    ),
  );
}

/** The same figures by hand: the files in order, the result into a Parquet file and read back. */
export async function handWritten(task: Task): Promise<Run> {
  const watch = new Stopwatch();
  const files = await handWrittenFiles();
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await watch.time('open', () => attach(connection, task));
    for (const [name, sql] of files) await watch.time(name, () => connection.run(sql).then(() => undefined));
    const rows = await watch.time('load', async () => {
      const file = literal(join(task.scratch, 'hand-written.parquet'));
      await connection.run(`copy (select indicator, code, as_at, numerator, denominator from result join units using (unit))
        to ${file} (format parquet, compression zstd)`);
      const reader = await connection.runAndReadAll(
        `select indicator, code, as_at::text, numerator::double, denominator::double from ${file}`,
      );
      return reader.getRows() as unknown as Sum[];
    });
    return { parts: watch.parts, processor: watch.processor, sums: sumsOf(rows) };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** Reads every column that the hand-written SQL names, once, and nothing else. */
export async function plainScan(task: Task): Promise<Run & { bytes: number; rows: number }> {
  const watch = new Stopwatch();
  const words = new Set([...(await handWrittenFiles()).values()].join('\n').match(/[a-z][a-z0-9_]*/g));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  let bytes = 0;
  let rows = 0;
  try {
    await watch.time('open', () => attach(connection, task));
    for (const [id, dataset] of task.pack.datasets) {
      if (!words.has(id)) continue;
      const columns = Object.keys(dataset.columns).filter((column) => words.has(column));
      const file = filesOf(task).get(id);
      if (file) bytes += (await stat(file)).size;
      const counts = columns.map((column) => `count(${quoted(column)})`).join(', ');
      await watch.time('scan', async () => {
        const reader = await connection.runAndReadAll(`select count(*), ${counts} from ${quoted(id)}`);
        rows += Number(reader.getRows()[0]?.[0] ?? 0);
      });
    }
    return { parts: watch.parts, processor: watch.processor, sums: new Map(), bytes, rows };
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

function filesOf({ data, manifests }: Task): Map<string, string> {
  return new Map(
    manifests.flatMap((manifest) =>
      Object.entries(manifest.tables).map(([id, { file }]) => [id, join(extractFolder(data, manifest), file)] as const),
    ),
  );
}

/** The datasets as views over their Parquet files, the month ends and the bank holidays. */
async function attach(connection: DuckDBConnection, task: Task): Promise<void> {
  const files = filesOf(task);
  const views = [...task.pack.datasets].map(([id, dataset]) => {
    const file = files.get(id);
    if (file) return `create view ${quoted(id)} as select * from read_parquet(${literal(file)});`;
    const types = {
      date: 'date',
      'yes-no': 'boolean',
      integer: 'bigint',
      decimal: 'decimal(18, 4)',
      id: 'text',
      text: 'text',
      code: 'text',
    };
    const columns = Object.entries(dataset.columns).map(([name, { type }]) => `${quoted(name)} ${types[type]}`);
    return `create table ${quoted(id)} (${columns.join(', ')});`;
  });
  const years = task.months.map((month) => Number(month.slice(0, 4)));
  const holidays = Array.from({ length: (years.at(-1) ?? 0) - (years[0] ?? 0) + 4 }, (_, index) =>
    bankHolidays((years[0] ?? 0) - 3 + index).map(({ day }) => `(date '${day}')`),
  ).flat();
  await connection.run(`set preserve_insertion_order = false; ${views.join('\n')}
    create table bank_holidays (day date); insert into bank_holidays values ${holidays.join(', ')};
    create table month_ends (as_at date);
    insert into month_ends values ${task.months.map((month) => `(date '${monthEnd(month)}')`).join(', ')};`);
}
