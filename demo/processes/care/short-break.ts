import { type DayNumber, workingDayFrom } from '../../days.ts';
import { type CaseFile, own } from '../case-file.ts';
import { type Period, writeEpisodes } from './episodes.ts';
import { writeCareReviews } from './reviews.ts';

/** Tells a series of short breaks of a disabled child: one episode under V4 that the looked-after figures leave out. */
export function breakShortly(file: CaseFile, from: DayNumber, until: DayNumber): void {
  const { county, child } = file;
  if (from > county.asAt) return;
  const draw = own(file, 'short-break');
  const to = workingDayFrom(until - 21);
  const homes = draw.chance(0.7);
  const period: Period = {
    child,
    claId: county.id('CLA'),
    referralId: file.referralId,
    need: 'N2',
    from,
    to,
    reason: 'E8',
    statuses: [{ from, status: 'V4' }],
    placements: [
      {
        from,
        to,
        type: homes ? 'K2' : 'U6',
        provider: homes
          ? draw.weighted([
              ['PR1', 60],
              ['PR5', 25],
              ['PR4', 15],
            ])
          : 'PR1',
        urn: homes ? `SC${draw.whole(100_000, 999_999)}` : null,
        distance: Math.round(20 + draw.wait(70)) / 10,
        changeReason: null,
        sameCarer: false,
      },
    ],
  };
  writeEpisodes(county, period);
  writeCareReviews(file, period, draw);
}
