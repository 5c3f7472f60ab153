import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamsOf } from '../../demo/random.ts';

const draws = (seed: number, authority: number, process: string, ...numbers: number[]): number[] => {
  const draw = streamsOf(seed, authority)(process, ...numbers);
  return Array.from({ length: 5 }, () => draw.next());
};

describe('the streams of a seed', () => {
  it('draw the same numbers for the same seed, authority, process and numbers, whatever was drawn before', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.nat(20),
        fc.string(),
        fc.array(fc.nat(), { maxLength: 3 }),
        (seed, at, name, numbers) => {
          const streams = streamsOf(seed, at);
          streams('another').next();
          const draw = streams(name, ...numbers);
          streams(name, ...numbers).next();
          expect(Array.from({ length: 5 }, () => draw.next())).toEqual(draws(seed, at, name, ...numbers));
        },
      ),
    );
  });

  it('differ when the seed, the authority, the process or a number differs', () => {
    const base = draws(1, 0, 'assessment', 7, 2);
    for (const other of [
      draws(2, 0, 'assessment', 7, 2),
      draws(1, 1, 'assessment', 7, 2),
      draws(1, 0, 'assessments', 7, 2),
      draws(1, 0, 'assessment', 7, 3),
      draws(1, 0, 'assessment', 2, 7),
      draws(1, 0, 'assessment', 7),
    ]) {
      expect(other).not.toEqual(base);
    }
  });

  it('stay the numbers they were when the generator was written', () => {
    expect(draws(1, 0, 'assessment', 1).map((number) => number.toFixed(6))).toMatchInlineSnapshot(`
      [
        "0.281288",
        "0.754114",
        "0.886686",
        "0.517385",
        "0.545216",
      ]
    `);
  });
});

describe('a draw', () => {
  const many = 20_000;
  const draw = streamsOf(3, 0)('shares');
  const times = <T>(make: () => T): T[] => Array.from({ length: many }, make);
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

  it('is even over 0 to 1, with whole numbers over their range', () => {
    const numbers = times(() => draw.next());
    expect(mean(numbers)).toBeCloseTo(0.5, 1);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(new Set(times(() => draw.whole(3, 6)))).toEqual(new Set([3, 4, 5, 6]));
  });

  it('keeps shares, waits and counts near what was asked for', () => {
    const picked = times(() =>
      draw.weighted([
        ['a', 3],
        ['b', 1],
        ['never', 0],
      ]),
    );
    expect(picked.filter((one) => one === 'a').length / many).toBeCloseTo(0.75, 1);
    expect(picked).not.toContain('never');
    expect(mean(times(() => draw.wait(40)))).toBeGreaterThan(38.5);
    expect(mean(times(() => draw.wait(40)))).toBeLessThan(41.5);
    expect(mean(times(() => draw.count(2.5)))).toBeCloseTo(2.5, 1);
    expect(mean(times(() => draw.count(100)))).toBeCloseTo(100, 0);
  });
});
