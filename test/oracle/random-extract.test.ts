import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { oracle, randomExtract, type Tables, writeExtract } from './index.ts';
import { day, isYes, type Row, text } from './notions/tables.ts';

const runs = { numRuns: 15, seed: 20250331 };

test('the same seed draws the same extract', () => {
  const draw = () => JSON.stringify(fc.sample(randomExtract(), { numRuns: 1, seed: 5 }));
  expect(draw()).toBe(draw());
});

test('every id is unique, in every table', () => {
  fc.assert(
    fc.property(randomExtract(), ({ tables }) => {
      for (const [dataset, rows = []] of Object.entries(tables)) {
        if (dataset === 'population' || dataset === 'ssd_cla_immunisations') continue;
        const first = dataset === 'ssd_person' ? 'pers_person_id' : Object.keys(rows[0] ?? {})[0];
        const ids = rows.map((row) => row[first ?? '']);
        expect(new Set(ids).size, dataset).toBe(rows.length);
      }
    }),
    runs,
  );
});

test('every indicator has cases, and every share has some in and some out of the numerator', () => {
  const seen = new Map<string, { met: number; not: number; share: boolean }>();
  for (const { tables, month, root } of fc.sample(randomExtract(), { numRuns: 25, seed: 1 })) {
    for (const figure of oracle(tables, month)) {
      if (figure.unit !== root) continue;
      const sum = seen.get(figure.indicator) ?? { met: 0, not: 0, share: false };
      for (const one of figure.cases) sum[one.inNumerator ? 'met' : 'not'] += 1;
      sum.share ||=
        figure.denominator !== null &&
        !/rate$|^adoption-days|^early-help-length$|^first-time-entrants$/.test(figure.indicator);
      seen.set(figure.indicator, sum);
    }
  }
  expect(seen.size).toBe(117);
  for (const [indicator, { met, not, share }] of seen) {
    expect(met, indicator).toBeGreaterThan(8);
    if (share) expect(not, indicator).toBeGreaterThan(8);
  }
});

test('the root has every case once, and a unit no more than its parent', () => {
  fc.assert(
    fc.property(randomExtract(), ({ tables, month, root }) => {
      const figures = oracle(tables, month);
      const parents = new Map((tables.ssd_department ?? []).map((row) => [row.dept_team_id, row.dept_team_parent_id]));
      for (const figure of figures) {
        if (figure.unit === root) continue;
        const parent = parents.get(figure.unit) ?? root;
        const above = figures.find((one) => one.indicator === figure.indicator && one.unit === parent);
        const ids = new Set(above?.cases.map((one) => one.id));
        expect(figure.cases.every((one) => ids.has(one.id))).toBe(true);
        expect(figure.numerator).toBeLessThanOrEqual(above?.numerator ?? -1);
      }
    }),
    runs,
  );
});

/** What a reader that keeps to the conventions makes of a cell. */
function same(written: Row, given: Row): void {
  for (const [column, value] of Object.entries(given)) {
    const isDate = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
    if (typeof value === 'boolean') {
      expect(isYes(written, column)).toBe(value);
      expect(text(written, column)).not.toBeNull();
    } else if (isDate) expect(day(written, column)).toBe(value);
    else expect(text(written, column)).toBe(value === null ? null : String(value));
  }
}

test('what is written as CSV reads back as what was drawn', () => {
  fc.assert(
    fc.property(randomExtract(), ({ tables }) => {
      const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
      try {
        writeExtract(tables, folder);
        for (const [dataset, rows = []] of Object.entries(tables as Tables)) {
          const written: Row[] = parse(readFileSync(join(folder, `${dataset}.csv`)), { columns: true });
          expect(written.length, dataset).toBe(rows.length);
          for (const [place, row] of rows.entries()) same(written[place] ?? {}, row);
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    }),
    { ...runs, numRuns: 5 },
  );
});
