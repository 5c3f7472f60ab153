import { heldBy } from '../notions/attribution.ts';
import { addDays, addMonths, daysBetween, isWithin } from '../notions/dates.ts';
import { episodeOpenAt, episodesOf, latestStart } from '../notions/episodes.ts';
import type { Indicator } from '../notions/figures.ts';
import { latest } from '../notions/latest.ts';
import { isAdoption, type Leaving, lastPerPerson, leavingsIn } from '../notions/leavers.ts';
import { periodOf, periodsOfCare } from '../notions/periods-of-care.ts';
import { permanenceRowOf } from '../notions/permanence.ts';
import { day, isYes, type Row, rowsOf, type Tables, text } from '../notions/tables.ts';
import { rollingMonths, type Window, yearToDate } from '../notions/windows.ts';

/**
 * Days per adopted person. Adoptions without days are left out before the last of each person is taken; the end of
 * the period of care is attributed on the day before.
 */
function averageDays(
  tables: Tables,
  id: string,
  window: Window,
  daysOf: (leaving: Leaving, permanence: Row) => number | null,
): Indicator {
  const adoptions = leavingsIn(tables, window)
    .filter(isAdoption)
    .flatMap((leaving) => {
      const permanence = permanenceRowOf(tables, leaving.period);
      const days = permanence === null ? null : daysOf(leaving, permanence);
      return days === null ? [] : [{ ...leaving, days }];
    });
  const cases = lastPerPerson(adoptions).map(({ person, end, days }) => ({
    id: person,
    unit: heldBy(tables, person, addDays(end.date, -1)),
    weight: days,
    inNumerator: true,
  }));
  return { id, shape: 'average-days', distinct: true, cases };
}

/** From entered care to the date moved in; null where either is unknown or the move came before the period began. */
function daysToFamily({ period }: Leaving, permanence: Row): number | null {
  const movedIn = isYes(permanence, 'perm_adopted_by_carer_flag')
    ? day(permanence, 'perm_placed_foster_carer_date')
    : day(permanence, 'perm_placed_for_adoption_date');
  if (movedIn === null || period.began === null || movedIn < period.began) return null;
  return daysBetween(period.began, movedIn);
}

/** From placement order to match, nought where the match came first; null without both dates. */
function daysToMatch(_: Leaving, permanence: Row): number | null {
  const order = day(permanence, 'perm_placement_order_date');
  const matched = day(permanence, 'perm_matched_date');
  return order === null || matched === null ? null : Math.max(0, daysBetween(order, matched));
}

/** When the person placed for adoption had entered care: by the period the row names, else the one open that day. */
function enteredCare(tables: Tables, row: Row, person: string, placed: string): string | null {
  const own = episodesOf(tables).filter((episode) => episode.person === person);
  const claId = text(row, 'perm_cla_id');
  const named = latestStart(own.filter((episode) => claId !== null && episode.claId === claId));
  const episode = named ?? episodeOpenAt(own, person, placed);
  return episode === null ? null : (periodOf(periodsOfCare(tables), episode.id)?.began ?? null);
}

function within14Months(tables: Tables, asAt: string): Indicator {
  const window = yearToDate(asAt);
  const placings = rowsOf(tables, 'ssd_permanence').flatMap((row) => {
    const person = text(row, 'perm_person_id');
    const placed = day(row, 'perm_placed_for_adoption_date');
    return person !== null && placed !== null && isWithin(placed, window) ? [{ row, person, placed }] : [];
  });
  const persons = new Set(placings.map(({ person }) => person));
  const cases = [...persons].flatMap((person) => {
    const last = latest(
      placings.filter((placing) => placing.person === person),
      ({ placed }) => placed,
      ({ row }) => text(row, 'perm_table_id'),
    );
    if (last === null) return [];
    const entered = enteredCare(tables, last.row, person, last.placed);
    const inTime = entered !== null && last.placed <= addMonths(entered, 14);
    return [{ id: person, unit: heldBy(tables, person, last.placed), weight: 1, inNumerator: inTime }];
  });
  return { id: 'adoption-within-14-months', shape: 'share', distinct: true, cases };
}

export function adoption(tables: Tables, asAt: string): Indicator[] {
  return [
    averageDays(tables, 'adoption-days-to-family', yearToDate(asAt), daysToFamily),
    averageDays(tables, 'adoption-days-to-family-3-years', rollingMonths(asAt, 36), daysToFamily),
    averageDays(tables, 'adoption-days-to-match', yearToDate(asAt), daysToMatch),
    averageDays(tables, 'adoption-days-to-match-3-years', rollingMonths(asAt, 36), daysToMatch),
    within14Months(tables, asAt),
  ];
}
