import type { Day, Month } from '../calendar/index.ts';
import { monthEnd } from '../calendar/index.ts';
import type { UnitRow } from '../pack/index.ts';
import { notAttributed, type Unit } from './figures.ts';

/** A row of ssd_department: an organisation without dates. */
export interface Department {
  readonly id: string;
  readonly name: string | null;
  readonly parent: string | null;
}

/** The units of one authority, dated. The first row of a code that holds at a day is the one that counts. */
export class Organisation {
  readonly root: string;
  private readonly rows: ReadonlyMap<string, readonly UnitRow[]>;

  private constructor(root: string, rows: readonly UnitRow[]) {
    this.root = root;
    this.rows = Map.groupBy(rows, (row) => row.code);
  }

  /** From units.csv of a pack; its one row without a parent is the authority. */
  static fromUnits(rows: readonly UnitRow[]): Organisation {
    const root = rows.find((row) => row.parent === undefined);
    if (!root) throw new Error('units.csv names no unit without a parent');
    return new Organisation(root.code, rows);
  }

  /** From ssd_department; without departments there is one unit, `authority`. */
  static fromDepartments(departments: readonly Department[]): Organisation {
    const known = new Set(departments.map((department) => department.id));
    const parents = new Set(departments.map((department) => department.parent));
    const isRoot = ({ parent }: Department) => parent === null || !known.has(parent);
    const root = departments.find(isRoot)?.id ?? 'authority';
    const rows = departments.map((department): UnitRow => {
      const top = department.id === root;
      const kind = top ? 'authority' : parents.has(department.id) ? 'district' : 'team';
      return {
        code: department.id,
        name: department.name ?? department.id,
        parent: top ? undefined : (department.parent ?? root),
        kind,
      };
    });
    if (rows.length === 0) rows.push({ code: root, name: 'Whole authority', kind: 'authority' });
    return new Organisation(root, rows);
  }

  get codes(): readonly string[] {
    return [...this.rows.keys()];
  }

  /** The units in force at the end of a month: the authority, then each unit after its parent, siblings by name. */
  unitsAt(month: Month): Unit[] {
    const day = monthEnd(month);
    const inForce = [...this.rows.values()].flatMap((rows) => rows.find((row) => holdsAt(row, day)) ?? []);
    const children = Map.groupBy(inForce, (row) => row.parent ?? null);
    const below = (parent: string | null): Unit[] =>
      (children.get(parent) ?? [])
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'))
        .flatMap((row) => [{ code: row.code, name: row.name, kind: row.kind, parent }, ...below(row.code)]);
    return below(null);
  }

  /** Each unit with itself and every unit above it, at the end of a month; cases without a unit stand below the root. */
  treeAt(month: Month): { unit: string; ancestor: string }[] {
    const day = monthEnd(month);
    const pairs = this.codes.flatMap((unit) => this.path(unit, day).map((ancestor) => ({ unit, ancestor })));
    return [...pairs, { unit: notAttributed, ancestor: notAttributed }, { unit: notAttributed, ancestor: this.root }];
  }

  private path(unit: string, day: Day): string[] {
    const path: string[] = [];
    for (let at: string | undefined = unit; at !== undefined && !path.includes(at); at = this.rowAt(at, day)?.parent) {
      path.push(at);
    }
    return path;
  }

  /** The row in force; for a unit that has closed its last one, so that its cases stay below its last parent. */
  private rowAt(unit: string, day: Day): UnitRow | undefined {
    const rows = this.rows.get(unit) ?? [];
    const begun = rows.filter((row) => (row.from ?? '') <= day);
    return rows.find((row) => holdsAt(row, day)) ?? begun.at(-1) ?? rows[0];
  }
}

function holdsAt(row: UnitRow, day: Day): boolean {
  return (row.from ?? '') <= day && day <= (row.to ?? '9999-12-31');
}
