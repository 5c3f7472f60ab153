import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Limits } from '../../src/judgement/index.ts';
import { amberLimit, bandsOf, exact, inBand, schemeFor, status } from '../../src/judgement/index.ts';
import type { Scheme } from '../../src/pack/index.ts';
import { library } from './reports/printed.ts';

const { schemes } = await library();
const ruled = [...schemes.values()].filter(({ byPerson }) => !byPerson);

const rank = { met: 0, near: 1, away: 2 } as const;
const statuses = fc.constantFrom('met', 'near', 'away');
const edgeNames = ['target', 'met-within', 'amber', 'tolerance-good', 'tolerance-bad'] as const;
const tenth = fc.integer({ min: -400, max: 1400 }).map((n) => n / 10);
const width = fc.integer({ min: 0, max: 300 }).map((n) => n / 10);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const limits: fc.Arbitrary<Limits> = fc
  .record({
    target: tenth,
    amber: maybe(tenth),
    high: maybe(width),
    low: maybe(width),
    top: maybe(width),
    met: maybe(width),
    near: maybe(width),
    metBelow: maybe(width),
    nearBelow: maybe(width),
  })
  .map(({ target, amber, high, low, top, met, near, metBelow, nearBelow }) => ({
    target,
    amber,
    target_high: high === undefined ? undefined : target + high,
    tolerance_low: low === undefined ? undefined : target - low,
    tolerance_high: top === undefined ? undefined : target + (high ?? 0) + top,
    met_within: met,
    near_within: near,
    met_within_below: metBelow,
    near_within_below: nearBelow,
  }));
/** Any scheme that a pack may hold: edges in any order, statuses from the best to the worst, either side inclusive. */
const bands = fc
  .tuple(
    fc.array(fc.record({ until: fc.constantFrom(...edgeNames), including: fc.boolean(), status: statuses }), {
      maxLength: 4,
    }),
    statuses,
  )
  .map(([before, last]) => {
    const sorted = [...before.map(({ status }) => status), last].toSorted((a, b) => rank[a] - rank[b]);
    const all = [...before, { until: undefined, including: true }];
    return all.map((band, index) => ({ ...band, place: `band-${index}`, status: sorted[index] ?? 'away' }));
  });
const invented: fc.Arbitrary<Scheme> = fc
  .tuple(bands, bands)
  .map(([bands, toTarget]) => ({ id: 'invented', title: '', byPerson: false, bands, toTarget }));
const scheme = fc.oneof(fc.constantFrom(...ruled), invented);
const polarity = fc.constantFrom('higher', 'lower', 'target');

describe('bands', () => {
  it('cover every figure exactly once, whatever the scheme, the polarity and the limits', () => {
    fc.assert(
      fc.property(scheme, polarity, limits, tenth, (scheme, polarity, limits, extra) => {
        const bands = bandsOf(scheme, polarity, limits);
        const edges = bands.flatMap(({ low, high }) => [low, high]).filter((end) => end !== null);
        const tiny = exact(0.001);
        const probes = edges.flatMap(({ at }) => [
          at,
          { ...at, numerator: at.numerator * 1000n - 1n, denominator: at.denominator * 1000n },
          { ...at, numerator: at.numerator * 1000n + 1n, denominator: at.denominator * 1000n },
        ]);
        for (const probe of [...probes, exact(extra), tiny, exact(-1e6), exact(1e6)]) {
          expect(bands.filter((band) => inBand(probe, band))).toHaveLength(1);
        }
      }),
    );
  });

  it('never give a better figure a worse status under higher or lower', () => {
    fc.assert(
      fc.property(scheme, fc.constantFrom('higher', 'lower'), limits, tenth, tenth, (scheme, polarity, all, a, b) => {
        // A range is judged by distance whatever the polarity says.
        const limits = { ...all, target_high: undefined };
        const [worse, better] = (polarity === 'higher') === a < b ? [a, b] : [b, a];
        const [low, high] = [status(polarity, worse, limits, scheme), status(polarity, better, limits, scheme)];
        expect(low !== null && high !== null && rank[high] <= rank[low]).toBe(true);
      }),
    );
  });

  it('never give a figure nearer the target, on its side, a worse status', () => {
    fc.assert(
      fc.property(scheme, limits, width, width, fc.constantFrom(1, -1), (scheme, limits, a, b, sign) => {
        const centre = sign > 0 ? (limits.target_high ?? limits.target) : limits.target;
        const [near, far] = a < b ? [a, b] : [b, a];
        const [close, distant] = [near, far].map((by) => status('target', centre + sign * by, limits, scheme));
        expect(close && distant && rank[close] <= rank[distant]).toBe(true);
      }),
    );
  });

  it('hold the target itself in a range, and keep widths of their own below', () => {
    const range = {
      target: 40,
      target_high: 60,
      met_within: 1,
      near_within: 5,
      met_within_below: 0,
      near_within_below: 2,
    };
    expect([37.9, 38, 39.9, 40, 60, 61, 61.1, 65, 65.1].map((value) => status('target', value, range))).toEqual([
      'away',
      'near',
      'near',
      'met',
      'met',
      'met',
      'near',
      'near',
      'away',
    ]);
  });

  it('keep a band of one figure where two edges meet, and drop one that no figure is in', () => {
    const met = { target: 80, amber: 80 };
    const scheme = schemes.get('better-than-target');
    expect([79.9, 80, 80.1].map((value) => status('higher', value, met, scheme))).toEqual(['away', 'near', 'met']);
    expect([79.9, 80].map((value) => status('higher', value, met))).toEqual(['away', 'met']);
    expect(bandsOf(amberLimit, 'higher', met).map(({ status }) => status)).toEqual(['away', 'met']);
  });

  it('take a distance before an amber limit where both sides are worse', () => {
    const limits = { target: 10, amber: 13, near_within: 5 };
    expect([14, 15, 15.1, 5].map((value) => status('target', value, limits))).toEqual(['near', 'near', 'away', 'near']);
  });

  it('are those of the library where a pack names none', () => {
    expect(schemes.get('amber-limit')).toEqual(amberLimit);
    expect(schemeFor({ schemes }, null)).toEqual(amberLimit);
    expect(schemeFor({ schemes, scheme: 'worst-acceptable' }, { scheme: 'two-sided-tolerance' }).id).toBe(
      'two-sided-tolerance',
    );
    expect(schemeFor({ schemes, scheme: 'worst-acceptable' }, {}).id).toBe('worst-acceptable');
  });
});
