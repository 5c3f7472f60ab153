import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitColumns } from '../../src/output/pdf/fit-columns.ts';

const needs = fc
  .record({
    share: fc.double({ min: 0.2, max: 5, noNaN: true }),
    least: fc.double({ min: 0.5, max: 8, noNaN: true }),
    isShort: fc.boolean(),
  })
  .chain((own) => fc.double({ min: own.least, max: 60, noNaN: true }).map((whole) => ({ ...own, whole })));

it('fills the page and cuts no word, at the largest letters that allow it', () => {
  fc.assert(
    fc.property(fc.array(needs, { minLength: 1, maxLength: 14 }), (columns) => {
      const { size, widths } = fitColumns(columns, 752);
      expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(752, -1);
      const room = (at: number, of: (column: (typeof columns)[number]) => number): number =>
        columns.reduce((sum, column) => sum + of(column) * at + 11, 0);
      const fits = (at: number): boolean => room(at, ({ least }) => least) <= 752;
      const fitsUnbroken = (at: number): boolean =>
        room(at, ({ least, whole, isShort }) => (isShort ? whole : least)) <= 752;
      if (fits(6))
        for (const [at, { least }] of columns.entries()) expect(widths[at]).toBeGreaterThan(least * size - 0.1);
      const isUnbroken = size >= 8 && fitsUnbroken(size);
      if (size < 9) expect(isUnbroken ? fitsUnbroken(size + 0.5) : fits(size + 0.5)).toBe(false);
      if (isUnbroken)
        for (const [at, { whole, isShort }] of columns.entries())
          if (isShort) expect(widths[at]).toBeGreaterThan(whole * size - 0.1);
    }),
  );
});

it('gives words the room that figures do not need', () => {
  const { size, widths } = fitColumns(
    [
      { share: 3, least: 17, whole: 60, isShort: false },
      { share: 1, least: 2, whole: 2, isShort: true },
      { share: 1, least: 2, whole: 2, isShort: true },
    ],
    505,
  );
  expect(size).toBe(9);
  expect(widths[1]).toBe(29);
  expect(widths[0]).toBeCloseTo(447, 0);
});
