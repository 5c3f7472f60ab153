import { addMonths, type DayNumber, iso } from '../days.ts';
import type { Streams } from '../random.ts';
import { type Team, teams } from './organisation.ts';

export interface Member {
  readonly id: string;
  readonly number: number;
  readonly team: Team;
  readonly role: 'practitioner' | 'manager' | 'support';
  readonly fte: number;
  readonly started: DayNumber;
  /** The first day no longer in post; null where none is known. */
  readonly left: DayNumber | null;
}

/** Who works where, and when. */
export interface Staffing {
  readonly members: readonly Member[];
  /** The practitioners of a team on a day; the same call gives the same order. */
  practitioners(team: Team, day: DayNumber): readonly Member[];
}

const practitionersInEngland = 1400;
const meanStay = 6.5 * 365;

/** Fills the posts of each team; when somebody leaves, the post stands empty for a while and is filled by another. */
export function staff(streams: Streams, size: number, start: DayNumber, asAt: DayNumber): Staffing {
  const members: Member[] = [];
  const first = addMonths(start, -120);
  for (const team of teams) {
    const practitioners = Math.max(3, Math.round(practitionersInEngland * size * team.share));
    const roles: readonly (readonly [Member['role'], number])[] = [
      ['practitioner', practitioners],
      ['manager', Math.max(1, Math.round(practitioners / 9))],
      ['support', Math.max(1, Math.round(practitioners / 4))],
    ];
    let post = 0;
    for (const [role, posts] of roles) {
      for (let n = 0; n < posts; n++) {
        const draw = streams('post', team.number, post++);
        let started = first + draw.whole(0, 3000);
        while (started <= asAt) {
          const leaves = started + 90 + Math.round(draw.wait(meanStay));
          const left = leaves <= asAt ? leaves : null;
          const fte = draw.weighted([
            [1, 0.75],
            [0.8, 0.1],
            [0.6, 0.1],
            [0.5, 0.05],
          ]);
          const number = members.length + 1;
          members.push({ id: `P${String(number).padStart(5, '0')}`, number, team, role, fte, started, left });
          started = leaves + 14 + Math.round(draw.wait(team.serviceArea.code === 'S5' ? 220 : 70));
        }
      }
    }
  }
  const inTeam = Map.groupBy(
    members.filter(({ role }) => role === 'practitioner'),
    ({ team }) => team.id,
  );
  const known = new Map<string, readonly Member[]>();
  return {
    members,
    practitioners(team, day) {
      const key = `${team.id} ${iso(day)}`;
      const before = known.get(key);
      if (before) return before;
      const found = (inTeam.get(team.id) ?? []).filter(
        ({ started, left }) => started <= day && (left === null || left > day),
      );
      known.set(key, found);
      return found;
    },
  };
}
