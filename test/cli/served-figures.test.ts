import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { benchmarksOf } from '../../src/cli/benchmarked.ts';
import { HeldFigures } from '../../src/cli/held-figures.ts';
import { ServedFigures } from '../../src/cli/served-figures.ts';
import { extractHash } from '../../src/edition/index.ts';
import { deliver, library, loadWith, scratch } from '../intake/delivery.ts';

const folder = scratch();
const data = join(folder, 'data');
const indicator = 'cp-plans-18-months';
let served: ServedFigures | undefined;
let held: HeldFigures | undefined;
afterEach(async () => {
  await served?.close();
  await held?.close();
});

/** Loads an extract in which so many children have been on a plan since 2020. */
async function loadPlans(children: number): Promise<void> {
  const plans = Array.from({ length: children }, (_, at) => [`plan${at}`, `child${at}`, '2020-03-02', '', 'N']);
  const source = await deliver(join(folder, `plans-${children}`), {
    'units.csv': 'code,name,parent\nX1,The county,\n',
    'ssd_cp_plans.csv': [
      ['cppl_cp_plan_id', 'cppl_person_id', 'cppl_cp_plan_start_date', 'cppl_cp_plan_end_date', 'cppl_cp_plan_ola'],
      ...plans,
    ],
  });
  await loadWith({ data, sources: [source], authority: 'X1', asAt: '2026-10-31' });
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

it('opens the figures anew when a load puts other data in force, and shows the former until then', async () => {
  const whole = await library();
  const only = whole.indicators.get(indicator);
  if (!only) throw new Error(`No ${indicator}`);
  const pack = { ...whole, indicators: new Map([[indicator, only]]) };
  const said: string[] = [];
  const tell = (line: string) => void said.push(line);
  served = new ServedFigures({ data, pack, benchmarks: await benchmarksOf(data, pack), every: 20, tell });
  const here = served;
  const numerator = () => here.figures()?.observation(indicator, 'X1', '2026-10')?.numerator ?? null;

  await here.open();
  expect([here.empty(), numerator()]).toEqual([true, null]);
  expect(said).toEqual([`Nothing is loaded in ${data} yet.`]);

  await loadPlans(2);
  await until(() => here.figures() !== null);
  expect([here.empty(), numerator()]).toEqual([false, 2]);

  const former = here.figures();
  const submitted = extractHash(here.extracts() ?? []);
  await loadPlans(5);
  await until(() => here.figures() !== former);
  expect(numerator()).toBe(5);
  // A page under way still reads the former.
  expect(former?.observation(indicator, 'X1', '2026-10')?.numerator).toBe(2);
  await until(async () => (await here.working()) === null);
  expect(said.slice(1)).toEqual(['The figures of the new data are ready.', 'The figures of the new data are ready.']);

  // The same content again puts nothing else in force.
  const settled = here.figures();
  await loadPlans(5);
  expect(await here.working()).toBeNull();
  expect(here.figures()).toBe(settled);

  // What was submitted before the second load is opened beside it, once; what is not stored is not there.
  expect(extractHash(here.extracts() ?? [])).not.toBe(submitted);
  held = new HeldFigures({ data, pack, benchmarks: await benchmarksOf(data, pack) });
  const review = await held.figures(submitted);
  expect(review?.observation(indicator, 'X1', '2026-10')?.numerator).toBe(2);
  expect(await held.figures(submitted)).toBe(review);
  expect(await held.figures('0'.repeat(64))).toBeNull();
});
