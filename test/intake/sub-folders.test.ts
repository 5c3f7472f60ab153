import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentExtracts } from '../../src/warehouse/index.ts';
import { deliver, loadWith, scratch } from './delivery.ts';

const folder = scratch();

test('a folder of deliveries is refused with the ones that it holds, and each of them loads', async () => {
  const parent = join(folder, 'parent');
  await deliver(join(parent, 'county'), {
    'ssd_person.csv': 'pers_person_id\nP1\n',
    'ssd_missing.csv': 'miss_table_id\nM1\n',
  });
  await deliver(join(parent, 'return'), { 'header.csv': 'CHILD,SEX,DOB\n1,1,05/05/2010\n' });
  await deliver(join(parent, 'lists'), { 'annex a.xlsx': 'PK' });
  await deliver(join(parent, 'letters'), { 'read me.txt': 'Dear all' });
  const data = join(folder, 'data');
  const error = await loadWith({ data, sources: [parent] }).catch((thrown: Error) => thrown);
  if (!(error instanceof Error)) throw new Error('It was loaded');
  const lines = error.message.split('\n').slice(1);
  expect(lines).toEqual([
    `  ${parent}/county (ssd_missing.csv: Missing episodes (ssd_missing), by its name; and 1 file more)`,
    `  ${parent}/lists (1 workbook)`,
    `  ${parent}/return (header.csv: the header file of an SSDA903 return, by its name and its CHILD column)`,
  ]);
  await loadWith({ data, sources: [join(parent, 'county')] });
  expect((await currentExtracts(data)).map(({ source }) => source)).toEqual(['ssd']);
});

test('a folder without any is refused with what could be loaded', async () => {
  const parent = join(folder, 'empty');
  await deliver(join(parent, 'letters'), { 'read me.txt': 'Dear all' });
  await expect(loadWith({ data: join(folder, 'none'), sources: [parent] })).rejects.toThrow(
    /no file is named as a dataset/,
  );
});
