import { checkUnits, type Diagnostic, type UnitRow } from '../pack/index.ts';
import { quoted } from '../warehouse/index.ts';
import { LoadError } from './load-error.ts';
import type { Workbench } from './workbench.ts';

/** The dataset that holds the organisation with its dates, in the form of units.csv of a pack. */
export const organisation = 'organisation';

const columns = ['code', 'name', 'parent', 'kind', 'from', 'to', 'predecessor'] as const;

/** How many faults a refusal spells out. */
const told = 5;

interface Delivered {
  readonly table: string;
  /** The columns that the delivery has. */
  readonly present: readonly string[];
  /** SQL over the table for the line of a row. */
  readonly line: string;
}

/**
 * Holds delivered units to the rules of units.csv and gives the code of their root.
 *
 * @throws LoadError a unit without a code, or an organisation that does not hold together on some day: no figure could be
 * given for it, and nobody could say what the authority's is
 */
export async function settleOrganisation(
  bench: Workbench,
  { table, present, line }: Delivered,
  file: string,
): Promise<string | null> {
  const cell = (name: string) => (present.includes(name) ? `${quoted(name)}::varchar` : 'null::varchar');
  const rows = await bench.rows<Record<(typeof columns)[number], string | null> & { line: number }>(
    `select ${columns.map((name) => `${cell(name)} as ${quoted(name)}`).join(', ')}, ${line} as line
    from ${quoted(table)} order by rowid`,
  );
  const faults: Diagnostic[] = [];
  const units = rows.map(({ line: at, ...row }) => {
    if (row.code === null) throw new LoadError(`${file}: the unit of line ${at} has no code`);
    const filled = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
    return { row: filled as UnitRow, at: () => ({ file, line: Number(at), column: 1 }) };
  });
  checkUnits(units, (fault) => faults.push(fault));
  if (faults.length === 0) return units.find(({ row }) => row.parent === undefined)?.row.code ?? null;
  const listed = faults.slice(0, told).map((fault) => `line ${fault.line}: ${fault.message}`);
  const more = faults.length > told ? `; and ${faults.length - told} more` : '';
  throw new LoadError(`${file}: the units do not hold together: ${listed.join('; ')}${more}`);
}
