import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToMonth, monthEnd } from '../../../src/calendar/index.ts';
import type { AuthorityFigures } from '../../../src/measure/authority-figures.ts';
import { type DueCase, effectOf } from '../../../src/measure/index.ts';
import { type Pack, versionAt } from '../../../src/pack/index.ts';
import { randomExtract } from '../../oracle/index.ts';
import { libraryPack, measure } from '../harness.ts';

const seed = Number(process.env.OUTTURN_ORACLE_SEED ?? 17);

const definitionOf = (pack: Pack, id: string, month: string) => {
  const indicator = pack.indicators.get(id);
  if (!indicator) throw new Error(id);
  return versionAt(indicator, monthEnd(month)).definition;
};

/** What names a case in both lists: its person where people are counted once, else itself. */
async function casesByName(figures: AuthorityFigures, pack: Pack, id: string, month: string) {
  const { cases, columns } = await figures.cases(id, figures.authority.organisation.root, month);
  const people = definitionOf(pack, id, month).cases?.distinct?.includes('person_id') ?? false;
  const at = columns.indexOf('person_id');
  return {
    nameOf: (one: DueCase) => (people ? one.person : one.caseId),
    found: new Map(cases.map((one) => [people ? String(one.columns[at]) : one.caseId, one])),
  };
}

test('work on the list that is not done becomes a case against the figure of the next month', {
  timeout: 240_000,
}, async () => {
  const library = await libraryPack();
  const indicators = new Map([...library.indicators].filter(([, { versions }]) => versions.at(-1)?.definition.due));
  const pack = { ...library, indicators };
  let against = 0;
  let inTime = 0;
  const seen = new Set<string>();
  for (const extract of fc.sample(randomExtract(), { numRuns: 1, seed })) {
    const next = extract.month;
    const now = addToMonth(next, -1);
    const before = await measure(pack, extract.tables, [now]);
    const after = await measure(pack, extract.tables, [next]);
    const { root } = before.authority.organisation;
    const waited = Map.groupBy((await before.due(root)).cases, ({ indicator }) => indicator);
    const still = new Set((await after.due(root)).cases.map((one) => `${one.indicator} ${one.caseId} ${one.dueOn}`));
    for (const [id, list] of waited) {
      const definition = definitionOf(pack, id, next);
      // The work of a list of its own has no case of its own in the figure until it is done.
      if (definition.due?.from !== undefined) continue;
      const { how } = effectOf(definition, undefined);
      const { nameOf, found } = await casesByName(after, pack, id, next);
      for (const one of list) {
        const counted = found.get(nameOf(one) ?? '');
        if (!counted) continue;
        const late = one.dueOn < monthEnd(next) && still.has(`${id} ${one.caseId} ${one.dueOn}`);
        const said = { id, caseId: one.caseId, dueOn: one.dueOn };
        if (late) {
          expect({ ...said, inNumerator: counted.inNumerator }).toEqual({
            ...said,
            inNumerator: how !== 'out-of-numerator',
          });
          against++;
          seen.add(id);
        } else if (id === 'assessments-45-days') {
          expect({ ...said, inNumerator: counted.inNumerator }).toEqual({
            ...said,
            inNumerator: counted.date <= one.dueOn,
          });
          inTime++;
        }
      }
    }
    await before.close();
    await after.close();
  }
  expect(against).toBeGreaterThan(40);
  expect(inTime).toBeGreaterThan(0);
  expect(seen.size).toBeGreaterThan(8);
});

test('a case that a figure of a state counts against is on the list of that day, and its day is there or past', {
  timeout: 240_000,
}, async () => {
  const library = await libraryPack();
  // Where a single condition decides, so that nothing done late in the past keeps a case out.
  const rules = [
    'cp-seen-20-days',
    'cla-seen-6-weeks',
    'cla-health-12-months',
    'cp-plans-18-months',
    'unallocated-cases',
  ];
  const pack = { ...library, indicators: new Map([...library.indicators].filter(([id]) => rules.includes(id))) };
  let held = 0;
  for (const { month, tables } of fc.sample(randomExtract(), { numRuns: 2, seed: seed + 1 })) {
    const figures = await measure(pack, tables, [month]);
    const { root } = figures.authority.organisation;
    const due = new Map((await figures.due(root)).cases.map((one) => [`${one.indicator} ${one.caseId}`, one.dueOn]));
    for (const id of rules) {
      const { how } = effectOf(definitionOf(pack, id, month), undefined);
      for (const one of (await figures.cases(id, root, month)).cases) {
        if (one.inNumerator === (how === 'out-of-numerator')) continue;
        expect(due.get(`${id} ${one.caseId}`) ?? 'not on the list', `${id} ${one.caseId}`).toSatisfy(
          (day: string) => day <= monthEnd(month),
        );
        held++;
      }
    }
    await figures.close();
  }
  expect(held).toBeGreaterThan(20);
});
