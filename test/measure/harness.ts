import { fileURLToPath } from 'node:url';
import { bankHolidays, type Month } from '../../src/calendar/index.ts';
import { readAuthority } from '../../src/measure/authority.ts';
import { AuthorityFigures, type Sums } from '../../src/measure/authority-figures.ts';
import { listsOf, planIndicator, queryOf } from '../../src/measure/planned.ts';
import { prepare } from '../../src/measure/prepare.ts';
import { shareRows } from '../../src/measure/shared-rows.ts';
import { type Pack, readPack } from '../../src/pack/index.ts';
import { literal, openDuckDb, quoted } from '../../src/warehouse/index.ts';
import type { Tables } from '../oracle/index.ts';

const sqlTypes = {
  id: 'text',
  text: 'text',
  code: 'text',
  date: 'date',
  'yes-no': 'boolean',
  integer: 'bigint',
  decimal: 'decimal(18, 4)',
};

/** The library pack, checked. */
export async function libraryPack(): Promise<Pack> {
  const { pack, diagnostics } = await readPack('childrens-services', {
    packsFolder: fileURLToPath(new URL('../../packs', import.meta.url)),
  });
  if (!pack) throw new Error(JSON.stringify(diagnostics, null, 2));
  return pack;
}

/** Figures straight from rows in memory: no files, no store, no coverage but the whole of time. */
export async function measure(
  pack: Pack,
  data: Tables,
  months: readonly Month[],
  code = 'authority',
): Promise<AuthorityFigures> {
  const engine = await openDuckDb({
    tables: [...pack.datasets.values()].map((dataset) => ({
      name: dataset.id,
      files: [],
      columns: Object.entries(dataset.columns).map(([name, { type }]) => ({ name, sqlType: sqlTypes[type] })),
    })),
    folders: [],
    bankHolidays: Array.from({ length: 200 }, (_, index) => bankHolidays(1900 + index).map(({ day }) => day)).flat(),
    threads: 1,
  });
  const session = await engine.session();
  for (const [dataset, rows] of Object.entries(data)) {
    const columns = Object.keys(pack.datasets.get(dataset)?.columns ?? {});
    const values = (rows ?? []).map((row) => `(${columns.map((column) => sqlValue(row[column] ?? null)).join(', ')})`);
    if (values.length > 0) await session.run(`insert into ${quoted(dataset)} values ${values.join(', ')}`);
  }
  const tables = new Map(
    [...pack.datasets.values()].map(({ id, columns }) => [
      id,
      { file: '', rows: 0, columns: Object.keys(columns), from: null, to: '9999-12-31' },
    ]),
  );
  const authority = await readAuthority(engine, pack, code, [], tables);
  const planned = [...pack.indicators.values()].map((indicator) => planIndicator(pack, indicator));
  const shared = shareRows(pack, planned.flatMap(listsOf));
  const queries = planned.map((indicator) => ({ ...indicator, sql: queryOf(indicator, shared.rows) }));
  const statements = queries.map(({ sql }) => sql);
  await prepare(session, { pack, months, organisation: authority.organisation, statements, shared });
  const sums = new Map<string, { numerator: number; denominator: number | null }>();
  for (const { indicator, sql } of queries) {
    for (const [asAt, unit, numerator, denominator] of await session.rows(sql)) {
      const key = `${indicator}|${unit}|${String(asAt).slice(0, 7)}`;
      if (sums.has(key)) throw new Error(`${key} came out twice`);
      sums.set(key, {
        numerator: Number(numerator),
        denominator: denominator === null || denominator === undefined ? null : Number(denominator),
      });
    }
  }
  session.close();
  return new AuthorityFigures(pack, authority, months, sums satisfies Sums);
}

function sqlValue(value: string | number | boolean | null): string {
  if (value === null) return 'null';
  return typeof value === 'string' ? literal(value) : String(value);
}
