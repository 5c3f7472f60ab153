import { openAt } from './dates.ts';
import { latest } from './latest.ts';
import { day, type Row, rowsOf, type Tables, text } from './tables.ts';
import { notAttributed, unitCodes } from './units.ts';

/** The involvement rows of a person that are open at a date; a row without a person is nobody's. */
export function involvementsOpen(tables: Tables, person: string | null, date: string): Row[] {
  return rowsOf(tables, 'ssd_involvements').filter(
    (row) =>
      person !== null &&
      text(row, 'invo_person_id') === person &&
      openAt(day(row, 'invo_involvement_start_date'), day(row, 'invo_involvement_end_date'), date),
  );
}

/** The code itself where ssd_department knows it, otherwise null. */
export function knownTeam(tables: Tables, code: string | null): string | null {
  return code !== null && unitCodes(tables).includes(code) ? code : null;
}

/**
 * The team of the person's open involvement with the latest start. The row is chosen first: where its team is null
 * or unknown there is no holding team, whatever the next row says.
 */
export function holdingTeam(tables: Tables, person: string | null, date: string): string | null {
  const chosen = latest(
    involvementsOpen(tables, person, date),
    (row) => day(row, 'invo_involvement_start_date'),
    (row) => text(row, 'invo_involvements_id'),
  );
  return chosen === null ? null : knownTeam(tables, text(chosen, 'invo_professional_team'));
}

/** The unit of a case whose table has no team of its own. */
export function heldBy(tables: Tables, person: string | null, date: string): string {
  return holdingTeam(tables, person, date) ?? notAttributed;
}

/** The unit of a case whose table has a team: that team, else the holding team. */
export function ownedBy(tables: Tables, team: string | null, person: string | null, date: string): string {
  return knownTeam(tables, team) ?? heldBy(tables, person, date);
}
