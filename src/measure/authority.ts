import { join } from 'node:path';
import { bankHolidays } from '../calendar/index.ts';
import type { Column, Pack } from '../pack/index.ts';
import { type Engine, type Manifest, openDuckDb, quoted } from '../warehouse/index.ts';
import type { Tables } from './coverage.ts';
import { type Department, Organisation } from './organisation.ts';
import { Population } from './population.ts';

/** One authority's loaded data, ready to be measured. */
export interface Authority {
  readonly code: string;
  readonly manifests: readonly Manifest[];
  readonly tables: Tables;
  readonly organisation: Organisation;
  readonly populations: ReadonlyMap<string, Population>;
  readonly engine: Engine;
}

const sqlTypes: Record<Column['type'], string> = {
  id: 'text',
  text: 'text',
  code: 'text',
  date: 'date',
  'yes-no': 'boolean',
  integer: 'bigint',
  decimal: 'decimal(18, 4)',
};

/** Opens an engine over the current extracts of an authority; datasets that no extract holds are empty tables. */
export async function openAuthority(data: string, pack: Pack, manifests: readonly Manifest[]): Promise<Authority> {
  const code = manifests[0]?.authority ?? pack.units.find(({ parent }) => parent === undefined)?.code ?? 'authority';
  const located = manifests.flatMap((manifest) =>
    Object.entries(manifest.tables).map(([id, table]) => ({
      id,
      table,
      path: join(data, 'extracts', manifest.authority, manifest.id, table.file),
    })),
  );
  const paths = new Map(located.map(({ id, path }) => [id, path]));
  const engine = await openDuckDb({
    tables: [...pack.datasets.values()].map((dataset) => ({
      name: dataset.id,
      files: paths.has(dataset.id) ? [paths.get(dataset.id) ?? ''] : [],
      columns: Object.entries(dataset.columns).map(([name, { type }]) => ({ name, sqlType: sqlTypes[type] })),
    })),
    folders: [data],
    bankHolidays: Array.from({ length: 200 }, (_, index) => bankHolidays(1900 + index).map(({ day }) => day)).flat(),
  });
  return readAuthority(engine, pack, code, manifests, new Map(located.map(({ id, table }) => [id, table])));
}

/** Reads organisation and populations from an engine that holds an authority's datasets. */
export async function readAuthority(
  engine: Engine,
  pack: Pack,
  code: string,
  manifests: readonly Manifest[],
  tables: Tables,
): Promise<Authority> {
  const organisation = await readOrganisation(engine, pack, tables.has('ssd_department'), code);
  const populations = await readPopulations(engine, pack, organisation);
  return { code, manifests, tables, organisation, populations, engine };
}

/**
 * The pack's units where they are this authority's and know every department of the extract, else the departments: a
 * case must not lose its team because units.csv is out of date.
 */
async function readOrganisation(
  engine: Engine,
  pack: Pack,
  hasDepartments: boolean,
  authority: string,
): Promise<Organisation> {
  const departments = hasDepartments ? await readDepartments(engine) : [];
  if (pack.units.length > 0) {
    const organisation = Organisation.fromUnits(pack.units);
    const known = new Set(organisation.codes);
    const ours = organisation.root === authority || known.has(authority);
    if (ours && departments.every(({ id }) => known.has(id))) return organisation;
  }
  return Organisation.fromDepartments(departments);
}

async function readDepartments(engine: Engine): Promise<Department[]> {
  const session = await engine.session();
  const rows = await session.rows(
    'select dept_team_id, dept_team_name, dept_team_parent_id from ssd_department where dept_team_id is not null',
  );
  session.close();
  const text = (value: unknown) => (value === null || value === undefined ? null : String(value));
  return rows.map(([id, name, parent]) => ({ id: String(id), name: text(name), parent: text(parent) }));
}

/** A population for each column that an indicator divides by. */
async function readPopulations(
  engine: Engine,
  pack: Pack,
  organisation: Organisation,
): Promise<Map<string, Population>> {
  const columns = new Set(
    [...pack.indicators.values()].flatMap(({ versions }) =>
      versions.flatMap(({ definition: { denominator } }) =>
        denominator && 'population' in denominator ? [denominator.population] : [],
      ),
    ),
  );
  const session = await engine.session();
  const populations = new Map<string, Population>();
  for (const column of columns) {
    const rows = await session.rows(`select authority, year, ${quoted(column)} from population`);
    const people = rows.map(([authority, year, count]) => ({
      authority: String(authority),
      year: Number(year),
      people: count === null || count === undefined ? null : Number(count),
    }));
    populations.set(column, new Population(people, organisation.root, pack.financialYearStart));
  }
  session.close();
  return populations;
}
