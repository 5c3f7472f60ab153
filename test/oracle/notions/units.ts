import { rowsOf, type Tables, text } from './tables.ts';

export const notAttributed = 'not-attributed';

export function unitCodes(tables: Tables): string[] {
  return rowsOf(tables, 'ssd_department').flatMap((row) => text(row, 'dept_team_id') ?? []);
}

/** The department without a parent; `authority` where there is no department at all. */
export function rootOf(tables: Tables): string {
  const roots = rowsOf(tables, 'ssd_department').filter((row) => text(row, 'dept_team_parent_id') === null);
  if (roots.length > 1) throw new Error('several roots in ssd_department');
  const root = roots[0] === undefined ? null : text(roots[0], 'dept_team_id');
  if (root === null && unitCodes(tables).length > 0) throw new Error('no root in ssd_department');
  return root ?? 'authority';
}

/** Whether the unit is the other one or one of its ancestors. The root is above everything, Not attributed included. */
export function covers(tables: Tables, unit: string, own: string): boolean {
  if (unit === own || unit === rootOf(tables)) return true;
  const department = rowsOf(tables, 'ssd_department').find((row) => text(row, 'dept_team_id') === own);
  const parent = department === undefined ? null : text(department, 'dept_team_parent_id');
  return parent !== null && covers(tables, unit, parent);
}
