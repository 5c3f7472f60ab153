import { openAt } from './dates.ts';
import { latest } from './latest.ts';
import { day, number, rowsOf, type Tables, text } from './tables.ts';
import { isOneOf } from './words.ts';

/** One row of ssd_cla_placement. */
export interface Placement {
  readonly id: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly code: string | null;
  readonly provider: string | null;
  /** Miles from home. */
  readonly distance: number | null;
}

const temporaryCodes = ['T0', 'T1', 'T2', 'T3', 'T4', 'Z1', 'Z11', 'Z12', 'Z13', 'Z14'];
const fosterCodes = ['U1', 'U2', 'U3', 'U4', 'U5', 'U6'];
const adoptiveCodes = ['A3', 'A4', 'A5', 'A6'];

export function placementsOf(tables: Tables, person: string): Placement[] {
  return rowsOf(tables, 'ssd_cla_placement')
    .filter((row) => text(row, 'clap_person_id') === person)
    .map((row) => ({
      id: text(row, 'clap_cla_placement_id') ?? '',
      start: day(row, 'clap_cla_placement_start_date'),
      end: day(row, 'clap_cla_placement_end_date'),
      code: text(row, 'clap_cla_placement_type'),
      provider: text(row, 'clap_cla_placement_provider'),
      distance: number(row, 'clap_cla_placement_distance'),
    }));
}

/** A temporary or absence code. An unknown type is not one. */
export function isTemporary(placement: Placement): boolean {
  return isOneOf(placement.code, temporaryCodes);
}

export function isFoster(placement: Placement): boolean {
  return isOneOf(placement.code, fosterCodes);
}

export function isForAdoption(placement: Placement): boolean {
  return isOneOf(placement.code, adoptiveCodes);
}

/** The placement behind any temporary one: a week in hospital does not end a foster home. */
export function placementAt(tables: Tables, person: string, date: string): Placement | null {
  return latest(
    placementsOf(tables, person).filter((one) => !isTemporary(one) && openAt(one.start, one.end, date)),
    (one) => one.start,
    (one) => one.id,
  );
}
