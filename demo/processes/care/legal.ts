import { ageAt, type DayNumber, workingDayFrom } from '../../days.ts';
import type { Child } from '../../people.ts';
import type { Draw } from '../../random.ts';
import type { Exit } from './exit.ts';
import type { Placement } from './placements.ts';

export interface LegalStatus {
  readonly from: DayNumber;
  readonly status: string;
}

/** Draws the legal statuses of a period of care, in order of time; the last lasts to its end. */
export function legalStatusesOf(child: Child, from: DayNumber, exit: Exit, draw: Draw): LegalStatus[] {
  if (child.unaccompanied) return [{ from, status: 'V2' }];
  const age = ageAt(child.born, from);
  const length = exit.on - from;
  const ordered = exit.kind === 'adoption' || exit.kind === 'guardian' || exit.kind === 'arrangements';
  const first = draw.weighted([
    ['V2', age > 12 ? 66 : ordered ? 28 : 48],
    ['C1', age > 12 ? 22 : ordered ? 60 : 42],
    ['L2', 5],
    ['L1', 6],
    ['J1', age > 11 ? 2.5 : 0],
  ]);
  const statuses: LegalStatus[] = [{ from, status: first }];
  let day = from;
  const add = (after: number, status: string): void => {
    const on = workingDayFrom(day + Math.round(after));
    if (on <= day || on >= exit.on) return;
    statuses.push({ from: on, status });
    day = on;
  };
  if (first === 'L1' || first === 'L2')
    add(first === 'L1' ? draw.whole(2, 3) : draw.whole(5, 8), draw.chance(0.75) ? 'C1' : 'V2');
  const adoption = exit.adoption;
  const lasting = ordered || length > 240;
  if (statuses.at(-1)?.status === 'V2' && (ordered || (lasting && draw.chance(age > 12 ? 0.3 : 0.75)))) {
    add(adoption ? draw.whole(15, 60) : 20 + draw.wait(80), 'C1');
  }
  if (adoption) {
    statuses.push({ from: adoption.placementOrder, status: 'E1' });
  } else if (statuses.at(-1)?.status === 'C1' && exit.kind !== 'guardian') add(170 + draw.wait(90), 'C2');
  return statuses;
}

const nearDays = 30;

/** Courts and moves often go together: an order near a move is dated on the day of the move. Placement orders keep their date. */
export function alignToMoves(
  statuses: readonly LegalStatus[],
  placements: readonly Placement[],
  draw: Draw,
): LegalStatus[] {
  let previous = Number.NEGATIVE_INFINITY;
  return statuses.map((status, i) => {
    const next = statuses[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    const after = previous;
    const move = placements.find(({ from }) => Math.abs(from - status.from) < nearDays && from > after && from < next);
    const moved = i > 0 && status.status !== 'E1' && move !== undefined && draw.chance(0.6);
    const aligned = moved ? { ...status, from: move.from } : status;
    previous = aligned.from;
    return aligned;
  });
}
