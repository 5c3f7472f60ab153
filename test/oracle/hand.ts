import { type OracleFigure, oracle, type Row, type Tables } from './index.ts';

/**
 * The authority of the worked examples: root E1; district D1 with teams T1 and T2; team T3 directly under the root.
 * Unless a test says otherwise D is Monday 31 March 2025: the year to D and the 12 months to D both begin on
 * 1 April 2024, and mid-2024 is the population.
 */
export function given(tables: Tables): Tables {
  return {
    ssd_department: [
      { dept_team_id: 'E1', dept_team_parent_id: null },
      { dept_team_id: 'D1', dept_team_parent_id: 'E1' },
      { dept_team_id: 'T1', dept_team_parent_id: 'D1' },
      { dept_team_id: 'T2', dept_team_parent_id: 'D1' },
      { dept_team_id: 'T3', dept_team_parent_id: 'E1' },
    ],
    ...tables,
  };
}

/** Columns of one table by their order: `rows(['a', 'b'], [[1, 2]])` is `[{ a: 1, b: 2 }]`; what is short is null. */
export function rows(columns: readonly string[], cells: readonly (readonly Row[string][])[]): Row[] {
  return cells.map((line) => Object.fromEntries(columns.map((column, place) => [column, line[place] ?? null])));
}

/** Involvements: person, team, start, end, worker. Their ids are I1, I2 and so on. */
export function held(...cells: readonly (readonly (string | null)[])[]): Row[] {
  const columns = [
    'invo_person_id',
    'invo_professional_team',
    'invo_involvement_start_date',
    'invo_involvement_end_date',
    'invo_professional_id',
  ];
  return rows(columns, cells).map((row, place) => ({ invo_involvements_id: `I${place + 1}`, ...row }));
}

function figure(tables: Tables, indicator: string, unit: string, month: string): OracleFigure | undefined {
  return oracle(given(tables), month).find((one) => one.indicator === indicator && one.unit === unit);
}

/** Numerator and denominator of a unit; undefined where the unit has no figure. */
export function ratio(tables: Tables, indicator: string, unit = 'E1', month = '2025-03') {
  const found = figure(tables, indicator, unit, month);
  return found === undefined ? undefined : ([found.numerator, found.denominator] as const);
}

/** The ids of the cases that are not in the numerator, and of those that are, in order. */
export function list(tables: Tables, indicator: string, month = '2025-03') {
  const cases = figure(tables, indicator, 'E1', month)?.cases ?? [];
  const ids = (met: boolean) =>
    cases
      .filter((one) => one.inNumerator === met)
      .map((one) => one.id)
      .sort();
  return { not: ids(false), met: ids(true) };
}

/** The unit of each case of the authority by its id. */
export function unitsOf(tables: Tables, indicator: string, month = '2025-03') {
  return Object.fromEntries((figure(tables, indicator, 'E1', month)?.cases ?? []).map(({ id, unit }) => [id, unit]));
}
