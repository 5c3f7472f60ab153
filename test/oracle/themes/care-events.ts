import { heldBy } from '../notions/attribution.ts';
import { personOfReview, reviewsNotCancelled } from '../notions/cla-reviews.ts';
import { addDays, isWithin } from '../notions/dates.ts';
import { episodesOf } from '../notions/episodes.ts';
import type { Indicator } from '../notions/figures.ts';
import { isAdoption, lastPerPerson, leavingsIn } from '../notions/leavers.ts';
import { isOnShortBreak } from '../notions/legal-status.ts';
import { day, type Tables, text } from '../notions/tables.ts';
import { yearToDate } from '../notions/windows.ts';
import { isOneOf } from '../notions/words.ts';

function claStartersBefore(tables: Tables, asAt: string): Indicator {
  const window = yearToDate(asAt);
  const episodes = episodesOf(tables);
  const cases = episodes.flatMap((episode) => {
    const { person, start } = episode;
    if (start === null || !isWithin(start, window) || !isOneOf(episode.startReason, ['S'])) return [];
    if (isOnShortBreak(tables, person, start)) return [];
    const entered = episode.enteredCare ?? start;
    const before = episodes.some(
      (other) =>
        other !== episode &&
        person !== null &&
        other.person === person &&
        other.start !== null &&
        other.start < entered,
    );
    return [{ id: episode.id, unit: heldBy(tables, person, start), weight: 1, inNumerator: before }];
  });
  return { id: 'cla-starters-before', shape: 'share', distinct: false, cases };
}

function claReviewParticipation(tables: Tables, asAt: string): Indicator {
  const tookPart = ['PN1', 'PN2', 'PN3', 'PN4', 'PN5', 'PN6'];
  const cases = reviewsNotCancelled(tables).flatMap((row) => {
    const held = day(row, 'clar_cla_review_date');
    const participation = text(row, 'clar_cla_review_participation');
    if (held === null || !isWithin(held, yearToDate(asAt)) || !isOneOf(participation, [...tookPart, 'PN7'])) return [];
    const unit = heldBy(tables, personOfReview(tables, row), held);
    return [
      { id: text(row, 'clar_cla_review_id') ?? '', unit, weight: 1, inNumerator: isOneOf(participation, tookPart) },
    ];
  });
  return { id: 'cla-review-participation', shape: 'share', distinct: false, cases };
}

/** Short breaks go first, then the last leaving of each person is taken, then it is attributed on the day before. */
function claLeaversAdopted(tables: Tables, asAt: string): Indicator {
  const leavings = leavingsIn(tables, yearToDate(asAt)).filter(
    (leaving) => !isOnShortBreak(tables, leaving.person, addDays(leaving.end.date, -1)),
  );
  const cases = lastPerPerson(leavings).map((leaving) => ({
    id: leaving.person,
    unit: heldBy(tables, leaving.person, addDays(leaving.end.date, -1)),
    weight: 1,
    inNumerator: isAdoption(leaving),
  }));
  return { id: 'cla-leavers-adopted', shape: 'share', distinct: true, cases };
}

export function careEvents(tables: Tables, asAt: string): Indicator[] {
  return [claStartersBefore(tables, asAt), claReviewParticipation(tables, asAt), claLeaversAdopted(tables, asAt)];
}
