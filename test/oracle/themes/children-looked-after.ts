import { heldBy } from '../notions/attribution.ts';
import { reviewsOf } from '../notions/cla-reviews.ts';
import { addMonths, ageAt, isWithin } from '../notions/dates.ts';
import type { Indicator } from '../notions/figures.ts';
import { type LookedAfter, lookedAfterAt } from '../notions/looked-after.ts';
import { isForAdoption, isFoster, isTemporary, placementAt, placementsOf } from '../notions/placements.ts';
import { day, rowsOf, type Tables, text } from '../notions/tables.ts';
import { isUasc } from '../notions/uasc.ts';
import { twelveMonthsTo } from '../notions/windows.ts';
import { contains, isOneOf } from '../notions/words.ts';
import { isAtLeast, workingDays } from '../notions/working-days.ts';

type Condition = (child: LookedAfter) => boolean;

/** A share of the distinct persons looked after at D who count. */
function shareOfLookedAfter(tables: Tables, asAt: string, id: string, counts: Condition, met: Condition): Indicator {
  const cases = lookedAfterAt(tables, asAt)
    .filter(counts)
    .map((child) => ({
      id: child.person,
      unit: heldBy(tables, child.person, asAt),
      weight: 1,
      inNumerator: met(child),
    }));
  return { id, shape: 'share', distinct: true, cases };
}

function hasThreePlacements(tables: Tables, asAt: string, person: string): boolean {
  const window = twelveMonthsTo(asAt);
  const counted = placementsOf(tables, person).filter((placement) => {
    const { start, end } = placement;
    if (isTemporary(placement) || start === null || start > asAt) return false;
    return end === null || (end > start && end > window.first);
  });
  return counted.length >= 3;
}

/** Placed for adoption with the carers of a long placement, or straight from one, is as stable as the long one. */
function isStable(tables: Tables, asAt: string, person: string): boolean {
  const twoYearsAgo = addMonths(asAt, -24);
  const placement = placementAt(tables, person, asAt);
  if (placement === null || placement.start === null) return false;
  if (placement.start <= twoYearsAgo) return true;
  return (
    isForAdoption(placement) &&
    placementsOf(tables, person).some(
      (other) =>
        other.id !== placement.id &&
        other.end === placement.start &&
        other.start !== null &&
        other.start <= twoYearsAgo,
    )
  );
}

/** Under 16 on D; of a person without a known date of birth this is false. */
function isUnder16(tables: Tables, asAt: string, person: string): boolean {
  const row = rowsOf(tables, 'ssd_person').find((one) => text(one, 'pers_person_id') === person);
  const born = row === undefined ? null : day(row, 'pers_dob');
  return born !== null && ageAt(born, asAt) < 16;
}

function reviewedOnTime(tables: Tables, asAt: string, child: LookedAfter): boolean {
  const reviews = reviewsOf(tables, child.period).map((row) => ({
    due: day(row, 'clar_cla_review_due_date'),
    held: day(row, 'clar_cla_review_date'),
  }));
  const dueInTheYear = reviews.filter(({ due }) => isWithin(due, twelveMonthsTo(asAt)));
  return (
    reviews.some(({ due }) => due !== null && due <= asAt) &&
    dueInTheYear.every(({ due, held }) => due !== null && held !== null && held <= due)
  );
}

function hasCheck(tables: Tables, asAt: string, person: string, type: string): boolean {
  return rowsOf(tables, 'ssd_cla_health').some((row) => {
    const status = text(row, 'clah_health_check_status');
    return (
      text(row, 'clah_person_id') === person &&
      contains(text(row, 'clah_health_check_type'), type) &&
      !contains(status, 'refused') &&
      !contains(status, 'cancelled') &&
      isWithin(day(row, 'clah_health_check_date'), twelveMonthsTo(asAt))
    );
  });
}

export function childrenLookedAfter(tables: Tables, asAt: string): Indicator[] {
  const share = (id: string, counts: Condition, met: Condition) => shareOfLookedAfter(tables, asAt, id, counts, met);
  const notUasc: Condition = ({ person }) => !isUasc(tables, person, asAt);
  const placementOf = ({ person }: LookedAfter) => placementAt(tables, person, asAt);
  const inFoster: Condition = (child) => {
    const placement = placementOf(child);
    return placement !== null && isFoster(placement);
  };
  const beganBy =
    (date: string): Condition =>
    (child) =>
      child.period.began !== null && child.period.began <= date;
  const hadCheck =
    (type: string): Condition =>
    ({ person }) =>
      hasCheck(tables, asAt, person, type);
  return [
    { ...share('cla-rate', notUasc, () => true), shape: 'rate' },
    share(
      'cla-3-placements',
      () => true,
      ({ person }) => hasThreePlacements(tables, asAt, person),
    ),
    share(
      'cla-stable-2-years',
      (child) => isUnder16(tables, asAt, child.person) && beganBy(addMonths(asAt, -30))(child),
      ({ person }) => isStable(tables, asAt, person),
    ),
    share(
      'cla-own-foster',
      notUasc,
      (child) => inFoster(child) && isOneOf(placementOf(child)?.provider ?? null, ['PR1']),
    ),
    share(
      'cla-foster-10-miles',
      (child) => notUasc(child) && inFoster(child),
      (child) => (placementOf(child)?.distance ?? Number.POSITIVE_INFINITY) <= 10,
    ),
    share(
      'cla-reviews-on-time',
      (child) => isAtLeast(workingDays(child.period.began, asAt), 20),
      (child) => reviewedOnTime(tables, asAt, child),
    ),
    share('cla-dental-12-months', beganBy(addMonths(asAt, -12)), hadCheck('dental')),
    share('cla-health-12-months', beganBy(addMonths(asAt, -12)), hadCheck('health assessment')),
  ];
}
