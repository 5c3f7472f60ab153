import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { currentExtracts } from '../../../src/warehouse/index.ts';
import { deliver, loadWith, query, scratch } from '../delivery.ts';

const samples = join(import.meta.dirname, '../../third-party/ssda903');
const folder = scratch();

/** The sheets of the workbook, as the files of the folder that hold the same. */
const files = [
  'ad1',
  'episodes',
  'header',
  'missing',
  'oc2',
  'oc3',
  'placed_for_adoption',
  'previous_permanence',
  'reviews',
  'uasc',
];

test('a return gives the same tables as a workbook and as files', async () => {
  await deliver(`${folder}/files`, {});
  for (const file of files)
    await copyFile(join(samples, 'be-903_fake_2675', `${file}.csv`), `${folder}/files/${file}.csv`);
  await loadWith({ data: `${folder}/a`, sources: [`${folder}/files`] });
  await loadWith({ data: `${folder}/b`, sources: [join(samples, '903_workbook.xlsx')] });
  const [csv] = await currentExtracts(`${folder}/a`);
  const [workbook] = await currentExtracts(`${folder}/b`);
  if (!csv || !workbook) throw new Error('Nothing was loaded');
  expect(Object.keys(workbook.tables)).toEqual(Object.keys(csv.tables));
  // A score that stands as 39.0 in the file is the number 39 in the sheet.
  const { 'number-repaired': _, ...same } = csv.findings;
  expect(workbook.findings).toEqual(same);
  for (const table of Object.keys(csv.tables)) {
    expect(workbook.tables[table]).toEqual(csv.tables[table]);
    const content = `select * from {${table}} order by all`;
    expect(await query(`${folder}/b`, content)).toEqual(await query(`${folder}/a`, content));
  }
  expect(workbook.files[0]).toMatchObject({ name: '903_workbook.xlsx › ad1', bytes: 994_712 });
}, 60_000);
