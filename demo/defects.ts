import type { Cell } from './csv-files.ts';
import type { Rule } from './defects/rule.ts';
import { poorDistrictRules, rules } from './defects/rules.ts';
import type { Organisation } from './organisation.ts';
import type { Draw, Streams } from './random.ts';
import type { Stories } from './stories.ts';
import { columns, type TableName, tableNames } from './tables/columns.ts';
import type { Filter } from './tables/folder.ts';

/** One kind of defect in one table: how many rows could have had it, and how many were given it. */
export interface DefectCount {
  readonly table: TableName;
  readonly kind: string;
  readonly rate: number;
  /** Only rows of the district whose records are poor. */
  readonly poorDistrict: boolean;
  rows: number;
  of: number;
}

interface Applied {
  readonly rule: Rule;
  readonly at: readonly number[];
  readonly count: DefectCount;
  /** The column that tells whether a row is the poor district's; -1 where every row may be spoilt. */
  readonly team: number;
}

/** The filter that spoils a small share of the rows, at most once each, and the count it keeps while rows are written. */
export function defectsOf(
  organisation: Organisation,
  stories: Stories,
  streams: Streams,
): { filter: Filter; counts: readonly DefectCount[] } {
  const poorTeams = new Set<Cell>(
    organisation.teams.filter((team) => team.district === stories.poorDistrict).map((team) => team.id),
  );
  const counts: DefectCount[] = [];
  const byTable = new Map<TableName, { draw: Draw; applied: Applied[] }>();
  const apply = (rule: Rule, poorDistrict: boolean): void => {
    const names: readonly string[] = columns[rule.table];
    const place = (column: string): number => names.indexOf(column);
    const count = { table: rule.table, kind: rule.kind, rate: rule.rate, poorDistrict, rows: 0, of: 0 };
    counts.push(count);
    const team = poorDistrict && rule.team !== undefined ? place(rule.team) : -1;
    byTable.get(rule.table)?.applied.push({ rule, at: rule.columns.map(place), count, team });
  };
  tableNames.forEach((table, i) => {
    byTable.set(table, { draw: streams('defects', i), applied: [] });
  });
  for (const rule of rules) apply(rule, false);
  for (const rule of poorDistrictRules) apply(rule, true);

  return {
    counts,
    filter: (table, cells) => {
      const of = byTable.get(table);
      if (of === undefined) return [cells];
      let left = of.applied.length === 0 ? 1 : of.draw.next();
      let chosen: Applied | null = null;
      for (const one of of.applied) {
        if (one.team >= 0 && !poorTeams.has(cells[one.team])) continue;
        if (one.rule.applies !== undefined && !one.rule.applies(cells, one.at)) continue;
        one.count.of++;
        if (chosen === null && left < one.rule.rate) chosen = one;
        left -= one.rule.rate;
      }
      if (chosen === null) return [cells];
      chosen.count.rows++;
      return chosen.rule.spoil(cells, chosen.at, of.draw);
    },
  };
}
