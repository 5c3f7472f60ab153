import type { County } from '../county.ts';
import { addWorkingDays, type DayNumber, firstOfMonth, iso, monthNumber, workingDayFrom } from '../days.ts';
import type { Draw } from '../random.ts';

/** A month, for each 10,000 children of the authority. */
const complaintsPer10000 = 0.45;
const requestsPer10000 = 0.6;
const complaintsInTime = 0.72;
const requestsInTime = 0.91;

/** Writes complaints and freedom of information requests month by month, each with the day it was answered, if it was. */
export function writeAnswers(county: County): void {
  const { organisation, streams, start, asAt } = county;
  const tens = organisation.population / 10_000;
  for (let month = monthNumber(start); month <= monthNumber(asAt); month++) {
    const draw = streams('answers', month);
    const received = (): DayNumber => workingDayFrom(firstOfMonth(month) + draw.whole(0, 26));
    for (let left = draw.count(tens * complaintsPer10000); left > 0; left--) {
      const on = received();
      const team = draw.pick(organisation.teams);
      const [person = null] = county.sampling.drawn(team, month);
      const stage = draw.chance(0.9) ? 1 : 2;
      const answered = answer(on, 10, complaintsInTime, draw);
      if (on > asAt) continue;
      county.write('complaints', {
        complaint_id: county.id('COM'),
        person_id: draw.chance(0.9) ? person : null,
        team_id: team.id,
        stage,
        received_on: iso(on),
        answered_on: answered <= asAt ? iso(answered) : null,
      });
    }
    for (let left = draw.count(tens * requestsPer10000); left > 0; left--) {
      const on = received();
      const answered = answer(on, 20, requestsInTime, draw);
      if (on > asAt) continue;
      county.write('information_requests', {
        request_id: county.id('FOI'),
        team_id: organisation.code,
        received_on: iso(on),
        answered_on: answered <= asAt ? iso(answered) : null,
      });
    }
  }
}

/** Most answers go out in the last days before they are due; a late one takes some days more. */
function answer(received: DayNumber, days: number, inTime: number, draw: Draw): DayNumber {
  const early = Math.max(1, days - Math.floor(draw.wait(days / 5)));
  return addWorkingDays(received, draw.chance(inTime) ? early : days + 1 + Math.floor(draw.wait(7)));
}
