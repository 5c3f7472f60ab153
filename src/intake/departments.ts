import { literal, quoted } from '../warehouse/index.ts';
import { LoadError } from './load-error.ts';
import type { ReadTable } from './read-table.ts';
import type { Workbench } from './workbench.ts';

/** The dataset that holds the organisation of an SSD extract. */
export const departments = 'ssd_department';

interface Roots {
  /** The departments without a parent. */
  readonly roots: readonly string[];
  /** The parents that departments name and that are not in the table. */
  readonly unknownParents: readonly string[];
}

/**
 * Makes the departments of a delivery one tree and gives the code of its root. A department that is its own parent has
 * none. Where no department is without a parent and all that lack theirs name the same one, that one is the root and is
 * added; where there is a root, departments with an unknown parent are put under it.
 *
 * @throws LoadError several roots, or a loop: nobody could say what the authority's figures are
 */
export async function settleDepartments(
  bench: Workbench,
  { table, line, present }: Pick<ReadTable, 'table' | 'line' | 'present'>,
  file: string,
): Promise<string | null> {
  const linked = ['dept_team_id', 'dept_team_parent_id'].every((column) => present.includes(column));
  if (!linked || !(await bench.count(`select count(*) from ${quoted(table)} where dept_team_id is not null`)))
    return null;
  const place = `select ${literal(file)} as file, ${line} as "row", 'dept_team_parent_id' as "column",
    dept_team_parent_id as "value", '${departments}' as dataset from ${quoted(table)}`;
  const own = 'dept_team_parent_id = dept_team_id';
  await bench.noteEach('department-own-parent', `${place} where ${own}`);
  await bench.run(`update ${quoted(table)} set dept_team_parent_id = null where ${own}`);

  const { roots, unknownParents } = await rootsOf(bench, table);
  const root = theRoot(roots, unknownParents, file);
  if (roots.length === 0) {
    const named = present.includes('dept_team_parent_name') && present.includes('dept_team_name');
    const name = `(select any_value(dept_team_parent_name) from ${quoted(table)} where dept_team_parent_id = ${literal(root)})`;
    await bench.run(`insert into ${quoted(table)} (dept_team_id${named ? ', dept_team_name' : ''})
      values (${literal(root)}${named ? `, ${name}` : ''})`);
    await bench.note({
      code: 'department-root-added',
      file,
      value: root,
      column: 'dept_team_id',
      dataset: departments,
    });
  } else {
    const unknown = `dept_team_parent_id in (${[...unknownParents, ''].map(literal).join(', ')})`;
    await bench.noteEach('department-parent-unknown', `${place} where ${unknown}`, root);
    await bench.run(`update ${quoted(table)} set dept_team_parent_id = ${literal(root)} where ${unknown}`);
  }
  await refuseLoops(bench, table, root, file);
  return root;
}

async function rootsOf(bench: Workbench, table: string): Promise<Roots> {
  const codes = async (sql: string) => (await bench.rows<{ code: string }>(sql)).map(({ code }) => code);
  const ids = `select dept_team_id from ${quoted(table)} where dept_team_id is not null`;
  return {
    roots: await codes(
      `select dept_team_id as code from ${quoted(table)}
      where dept_team_parent_id is null and dept_team_id is not null order by code`,
    ),
    unknownParents: await codes(
      `select distinct dept_team_parent_id as code from ${quoted(table)}
      where dept_team_id is not null and dept_team_parent_id not in (${ids}) order by code`,
    ),
  };
}

function theRoot(roots: readonly string[], unknownParents: readonly string[], file: string): string {
  const candidates = roots.length > 0 ? roots : unknownParents;
  const [root, ...others] = candidates;
  if (root === undefined)
    throw new LoadError(`${file}: the teams are above each other in a loop, and none is the root`);
  if (others.length === 0) return root;
  const listed = candidates.slice(0, 5).join(', ');
  throw new LoadError(
    `${file}: one team, the authority itself, has no parent; here ${candidates.length} have none or an unknown one at the top: ${listed}`,
  );
}

/** Every team must be reached from the root. */
async function refuseLoops(bench: Workbench, table: string, root: string, file: string): Promise<void> {
  const [stray] = await bench.rows<{ code: string }>(`
    with recursive below as (
      select ${literal(root)} as id
      union
      select d.dept_team_id as id from ${quoted(table)} d join below b on d.dept_team_parent_id = b.id
    )
    select min(dept_team_id) as code from ${quoted(table)}
    where dept_team_id is not null and dept_team_id not in (select id from below)`);
  if (stray?.code) throw new LoadError(`${file}: the team ${stray.code} is above itself, so it hangs from no root`);
}
