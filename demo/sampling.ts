import type { DayNumber } from './days.ts';
import { firstOfMonth, monthNumber } from './days.ts';
import type { Team } from './organisation.ts';
import type { Draw } from './random.ts';

const kept = 8;

/** Keeps, for each team and month, a few of the children the team held at the start of the month: the audits' draw. */
export class Sampling {
  private readonly reservoirs = new Map<string, { seen: number; people: string[] }>();
  private readonly firstMonth: number;
  private readonly lastMonth: number;

  constructor(start: DayNumber, asAt: DayNumber) {
    this.firstMonth = monthNumber(start);
    this.lastMonth = monthNumber(asAt);
  }

  /** Says that the team held the person from a day to another (null: still does). */
  held(person: string, team: Team, from: DayNumber, to: DayNumber | null, draw: Draw): void {
    const last = to === null ? this.lastMonth : Math.min(this.lastMonth, monthNumber(to));
    for (let month = Math.max(this.firstMonth, monthNumber(from)); month <= last; month++) {
      if (firstOfMonth(month) < from) continue;
      const key = `${team.id}/${month}`;
      let reservoir = this.reservoirs.get(key);
      if (reservoir === undefined) {
        reservoir = { seen: 0, people: [] };
        this.reservoirs.set(key, reservoir);
      }
      reservoir.seen++;
      if (reservoir.people.length < kept) reservoir.people.push(person);
      else {
        const place = Math.floor(draw.next() * reservoir.seen);
        if (place < kept) reservoir.people[place] = person;
      }
    }
  }

  /** The people kept for a team and month. */
  drawn(team: Team, month: number): readonly string[] {
    return this.reservoirs.get(`${team.id}/${month}`)?.people ?? [];
  }
}
