import { afterAll, expect, test } from 'vitest';
import { groundIn } from '../../scripts/faults/ground.ts';
import { killOften } from '../../scripts/faults/kill-often.ts';
import { removeProgram } from '../../scripts/faults/program.ts';
import type { StoreKind } from '../../scripts/faults/subject.ts';
import { subjects } from '../../scripts/faults/subjects/index.ts';
import { folder, server } from '../store/stores.ts';

/** A small sample, the same each time; `npm run faults` kills each of them hundreds of times. */
const samples: readonly (readonly [string, Readonly<Record<StoreKind, number>>])[] = [
  ['publishing', { sqlite: 4, postgres: 2 }],
  ['approving', { sqlite: 3, postgres: 3 }],
  ['migrating', { sqlite: 3, postgres: 3 }],
  ['loading', { sqlite: 3, postgres: 0 }],
];

afterAll(removeProgram);
const ground = groundIn(folder, server, ['sqlite', 'postgres']);
const cases = ground.kinds.flatMap((kind) =>
  samples.flatMap(([name, kills]) => (kills[kind] > 0 ? [{ name, kind, kills: kills[kind] }] : [])),
);

test.each(cases)(
  'a process killed at $name ($kind) leaves the state before or the state after, and none that it told of is lost',
  async ({ name, kind, kills }) => {
    const subject = await subjects[name]?.();
    if (!subject) throw new Error(`there is no subject ${name}`);
    const { halfStates, lost, unreadable, steps, leftovers } = await killOften(subject, kind, ground, {
      kills,
      seed: 1,
      // A round begins by reading: so few kills must fall where it writes.
      from: 0.5,
    });
    expect({ halfStates, lost, unreadable }).toEqual({ halfStates: [], lost: [], unreadable: [] });
    expect(steps).toBeGreaterThan(20);
    // Some kills must have been in the midst of writing, or the test shows nothing.
    if (['publishing', 'loading'].includes(name)) expect(leftovers).toBeGreaterThan(0);
  },
  300_000,
);
