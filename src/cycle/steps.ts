import { type Day, workingDays } from '../calendar/index.ts';
import type { StepName } from './calendar.ts';

/** One step of a month, with its day. */
export interface Step {
  readonly name: StepName;
  readonly due: Day;
  readonly state: 'done' | 'to-come' | 'overdue';
  /**
   * Working days: to come, how many are left (0: it is due now); overdue, by how many; done, by how many it was late
   * (0: in time, or the day is not known).
   */
  readonly workingDays: number;
  /** The day it was done on; null where it is not done, or nobody recorded the day. */
  readonly doneOn: Day | null;
}

/** Whether a step is done, and since when. */
export interface Doing {
  readonly done: boolean;
  readonly on: Day | null;
}

/** A step is overdue once a working day has gone by since the day on which it was due. */
export function stepOf(name: StepName, due: Day, { done, on }: Doing, today: Day): Step {
  if (done) return { name, due, state: 'done', workingDays: on === null ? 0 : late(due, on), doneOn: on };
  const overdue = late(due, today);
  if (overdue > 0) return { name, due, state: 'overdue', workingDays: overdue, doneOn: null };
  return { name, due, state: 'to-come', workingDays: Math.max(0, workingDays(today, due)), doneOn: null };
}

const late = (due: Day, day: Day): number => Math.max(0, workingDays(due, day));
