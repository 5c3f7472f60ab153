import { latest } from './latest.ts';
import { isNamedBy, type PeriodOfCare } from './periods-of-care.ts';
import { type Row, rowsOf, type Tables, text } from './tables.ts';

/** The person's row that names an episode of the period, else one that names none; of several the highest id. */
export function permanenceRowOf(tables: Tables, period: PeriodOfCare): Row | null {
  const own = rowsOf(tables, 'ssd_permanence').filter(
    (row) => period.person !== null && text(row, 'perm_person_id') === period.person,
  );
  const naming = own.filter((row) => isNamedBy(period, text(row, 'perm_cla_id')));
  const nameless = own.filter((row) => text(row, 'perm_cla_id') === null);
  return latest(
    naming.length > 0 ? naming : nameless,
    () => null,
    (row) => text(row, 'perm_table_id'),
  );
}
