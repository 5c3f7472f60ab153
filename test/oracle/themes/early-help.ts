import { heldBy } from '../notions/attribution.ts';
import { addMonths, daysBetween, openAt } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { count, datedIn, one, rate, rowsOfPerson, share } from '../notions/share.ts';
import { day, rowsOf, type Tables, text } from '../notions/tables.ts';
import { monthOf, yearToDate } from '../notions/windows.ts';
import { contains } from '../notions/words.ts';

const table = 'ssd_early_help_episodes';

function earlyHelpRate(tables: Tables, asAt: string): Indicator {
  const cases = rowsOf(tables, table).flatMap((row) => {
    const person = text(row, 'earl_person_id');
    const open = openAt(day(row, 'earl_episode_start_date'), day(row, 'earl_episode_end_date'), asAt);
    return person !== null && open ? [one(person, heldBy(tables, person, asAt))] : [];
  });
  return rate('early-help-rate', cases, true);
}

function earlyHelpLength(tables: Tables, asAt: string): Indicator {
  const cases = datedIn(tables, table, 'earl_episode_end_date', yearToDate(asAt)).flatMap(({ row, date }) => {
    const start = day(row, 'earl_episode_start_date');
    if (start === null || start > date) return [];
    const unit = heldBy(tables, text(row, 'earl_person_id'), date);
    return [{ id: text(row, 'earl_episode_id') ?? '', unit, weight: daysBetween(start, date), inNumerator: true }];
  });
  return { id: 'early-help-length', shape: 'average-days', distinct: false, cases };
}

function earlyHelpNeedsMet(tables: Tables, asAt: string): Indicator {
  return share(
    'early-help-needs-met',
    datedIn(tables, table, 'earl_episode_end_date', yearToDate(asAt)).map(({ row, date }) =>
      one(
        text(row, 'earl_episode_id'),
        heldBy(tables, text(row, 'earl_person_id'), date),
        contains(text(row, 'earl_episode_end_reason'), 'needs met'),
      ),
    ),
  );
}

function earlyHelpStepDowns(tables: Tables, asAt: string): Indicator {
  const cases = datedIn(tables, table, 'earl_episode_start_date', monthOf(asAt)).flatMap(({ row, date }) => {
    const person = text(row, 'earl_person_id');
    const steppedDown = rowsOfPerson(tables, 'ssd_cin_episodes', 'cine_person_id', person).some((referral) => {
      const closed = day(referral, 'cine_close_date');
      return closed !== null && closed <= date && closed >= addMonths(date, -1);
    });
    return steppedDown ? [one(text(row, 'earl_episode_id'), heldBy(tables, person, date))] : [];
  });
  return count('early-help-step-downs', cases);
}

export function earlyHelp(tables: Tables, asAt: string): Indicator[] {
  return [
    earlyHelpRate(tables, asAt),
    earlyHelpLength(tables, asAt),
    earlyHelpNeedsMet(tables, asAt),
    earlyHelpStepDowns(tables, asAt),
  ];
}
