import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Draw } from '../../scripts/fuzz/draw.ts';
import { type Input, subjects } from '../../scripts/fuzz/inputs.ts';
import { silentDrop } from '../../scripts/fuzz/oracle.ts';
import { type PackName, packNamed } from '../../scripts/fuzz/packs.ts';
import { KeptEngine, within } from '../../scripts/fuzz/tools.ts';
import { type Tried, tryLoad } from '../../scripts/fuzz/try-load.ts';
import { tryReading } from '../../scripts/fuzz/try-reading.ts';
import type { Pack } from '../../src/pack/index.ts';
import { scratch } from './delivery.ts';

/** A fixed sample of what `npm run fuzz` does by the thousand: as many tries of each format as take a few seconds. */
const readings = 6;

describe('mutated deliveries end in findings or in a refusal', () => {
  const folder = scratch();
  let engine: KeptEngine;
  const packs = new Map<PackName, Promise<Pack>>();
  const packOf = (name: PackName) => {
    const pack = packs.get(name) ?? packNamed(name, join(folder, 'packs'));
    packs.set(name, pack);
    return pack;
  };

  beforeAll(async () => {
    engine = await KeptEngine.open();
  });
  afterAll(() => engine.close());

  const tried = async (format: string, number: number, changed: Partial<Input> = {}): Promise<Tried> => {
    const subject = subjects[format];
    if (!subject) throw new Error(`There is no format ${format}`);
    const input = { ...(await subject.make(new Draw(number))), ...changed };
    return {
      input,
      pack: await packOf(subject.pack),
      folder: join(folder, `${format}-${number}`),
      engine,
      parsing: within,
    };
  };

  test.each(Object.keys(subjects))('%s', async (format) => {
    for (let number = 1; number <= readings; number++) {
      const { end, why } = await tryReading(await tried(format, number));
      expect([format, number, end === 'failed' ? why : 'well']).toEqual([format, number, 'well']);
    }
    const { end, why } = await tryLoad(await tried(format, 1));
    expect([format, end === 'failed' ? why : 'well']).toEqual([format, 'well']);
  });

  test('a record that is lost is a failure, in a reading and in a load, by its mark and by its count', async () => {
    const files = { 'workforce_posts.csv': Buffer.from('post_id,fte\nMK0001K,1\nMK0002K,1\n') };
    const raw = /^workforce_posts$/;
    const of = (marks: readonly string[]): Partial<Input> => ({
      files,
      raw,
      same: {},
      known: () => [
        {
          file: 'workforce_posts.csv',
          table: 'workforce_posts',
          exact: true,
          whole: true,
          records: marks.map((found, index) => ({ rows: [index + 2], marks: found === '' ? [] : [found] })),
        },
      ],
    });
    for (const attempt of [tryReading, tryLoad]) {
      expect((await attempt(await tried('ssd-csv', 1, of(['MK0001K', 'MK0002K'])))).end).not.toBe('failed');
      expect(await attempt(await tried('ssd-csv', 1, of(['MK0001K', 'MK0003K'])))).toMatchObject({
        end: 'failed',
        why: expect.stringContaining('MK0003K of row 3 is nowhere'),
      });
      expect(await attempt(await tried('ssd-csv', 1, of(['MK0001K', 'MK0002K', ''])))).toMatchObject({
        end: 'failed',
        why: expect.stringContaining('3 records became 2 rows and 0 refused'),
      });
    }
  });

  test('of an unknown file nothing is missing only where a finding says so', () => {
    const part = { file: 'a.csv', table: 'a', exact: true, whole: true, records: [{ rows: [2], marks: ['MK0001K'] }] };
    const finding = { code: 'file-unknown', severity: 'suspicious', file: 'a.csv', row: null };
    expect(silentDrop([part], { tables: new Map(), findings: [] })).toContain('no table a');
    expect(silentDrop([part], { tables: new Map(), findings: [finding] })).toBeNull();
    expect(silentDrop([part], { tables: new Map(), findings: [{ ...finding, file: 'b.csv' }] })).toContain(
      'no table a',
    );
  });
});
