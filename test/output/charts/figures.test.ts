import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf, type FunnelOf, funnelLimits, shares } from '../../../src/output/index.ts';
import { textsOf } from './picture.ts';

describe('shares of a whole', () => {
  it.each([
    { amounts: [1, 1, 1], decimals: 0, given: [34, 33, 33] },
    { amounts: [1, 2, 3, 1], decimals: 0, given: [14, 29, 43, 14] },
    { amounts: [2, 1, 0], decimals: 1, given: [66.7, 33.3, 0] },
    { amounts: [0.1, 0.2], decimals: 0, given: [33, 67] },
    { amounts: [5], decimals: 0, given: [100] },
  ])('$amounts', ({ amounts, decimals, given }) => {
    expect(shares(amounts, decimals)).toEqual(given);
  });

  it('are none of nothing, and no part is below 0', () => {
    expect(shares([0, 0])).toBeNull();
    expect(() => shares([3, -1])).toThrow(RangeError);
  });

  it('sum to 100, each within one unit of the last decimal of its exact share, and none more than a larger part', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 2 }), (parts, decimals) => {
        const total = parts.reduce((sum, part) => sum + part, 0);
        const found = shares(parts, decimals);
        if (total === 0) {
          expect(found).toBeNull();
          return;
        }
        const unit = 10 ** -decimals;
        const sum = (found ?? []).reduce((all, share) => all + Math.round(share / unit), 0);
        expect(sum).toBe(Math.round(100 / unit));
        for (const [index, part] of parts.entries()) {
          expect(Math.abs((found?.[index] ?? 0) - (100 * part) / total)).toBeLessThan(unit + 1e-9);
          for (const [other, smaller] of parts.entries()) {
            if (smaller < part) expect(found?.[other] ?? 0).toBeLessThanOrEqual(found?.[index] ?? 0);
          }
        }
      }),
    );
  });
});

/** The chance of k or fewer by adding up every number below it: the definition, and slow. */
function chanceUpTo(of: FunnelOf, n: number, p: number, k: number): number {
  let sum = 0;
  let term = of === 'proportion' ? (1 - p) ** n : Math.exp(-n * p);
  for (let i = 0; i <= k; i++) {
    sum += term;
    term *= of === 'proportion' ? ((n - i) / (i + 1)) * (p / (1 - p)) : (n * p) / (i + 1);
  }
  return sum;
}

