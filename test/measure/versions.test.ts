import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToMonth, monthRange, monthStart } from '../../src/calendar/index.ts';
import type { Definition, Pack } from '../../src/pack/index.ts';
import { randomExtract } from '../oracle/index.ts';
import { libraryPack, measure } from './harness.ts';

/** The library with one indicator alone, in the versions given. */
function only(
  pack: Pack,
  id: string,
  versions: readonly { from: string | null; changed: Partial<Definition> }[],
): Pack {
  const first = pack.indicators.get(id)?.versions[0];
  if (!first) throw new Error(id);
  const made = versions.map(({ from, changed }, index) => ({
    ...first,
    from,
    hash: `${first.hash}${index}`,
    definition: { ...first.definition, ...changed },
  }));
  return { ...pack, indicators: new Map([[id, { id, versions: made }]]) };
}

test.for([
  ['assessments-45-days', { numerator: 'working_days(started_on, authorised_on) <= 5' }],
  ['cp-plans-18-months', { numerator: 'started_on <= add_months(as_at, -1)' }],
  [
    'cin-rate',
    { cases: { from: 'referrals', open: ['referred_on', 'closed_on'], id: 'case_id', distinct: ['person_id'] } },
  ],
] satisfies [string, Partial<Definition>][])(
  '%s: a month takes the version in force at its end',
  async ([id, changed]) => {
    const pack = await libraryPack();
    const drawn = fc.sample(randomExtract(), { numRuns: 4, seed: 12 });
    let differing = 0;
    for (const { tables, month } of drawn) {
      const months = monthRange(addToMonth(month, -4), month);
      const change = addToMonth(month, -1);
      const measured = (...versions: { from: string | null; changed: Partial<Definition> }[]) =>
        measure(only(pack, id, versions), tables, months);
      const before = await measured({ from: null, changed: {} });
      const after = await measured({ from: null, changed });
      const dated = await measured({ from: null, changed: {} }, { from: monthStart(change), changed });
      for (const one of months) {
        for (const { code } of before.units(one)) {
          const expected = (one < change ? before : after).observation(id, code, one);
          expect(dated.observation(id, code, one)).toEqual(expected);
          const [old, fresh] = [before, after].map((figures) => figures.observation(id, code, one));
          if (old?.numerator !== fresh?.numerator) differing++;
        }
      }
      for (const figures of [before, after, dated]) await figures.close();
    }
    expect(differing).toBeGreaterThan(0);
  },
);
