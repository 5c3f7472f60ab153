import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Draw } from '../../scripts/fuzz/draw.ts';
import { inputMakers } from '../../scripts/fuzz/inputs.ts';
import { tryLoad } from '../../scripts/fuzz/try-load.ts';
import { returnShape } from '../../src/intake/ssda903/xml-shape.ts';
import { XmlReading, XmlRefusal } from '../../src/intake/xml/parse.ts';
import { library, scratch } from './delivery.ts';

/** A fixed sample of what `npm run fuzz` does by the thousand: as many tries of each format as take a few seconds. */
const tries = { 'ssd-csv': 20, 'ssda903-csv': 6, 'ssda903-xml': 8, 'cin-census-xml': 8, 'ssda903-workbook': 8 };

describe('mutated deliveries end in findings or in a refusal', () => {
  const folder = scratch();

  test('the makers of inputs are those that are sampled', () => {
    expect(Object.keys(inputMakers)).toEqual(Object.keys(tries));
  });

  test.each(Object.entries(tries))('%s, %d tries', async (format, runs) => {
    const pack = await library();
    for (let number = 1; number <= runs; number++) {
      const input = inputMakers[format]?.(new Draw(number));
      if (!input) throw new Error(`There is no format ${format}`);
      const began = performance.now();
      const { end, why } = await tryLoad(input, pack, join(folder, `${format}-${number}`));
      expect([format, number, end === 'failed' ? why : 'well']).toEqual([format, number, 'well']);
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });

  test('the XML reader itself, 400 tries: every element with values is a row, or the file is refused', () => {
    const ends = { rows: 0, refused: 0 };
    for (let number = 1; number <= 400; number++) {
      const input = inputMakers['ssda903-xml']?.(new Draw(number));
      if (!input) throw new Error('There is no such format');
      let episodes = 0;
      const row = (table: string) => {
        if (table === 'episodes') episodes += 1;
      };
      const sink = { row, note: () => {} };
      const reading = new XmlReading(returnShape, sink);
      try {
        reading.write(input.files['a.xml']?.toString('utf8') ?? '');
        reading.close();
        ends.rows += 1;
        for (const { records } of input.expected) expect([number, episodes]).toEqual([number, records]);
      } catch (error) {
        if (!(error instanceof XmlRefusal)) throw error;
        ends.refused += 1;
      }
    }
    expect(Math.min(ends.rows, ends.refused)).toBeGreaterThan(50);
  });

  test('a record that is lost is a failure', async () => {
    const pack = await library();
    const files = { 'workforce_posts.csv': Buffer.from('post_id,fte\nW1,1\nW2,1\n') };
    const expected = { by: 'file', file: 'workforce_posts.csv', dataset: 'workforce_posts' } as const;
    const of = (records: number) =>
      tryLoad({ files, expected: [{ ...expected, records }] }, pack, join(folder, `lost-${records}`));
    expect((await of(2)).end).toBe('findings');
    expect(await of(3)).toMatchObject({ end: 'failed', why: expect.stringContaining('silent drop') });
  });
});