describe('limits of chance', () => {
  it('are those worked by hand', () => {
    // Ten cases at one half: 11/1024 for one or none, 56/1024 for two or fewer; 2.5% lies between.
    const ten = funnelLimits('proportion', 10, 0.5);
    expect(ten.lower95).toBeCloseTo((2 - (56 / 1024 - 0.025) / (45 / 1024)) / 10, 12);
    expect(ten.upper95).toBeCloseTo(1 - ten.lower95, 12);
    expect(ten.lower998).toBeCloseTo((1 - (11 / 1024 - 0.001) / (10 / 1024)) / 10, 12);
    // Four expected: none has a chance of 0.0183, one 0.0733.
    const four = funnelLimits('rate', 4000, 0.001);
    const none = Math.exp(-4);
    expect(four.lower95 * 4000).toBeCloseTo(1 - (5 * none - 0.025) / (4 * none), 10);
    expect(four.lower998).toBe(0);
  });

  it('put a count beyond them exactly where the chance of one so far out is below 2.5% or 0.1%', () => {
    const of = fc.constantFrom<FunnelOf>('proportion', 'rate');
    fc.assert(
      fc.property(of, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 99 }), (kind, n, per) => {
        const p = per / 100;
        const limits = funnelLimits(kind, n, p);
        for (let k = 0; k <= n; k++) {
          const low = chanceUpTo(kind, n, p, k);
          const high = 1 - (k === 0 ? 0 : chanceUpTo(kind, n, p, k - 1));
          for (const [tail, lower, upper] of [
            [0.025, limits.lower95, limits.upper95],
            [0.001, limits.lower998, limits.upper998],
          ] as const) {
            if (Math.abs(low - tail) > 1e-9) expect(k / n < lower, `${kind} ${n} ${p} ${k}`).toBe(low < tail);
            if (Math.abs(high - tail) > 1e-9) expect(k / n > upper, `${kind} ${n} ${p} ${k}`).toBe(high < tail);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('come near the normal ones for many cases, and hold at the ends', () => {
    const many = funnelLimits('proportion', 1_000_000, 0.3);
    const deviation = Math.sqrt((0.3 * 0.7) / 1_000_000);
    expect((many.upper95 - 0.3) / deviation).toBeCloseTo(1.96, 2);
    expect((0.3 - many.lower998) / deviation).toBeCloseTo(3.09, 2);
    expect(funnelLimits('proportion', 12, 1)).toEqual({ lower998: 1, lower95: 1, upper95: 1, upper998: 1 });
    expect(funnelLimits('rate', 12, 0)).toEqual({ lower998: 0, lower95: 0, upper95: 0, upper998: 0 });
  });
});

const caption = { measure: 'Share', area: 'County', period: 'October 2026', source: 'case records' };
const percent = { measuredIn: 'percent', decimals: 1 } as const;

describe('any units in a funnel', () => {
  it('draws each once within the plot, and words that cover neither each other nor a point', () => {
    const unit = fc.record({
      size: fc.integer({ min: 1, max: 900 }),
      part: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 40 }), (made) => {
        const units = made.map(({ size, part }, index) => ({
          label: `Team ${index + 1}`,
          size,
          cases: Math.round(size * part),
        }));
        const sizeLabel = 'Cases';
        const { svg, table } = chartOf({ kind: 'funnel', caption, scale: percent, units, sizeLabel }, { id: 'f' });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        const points = [
          ...svg.matchAll(
            /class="point"[^>]* cx="([\d.]+)" cy="([\d.]+)"|class="point beyond"[^>]* d="M([\d.]+),([\d.]+)/g,
          ),
        ];
        expect(points).toHaveLength(units.length);
        const right = Number(/class="label-centre" x="([\d.]+)"/.exec(svg)?.[1]);
        for (const [, cx, cy, x, y] of points) {
          expect(Number(cx ?? x)).toBeLessThanOrEqual(right);
          expect(Number(cy ?? y)).toBeGreaterThanOrEqual(2);
          expect(Number(cy ?? y)).toBeLessThanOrEqual(346);
        }
        const words = textsOf(svg).filter(({ text }) => text.startsWith('Team'));
        for (const [index, a] of words.entries()) {
          for (const b of words.slice(index + 1)) {
            expect(a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).toBe(false);
          }
        }
        expect(table.rows).toHaveLength(units.length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('any figures over time', () => {
  const value = fc.option(
    fc.integer({ min: -1e9, max: 1e9 }).map((n) => n / 100),
    { nil: null },
  );
  const values = fc.array(value, { minLength: 1, maxLength: 30 });

  it('keeps every point of every line between the numbers and the names', () => {
    const scale = { measuredIn: 'count', decimals: 0 } as const;
    fc.assert(
      fc.property(values, fc.boolean(), (one, isBars) => {
        const months = one.map(
          (_, index) => `20${String(20 + Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`,
        );
        const series = [
          { name: 'A', values: one, as: isBars ? ('bars' as const) : ('line' as const) },
          { name: 'B', values: one.toReversed() },
        ];
        const { svg } = chartOf({ kind: 'combined', caption, scale, months, series }, { id: 'c' });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        for (const [, d = ''] of svg.matchAll(/class="line-\d" d="([^"]*)"|d="([^"]*)" class="line-\d"/g)) {
          for (const [, x, y] of d.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)) {
            expect(Number(x)).toBeGreaterThan(0);
            expect(Number(x)).toBeLessThan(640);
            expect(Number(y)).toBeGreaterThanOrEqual(9.9);
            expect(Number(y)).toBeLessThanOrEqual(260.1);
          }
        }
        const bars = svg.split('class="bars"')[1]?.split('</g>')[0] ?? '';
        for (const [, top, tall] of bars.matchAll(/y="(-?[\d.]+)" width="[\d.]+" height="(-?[\d.]+)"/g)) {
          expect(Number(top)).toBeGreaterThanOrEqual(9.9);
          expect(Number(top) + Number(tall)).toBeLessThanOrEqual(261);
        }
      }),
      { numRuns: 80 },
    );
  });
});
