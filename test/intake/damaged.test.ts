import { join } from 'node:path';
import { expect, test } from 'vitest';
import { packNamed } from '../../scripts/fuzz/packs.ts';
import { allFindings, deliver, loadWith, query, scratch } from './delivery.ts';
import { workbookParts, writeParts } from './workbook/workbook.ts';

const folder = scratch();

test('a file whose line ends are mixed is cut at each of them, also where it is written anew', async () => {
  const source = await deliver(join(folder, 'mixed'), {
    'workforce_posts.csv': 'Posts\r\npost_id,role,fte\nW1,Manager,1\rW2,Manager,1\nW3,Manager,1\n',
  });
  const data = join(folder, 'mixed-data');
  await loadWith({ data, sources: [source], asAt: '2026-10-31' });
  expect(await query(data, 'select post_id from {workforce_posts} order by 1')).toEqual([['W1'], ['W2'], ['W3']]);
});

test('figures whose header turns out to have no indicator are refused in words', async () => {
  const given = await packNamed('given', join(folder, 'packs'));
  const source = await deliver(join(folder, 'figures'), {
    'a.csv': 'indicator,month,value\nx,numerator,denominator,unit,month\n1,2,3,T1,2026-10\n',
  });
  await expect(loadWith({ data: join(folder, 'figures-data'), pack: given, sources: [source] })).rejects.toThrow(
    'its header has no column indicator',
  );
});

test.each([
  ['not in the archive', 'delete', 'its list names a sheet reviews that is not in the file'],
  ['not in the list', 'unlist', 'it holds a sheet, xl/worksheets/1.xml, that its list does not name'],
])('a sheet that is %s is a finding', async (_, how, told) => {
  const parts = workbookParts({
    episodes: [
      ['CHILD', 'DECOM', 'RNE'],
      ['1', '2020-05-01', 'S'],
    ],
    reviews: [
      ['CHILD', 'REVIEW', 'REVIEW_CODE'],
      ['1', '2020-06-01', 'PN1'],
    ],
  });
  if (how === 'delete') delete parts['xl/worksheets/1.xml'];
  else parts['xl/workbook.xml'] = (parts['xl/workbook.xml'] ?? '').replace('<sheet name="reviews" r:id="r1"/>', '');
  const source = await writeParts(join(folder, `${how}.xlsx`), parts);
  const data = join(folder, how);
  await loadWith({ data, sources: [source] });
  const lost = (await allFindings(data)).filter(({ code }) => code === 'file-unknown');
  expect(lost.map(({ file, message }) => [file, message])).toEqual([[`${how}.xlsx`, `Not read: ${told}`]]);
});
