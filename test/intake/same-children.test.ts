import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { writeDemo } from '../../demo/index.ts';
import { type ReturnForm, writeReturns } from '../../demo/returns/index.ts';
import { type Figures, openFigures } from '../../src/measure/index.ts';
import { deliver, library, loadWith, scratch } from './delivery.ts';

const folder = scratch();
const to = '2026-03';
/** A year of months and the end of the year before it. */
const months = { last: to, count: 13 };
/** As many as the three years up to the first of the months need. */
const years = [2023, 2024, 2025, 2026];
const themes = ['children-looked-after', 'adoption'];
/**
 * What a return cannot tell, and what the pages say in place of a figure: there is no such column or file in the standard.
 */
const notInReturn: Readonly<Record<string, string>> = {
  'adoption-days-to-family': 'no date of the move to the carer who adopts',
  'adoption-days-to-family-3-years': 'no date of the move to the carer who adopts',
  'adoption-days-to-match': 'no date of the placement order',
  'adoption-days-to-match-3-years': 'no date of the placement order',
  'cla-3-workers': 'workers only from 2023/24, and the generator does not write them',
  'cla-convicted': 'OC2 says that there was a conviction, not when',
  'cla-education-plan': 'no education plans',
  'cla-foster-10-miles': 'no distance from home',
  'cla-over-20-miles': 'no distance from home',
  'cla-reviews-held-on-time': 'no date on which a review is due',
  'cla-reviews-on-time': 'no date on which a review is due',
  'cla-seen-6-weeks': 'no visits',
  'cla-substance-misuse': 'OC2 says that there was misuse, not when',
  'proceedings-26-weeks': 'no proceedings in court',
  'proceedings-on-track': 'no proceedings in court',
  'return-interviews-accepted': 'no interviews after a child was missing',
  'return-interviews-offered': 'no interviews after a child was missing',
};
/** OC2 tells of a year as a whole: the figures are those of the end of a year, and there are none between. */
const yearly = ['cla-dental-12-months', 'cla-health-12-months', 'cla-immunised', 'cla-sdq-concern', 'cla-sdq-scored'];
/** As far back as the records go, and they go further back than the first of the returns. */
const further = ['cla-starters-before'];

const minutes = (count: number) => count * 60_000;

async function compared(): Promise<string[]> {
  const { indicators } = await library();
  return [...indicators.values()]
    .filter(({ versions: [first] }) => themes.includes(first?.definition.theme ?? ''))
    .map(({ id }) => id)
    .filter((id) => !further.includes(id));
}

let code = '';
let fromRecords: Figures & { close(): Promise<void> };

beforeAll(async () => {
  const extract = join(folder, 'ssd');
  const [written] = await writeDemo(
    { out: extract, authorities: 1, population: 10_000, seed: 4, to, sound: true },
    () => undefined,
  );
  code = written?.authority ?? '';
  // The generator gives nobody an "other placement": here a third of those in a children's home of one kind have one.
  const placements = join(extract, 'ssd_cla_placement.csv');
  let homes = 0;
  const elsewhere = readFileSync(placements, 'utf8').replaceAll(',K2,', (home) => (homes++ % 3 === 0 ? ',Z1,' : home));
  writeFileSync(placements, elsewhere);
  const data = join(folder, 'ssd-data');
  await loadWith({ data, sources: [extract] });
  fromRecords = await openFigures({ data, pack: await library(), months, indicators: await compared() });
  return () => fromRecords.close();
}, minutes(5));

async function figuresOf(form: ReturnForm): Promise<Figures & { close(): Promise<void> }> {
  const from = join(folder, 'ssd');
  const sources = await writeReturns({ from, out: join(folder, form), years, form });
  const beside = await deliver(join(folder, `${form}-beside`), {
    'units.csv': `code,name,parent\n${code},The county,\n`,
    'population.csv': readFileSync(join(from, 'population.csv')),
  });
  const data = join(folder, `${form}-data`);
  await loadWith({ data, sources: [...sources], authority: code });
  await loadWith({ data, sources: [beside], authority: code });
  return openFigures({ data, pack: await library(), months, indicators: await compared() });
}

type Told = readonly [state: string | undefined, value: unknown, numerator: unknown, denominator: unknown];

const told = (figures: Figures, id: string, month: string): Told => {
  const { state, value, numerator, denominator } = figures.observation(id, code, month) ?? {};
  return [state, value, numerator, denominator];
};

test.for(['csv', 'xml', 'workbook'] as const)(
  'the same children as 903 %s give the same observations',
  async (form) => {
    const ids = await compared();
    const figures = await figuresOf(form);
    expect(figures.months).toEqual(fromRecords.months);
    const differ: unknown[] = [];
    const silent: string[] = [];
    const empty: string[] = [];
    for (const id of ids) {
      let counted = 0;
      for (const month of figures.months) {
        const cell = told(figures, id, month);
        const expected = told(fromRecords, id, month);
        const can = !(id in notInReturn) && (!yearly.includes(id) || month.endsWith('-03'));
        if (cell[0] === 'not-collected' ? can : !can || JSON.stringify(cell) !== JSON.stringify(expected)) {
          differ.push({ id, month, cell, expected });
        }
        if (can && Number(expected[2]) > 0) counted++;
      }
      if (figures.months.every((month) => told(figures, id, month)[0] === 'not-collected')) silent.push(id);
      else if (counted === 0) empty.push(id);
    }
    await figures.close();
    expect(differ.slice(0, 20)).toEqual([]);
    expect(silent.toSorted()).toEqual(Object.keys(notInReturn).toSorted());
    expect(empty).toEqual([]);
  },
);
