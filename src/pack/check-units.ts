import type { Report } from './bind-indicator.ts';
import { diagnose, type Place } from './diagnostic.ts';
import type { UnitRow } from './model.ts';

export interface PlacedUnit {
  readonly row: UnitRow;
  /** Where it stands, or one of its columns does. */
  at(column?: keyof UnitRow): Place;
}

const beginning = '0001-01-01';
const end = '9999-12-31';

/**
 * Checks the organisation: parents and predecessors are known, and on every day on which it changes there is one unit
 * without a parent, no unit twice, and none below itself.
 */
export function checkUnits(units: readonly PlacedUnit[], report: Report): void {
  const codes = new Set(units.map(({ row }) => row.code));
  for (const { row, at } of units) {
    for (const column of ['parent', 'predecessor'] as const) {
      const found = row[column];
      if (found === undefined || codes.has(found)) continue;
      report(diagnose('unknown-unit', at(column), { found, allowed: codes }));
    }
    if (row.to !== undefined && row.to < (row.from ?? beginning)) {
      report(diagnose('dates-reversed', at('to'), { found: row.to }));
    }
  }
  checkOverlaps(units, report);
  const days = [...new Set(units.map(({ row }) => row.from ?? beginning))].sort();
  for (const day of days) {
    const inForce = units.filter(({ row }) => (row.from ?? beginning) <= day && day <= (row.to ?? end));
    if (!checkTree(inForce, day, report)) return;
  }
}

function checkOverlaps(units: readonly PlacedUnit[], report: Report): void {
  for (const [index, { row, at }] of units.entries()) {
    const other = units
      .slice(0, index)
      .find(
        (earlier) =>
          earlier.row.code === row.code &&
          (earlier.row.from ?? beginning) <= (row.to ?? end) &&
          (row.from ?? beginning) <= (earlier.row.to ?? end),
      );
    if (!other) continue;
    const words = { line: other.at().line };
    report(diagnose('unit-overlap', at('code'), { found: row.code, words }));
  }
}

/** Whether the tree in force on a day is in order; one report is enough for all the days it is not. */
function checkTree(units: readonly PlacedUnit[], day: string, report: Report): boolean {
  const [first] = units;
  if (!first) return true;
  const roots = units.filter(({ row }) => row.parent === undefined);
  if (roots.length !== 1) {
    const detail = day === beginning ? 'the beginning' : day;
    const found = roots.map(({ row }) => row.code).join(', ');
    const { at } = roots[1] ?? first;
    const words = { detail, count: roots.length === 0 ? 'no' : roots.length };
    report(diagnose('unit-roots', at('parent'), { found: found || 'none', words }));
    return false;
  }
  const parents = new Map(units.map(({ row }) => [row.code, row.parent]));
  for (const { row, at } of units) {
    const path = [row.code];
    for (let above = row.parent; above !== undefined; above = parents.get(above)) {
      const loops = path.includes(above);
      path.push(above);
      if (!loops) continue;
      report(diagnose('unit-loop', at('parent'), { found: row.code, words: { detail: path.join(' > ') } }));
      return false;
    }
  }
  return true;
}
