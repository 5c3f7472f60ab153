import type { County } from '../county.ts';
import { addMonths, type DayNumber } from '../days.ts';
import { type Team, workingTeam } from '../organisation.ts';
import type { Child } from '../people.ts';
import type { Draw } from '../random.ts';

/** A team holding a case from a day, until the next holding or the close of the case. */
export interface Holding {
  readonly team: Team;
  readonly from: DayNumber;
}

/** One child's case from referral to close, while it is being told. */
export interface CaseFile {
  readonly county: County;
  readonly child: Child;
  /** Number of the family's case: brothers and sisters referred together share it, and with it their shared draws. */
  readonly number: number;
  readonly referralId: string;
  readonly referredOn: DayNumber;
  readonly need: string;
  readonly holdings: Holding[];
  /** Counts the phases of the case, so that each has streams of its own. */
  phase: number;
}

/** What the case turns to next, and when. */
export type Turn =
  | { readonly to: 'close'; readonly on: DayNumber; readonly reason: string }
  | { readonly to: 'need'; readonly on: DayNumber; readonly stepDown: boolean }
  | { readonly to: 'plan'; readonly on: DayNumber; readonly conferenceId: string; readonly category: string }
  | { readonly to: 'care'; readonly on: DayNumber };

/** Draws that brothers and sisters of one case share. */
export function shared(file: CaseFile, process: string): Draw {
  return file.county.streams(process, file.number, file.phase);
}

/** Draws of this child alone. */
export function own(file: CaseFile, process: string): Draw {
  return file.county.streams(process, file.number, file.phase, file.child.number);
}

export function eighteenth(child: Child): DayNumber {
  return addMonths(child.born, 18 * 12);
}

/** The team that holds the case on a day. */
export function teamOn(file: CaseFile, day: DayNumber): Team {
  let found = file.holdings[0];
  for (const holding of file.holdings) if (holding.from <= day) found = holding;
  if (found === undefined) throw new Error('A case is held by a team from its first day.');
  return workingTeam(found.team, day);
}

/** Hands the case to a team, unless that team holds it already. */
export function handOver(file: CaseFile, team: Team, from: DayNumber): void {
  const last = file.holdings.at(-1);
  if (last?.team === team) return;
  file.holdings.push({ team, from: Math.max(from, last?.from ?? from) });
}

/** True where a visit of that day stands in the extract: it has happened, and its team has recorded it. */
export function recorded(file: CaseFile, team: Team, day: DayNumber): boolean {
  const { asAt, stories } = file.county;
  return day <= asAt && !(team === stories.lateTeam && day >= stories.lateFrom);
}
