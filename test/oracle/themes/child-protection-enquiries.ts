import { ownedBy } from '../notions/attribution.ts';
import { isWithin } from '../notions/dates.ts';
import type { Indicator, OracleCase } from '../notions/figures.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { rollingMonths, type Window, yearToDate } from '../notions/windows.ts';
import { isAtMost, workingDays } from '../notions/working-days.ts';

/** Section 47 enquiries whose date in the column lies in the window. */
function enquiries(tables: Tables, column: string, window: Window, met: (row: Row) => boolean): OracleCase[] {
  return rowsOf(tables, 'ssd_s47_enquiry').flatMap((row) => {
    const date = day(row, column);
    if (date === null || !isWithin(date, window)) return [];
    const unit = ownedBy(tables, text(row, 's47e_s47_completed_by_team'), text(row, 's47e_person_id'), date);
    return [{ id: text(row, 's47e_s47_enquiry_id') ?? '', unit, weight: 1, inNumerator: met(row) }];
  });
}

/** Initial conferences held in the window, transfers in from another authority left out (an unknown flag stays). */
function conferences(tables: Tables, window: Window, met: (row: Row) => boolean): OracleCase[] {
  return rowsOf(tables, 'ssd_initial_cp_conference').flatMap((row) => {
    const date = day(row, 'icpc_icpc_date');
    if (date === null || !isWithin(date, window) || isYes(row, 'icpc_icpc_transfer_in')) return [];
    const unit = ownedBy(tables, text(row, 'icpc_icpc_team'), text(row, 'icpc_person_id'), date);
    return [{ id: text(row, 'icpc_icpc_id') ?? '', unit, weight: 1, inNumerator: met(row) }];
  });
}

/** Whether an initial conference, transferred in or not, names the enquiry and was held by D. */
function ledToConference(tables: Tables, enquiry: Row, asAt: string): boolean {
  const id = text(enquiry, 's47e_s47_enquiry_id');
  return rowsOf(tables, 'ssd_initial_cp_conference').some((row) => {
    const date = day(row, 'icpc_icpc_date');
    return id !== null && text(row, 'icpc_s47_enquiry_id') === id && date !== null && date <= asAt;
  });
}

/** A conference before its enquiry is `reversed`: here it is not left out, it only does not meet the condition. */
function within15Days(tables: Tables, conference: Row): boolean {
  const named = text(conference, 'icpc_s47_enquiry_id');
  const enquiry = rowsOf(tables, 'ssd_s47_enquiry').find(
    (row) => named !== null && text(row, 's47e_s47_enquiry_id') === named,
  );
  if (enquiry === undefined) return false;
  return isAtMost(workingDays(day(enquiry, 's47e_s47_start_date'), day(conference, 'icpc_icpc_date')), 15);
}

export function childProtectionEnquiries(tables: Tables, asAt: string): Indicator[] {
  const rolling = rollingMonths(asAt, 12);
  const year = yearToDate(asAt);
  return [
    {
      id: 's47-rate',
      shape: 'rate',
      distinct: false,
      cases: enquiries(tables, 's47e_s47_start_date', rolling, () => true),
    },
    {
      id: 's47-to-conference',
      shape: 'share',
      distinct: false,
      cases: enquiries(tables, 's47e_s47_end_date', year, (row) => ledToConference(tables, row, asAt)),
    },
    { id: 'icpc-rate', shape: 'rate', distinct: false, cases: conferences(tables, rolling, () => true) },
    {
      id: 'icpc-15-days',
      shape: 'share',
      distinct: false,
      cases: conferences(tables, year, (row) => within15Days(tables, row)),
    },
    {
      id: 'icpc-to-plan',
      shape: 'share',
      distinct: false,
      cases: conferences(tables, year, (row) => isYes(row, 'icpc_icpc_outcome_cp_flag')),
    },
  ];
}
