import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandsOf, casesToBands, judge, plainLabels, status, statusInWords } from '../../src/judgement/index.ts';
import type { Observation } from '../../src/measure/observation.ts';
import { definition, library, printedSource } from './reports/printed.ts';

const { schemes } = await library();
const ruled = [...schemes.values()].filter(({ byPerson }) => !byPerson);
const rank = { met: 0, near: 1, away: 2 } as const;

const observation = (numerator: number, denominator: number | null): Observation => ({
  indicator: 'a',
  unit: 'X',
  month: '2026-05',
  numerator,
  denominator,
  value: denominator === null ? numerator : (numerator / denominator) * 100,
  state: 'value',
  reason: null,
});

describe('how many cases stand between a figure and another status', () => {
  it('is 315 more for 2,080 of 2,817 against 85%, and 109 fewer to lose amber at 70%', () => {
    const source = printedSource([
      {
        id: 'a',
        definition: { polarity: 'higher' },
        figures: { '2026-05': [2080, 2817] },
        target: { target: 85, amber: 70 },
      },
    ]);
    const judgement = judge(source, 'a', 'X', '2026-05');
    expect(judgement.casesToBands).toEqual({
      toBetter: { status: 'met', place: 'at-target-or-better', cases: 315, way: 'more' },
      toWorse: { status: 'away', place: 'beyond-limit', cases: 109, way: 'fewer' },
    });
    expect(statusInWords(plainLabels, judgement)).toEqual({
      word: 'Near',
      symbol: null,
      phrase: null,
      byPerson: false,
    });
  });

  it('steps past an edge that is not part of the band', () => {
    const scheme = schemes.get('better-than-target');
    const bands = scheme === undefined ? [] : bandsOf(scheme, 'higher', { target: 50 });
    expect(casesToBands(definition({ polarity: 'higher' }), observation(10, 40), bands)?.toBetter?.cases).toBe(11);
    expect(casesToBands(definition({ polarity: 'higher' }), observation(21, 40), bands)?.toWorse?.cases).toBe(1);
  });

  it('agrees with trying every number of cases', () => {
    const percent = fc.integer({ min: 0, max: 100 });
    fc.assert(
      fc.property(
        fc.constantFrom(...ruled),
        fc.constantFrom('higher', 'lower', 'target'),
        fc.integer({ min: 1, max: 40 }).chain((of) => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of))),
        fc.record({
          target: percent,
          amber: percent,
          tolerance_low: percent,
          tolerance_high: percent,
          met_within: fc.integer({ min: 0, max: 20 }),
        }),
        (scheme, polarity, [numerator, denominator], limits) => {
          const at = (cases: number) =>
            status(polarity, { numerator: BigInt(cases * 100), denominator: BigInt(denominator) }, limits, scheme) ??
            'away';
          const nearest = (isBetter: boolean): number | null => {
            const tries = Array.from({ length: denominator + 1 }, (_, cases) => cases).filter((cases) =>
              isBetter ? rank[at(cases)] < rank[at(numerator)] : rank[at(cases)] > rank[at(numerator)],
            );
            return tries.length === 0 ? null : Math.min(...tries.map((cases) => Math.abs(cases - numerator)));
          };
          const found = casesToBands(
            definition({ polarity }),
            observation(numerator, denominator),
            bandsOf(scheme, polarity, limits),
          );
          expect([found?.toBetter?.cases ?? null, found?.toWorse?.cases ?? null]).toEqual([
            nearest(true),
            nearest(false),
          ]);
        },
      ),
    );
  });

  it('is not said of weighed cases, rates, or a figure without bands', () => {
    const bands = bandsOf(ruled[0] ?? plainScheme(), 'higher', { target: 50 });
    expect(casesToBands(definition({ weight: 'fte' }), observation(1, 2), bands)).toBeNull();
    expect(casesToBands(definition({ measuredIn: 'rate-per-10000' }), observation(1, 2), bands)).toBeNull();
    expect(casesToBands(definition({}), observation(1, 2), [])).toBeNull();
  });
});

function plainScheme(): never {
  throw new Error('the library has no scheme');
}
