import { join } from 'node:path';
import { bankHolidays } from '../calendar/index.ts';
import { type Column, type Pack, type UnitRow, unitKinds } from '../pack/index.ts';
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
  const organisation = await readOrganisation(engine, pack, tables, code);
  const populations = await readPopulations(engine, pack, organisation);
  return { code, manifests, tables, organisation, populations, engine };
}

/**
 * The units that are loaded; else the pack's, where they are this authority's; else the departments of the extract. Units that
 * do not know a department of the extract give way: a case must not lose its team because a list of units is out of date.
 */
async function readOrganisation(engine: Engine, pack: Pack, tables: Tables, authority: string): Promise<Organisation> {
  const departments = tables.has('ssd_department') ? await readDepartments(engine) : [];
  const candidates = [tables.has('organisation') ? await readUnits(engine) : [], pack.units];
  for (const units of candidates.filter(({ length }) => length > 0)) {
    const organisation = Organisation.fromUnits(units);
    const known = new Set(organisation.codes);
    const ours = units !== pack.units || organisation.root === authority || known.has(authority);
    if (ours && departments.every(({ id }) => known.has(id))) return organisation;
  }
  return Organisation.fromDepartments(departments);
}

/**
 * The rows of the dataset organisation, which a load has held to the rules of units.csv. A unit without a name is called by its
 * code; a level that is not said follows from the tree: the root is the authority, a unit with others below it a district.
 */
async function readUnits(engine: Engine): Promise<UnitRow[]> {
  const session = await engine.session();
  const rows = await session.rows(
    'select code, name, parent, kind, "from"::varchar, "to"::varchar, predecessor from organisation where code is not null',
  );
  session.close();
  const text = (value: unknown) => (value === null || value === undefined ? undefined : String(value));
  const parents = new Set(rows.map(([, , parent]) => text(parent)));
  return rows.map(([code, name, parent, kind, from, to, predecessor]) => ({
    code: String(code),
    name: text(name) ?? String(code),
    parent: text(parent),
    kind:
      unitKinds.find((known) => known === kind) ??
      (text(parent) === undefined ? 'authority' : parents.has(String(code)) ? 'district' : 'team'),
    from: text(from),
    to: text(to),
    predecessor: text(predecessor),
  }));
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
