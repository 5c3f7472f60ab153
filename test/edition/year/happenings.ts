import { addToMonth } from '../../../src/calendar/index.ts';
import type { Definitions, Records, Task } from '../county.ts';

/** The year that is lived through. */
export const months = Array.from({ length: 12 }, (_, n) => addToMonth('2025-04', n));

/** From when on each thing is so. */
const from = {
  /** The records of April are corrected, and one is deleted. */
  corrections: '2025-06',
  /** In time means another number of days. */
  definition: '2025-07',
  /** Posts are shorter than was said. */
  posts: '2025-07',
  /** Team three is part of team two. */
  merger: '2025-08',
  target: '2025-09',
  /** A second clearing up: of July and November. */
  secondCorrections: '2025-12',
  population: '2026-02',
} as const;

/** A task of a child, ended after some days. */
const task = (n: number, month: string, day: number, days: number | null): Task => {
  const started = `${month}-${String(day).padStart(2, '0')}`;
  const end = days === null ? null : new Date(Date.parse(started) + days * 86_400_000).toISOString().slice(0, 10);
  return { id: `${month}-${n}`, person: `P${n % 5}`, team: `T${(n % 3) + 1}`, started, ended: end, hours: 2 };
};

/** What is done to single records, from when on. Null: the record is deleted. */
const amended: readonly (readonly [string, string, ((task: Task) => Task) | null])[] = [
  ['2025-04-1', from.corrections, null],
  ['2025-04-2', from.corrections, (one) => ({ ...one, ended: '2025-04-29' })],
  ['2025-04-3', from.corrections, (one) => ({ ...one, team: 'T2' })],
  // It had not ended after all; another had, a year before; a third took longer than was said.
  ['2025-07-3', from.secondCorrections, (one) => ({ ...one, ended: null })],
  ['2025-07-4', from.secondCorrections, (one) => ({ ...one, started: '2024-07-06', ended: '2024-07-18' })],
  ['2025-11-2', from.secondCorrections, null],
  ['2025-11-4', from.secondCorrections, (one) => ({ ...one, hours: 5 })],
];

/** The records as they stand in a month: six tasks a month, of which the first is recorded a month late. */
export function recordsOf(month: string): Records {
  const tasks = months
    .filter((one) => one <= month)
    .flatMap((one) => Array.from({ length: 6 }, (_, n) => task(n, one, 2 + n, n === 5 ? null : 4 + n * 2)))
    .filter(({ id }) => id !== `${month}-0`)
    .flatMap((one) => {
      const change = amended.find(([id, since]) => id === one.id && month >= since);
      if (change === undefined) return [one];
      return change[2] === null ? [] : [change[2](one)];
    })
    .map((one) => (month >= from.merger && one.team === 'T3' ? { ...one, team: 'T2' } : one));
  const posts = ['T1', 'T2', 'T3'].map((team, n) => ({
    id: `W${n}`,
    team,
    started: '2024-01-01',
    ended: null,
    fte: month >= from.posts ? 0.8 : 1,
  }));
  return { tasks, posts, people: month >= from.population ? 4100 : 4000 };
}

/** The definitions of a month. */
export function definitionsOf(month: string): Definitions {
  const end = month >= from.merger ? '2025-07-31' : '';
  return {
    days: month >= from.definition ? 8 : 10,
    target: month >= from.target ? 85 : 80,
    units: ['T1,Team one,E1,team,,,', 'T2,Team two,E1,team,,,', `T3,Team three,E1,team,,${end},`],
  };
}

/** The teams that a report of a month covers. */
export const teamsOf = (month: string): string[] => (month >= from.merger ? ['T1', 'T2'] : ['T1', 'T2', 'T3']);

/** By task: whether it counts as in time for a unit and the year up to a month, as records and definitions of another month have it. */
export function inTime(unit: string, month: string, as: string): Map<string, boolean> {
  const { days = 0 } = definitionsOf(as);
  const counted = recordsOf(as).tasks.filter(
    ({ team, ended }) =>
      (unit === 'E1' || team === unit) && ended !== null && ended >= '2025-04-01' && ended.slice(0, 7) <= month,
  );
  return new Map(
    counted.map(({ id, started, ended }) => [id, (Date.parse(ended ?? '') - Date.parse(started)) / 86_400_000 <= days]),
  );
}
