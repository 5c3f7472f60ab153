import { expect, test } from 'vitest';
import { readPack } from '../../../src/pack/index.ts';
import { currentExtracts } from '../../../src/warehouse/index.ts';
import { allFindings, deliver, loadWith, packsFolder, query, scratch } from '../delivery.ts';
import { dayCell, writeWorkbook } from '../workbook/workbook.ts';

const folder = scratch();

/** A pack on the library with a mapping of its own. */
async function packWith(name: string, mapping: string) {
  await deliver(`${folder}/${name}`, {
    'pack.yaml': `id: ${name}\nversion: 1.0.0\ntitle: Own\nextends: childrens-services\n`,
  });
  await deliver(`${folder}/${name}/mappings`, { 'own.yaml': mapping });
  return readPack(`${folder}/${name}`, { packsFolder });
}

const audits = `
id: audits
title: The audit tracker
dataset: case_file_audits
file: 'audit*'
columns:
  audit_id: { from: [Child, Date chosen] }
  person_id: Child
  selected_on: { from: Date chosen, dates: [MM/DD/YYYY, D MMM YYYY] }
  completed_on: Finished
  grade: { from: Judgement, codes: { 'Top marks': outstanding, RI: requires improvement } }
constants: { team_id: T1 }
ignore: [Notes to self]
`;

test('a file of another layout fills a dataset: columns, dates, codes, constants, and what is left out on purpose', async () => {
  const { pack, diagnostics } = await packWith('own', audits);
  expect(diagnostics).toEqual([]);
  if (!pack) throw new Error('No pack');
  const rows = [
    ['Child', 'Date chosen', 'Finished', 'JUDGEMENT', 'Notes to self', 'Mood'],
    ['7', '10/25/2026', '30/10/2026', 'top marks!', 'secret', 'sunny'],
    ['8', '2 Nov 2026', '', ' ri ', '', ''],
    ['9', '25/10/2026', '', 'dreadful', '', ''],
  ];
  const source = await deliver(`${folder}/in`, { 'Audits November.csv': [['Tracker'], ...rows] });
  await loadWith({ data: `${folder}/data`, pack, sources: [source], asAt: '2026-11-05' });
  const content =
    'select audit_id, person_id, selected_on::varchar, completed_on::varchar, grade, team_id from {case_file_audits} order by 1';
  expect(await query(`${folder}/data`, content)).toEqual([
    ['7|10/25/2026', '7', '2026-10-25', '2026-10-30', 'outstanding', 'T1'],
    ['8|2 Nov 2026', '8', '2026-11-02', null, 'requires improvement', 'T1'],
    ['9|25/10/2026', '9', null, null, 'dreadful', 'T1'],
  ]);
  const found = await allFindings(`${folder}/data`);
  expect(found.map(({ code, row, column }) => [code, row, column])).toEqual(
    expect.arrayContaining([
      ['column-unknown', 2, 'Mood'],
      ['code-unknown', 5, 'Judgement'],
      ['date-unreadable', 5, 'Date chosen'],
      ['title-rows', 1, null],
    ]),
  );
  expect(found).toHaveLength(4);
  const [manifest] = await currentExtracts(`${folder}/data`);
  expect(manifest).toMatchObject({ format: 'mapped', source: 'audits' });
});

test('the sheets that a mapping fits go into one table, real days among them', async () => {
  const { pack } = await packWith('sheets', `${audits.replace("file: 'audit*'", "sheet: 'Team *'")}`);
  if (!pack) throw new Error('No pack');
  await deliver(`${folder}/book`, {});
  const header = ['Child', 'Date chosen', 'Finished', 'Judgement'];
  const source = await writeWorkbook(`${folder}/book/all.xlsx`, {
    'Team A': [header, [1, dayCell(46320), null, 'RI']],
    'Team B': [['Team B'], header, [2, '10/25/2026', null, 'RI'], ['Total', 1, null, null]],
    Other: [header, [3, '10/25/2026', null, 'RI']],
  });
  await loadWith({ data: `${folder}/book-data`, pack, sources: [source], asAt: '2026-11-05' });
  expect(
    await query(`${folder}/book-data`, 'select person_id, selected_on::varchar from {case_file_audits} order by 1'),
  ).toEqual([
    ['1', '2026-10-25'],
    ['2', '2026-10-25'],
  ]);
  expect((await allFindings(`${folder}/book-data`)).map(({ code, file }) => `${code} ${file}`)).toContain(
    'row-total all.xlsx › Team B',
  );
});

test('a mapping that fits no dataset is said, with the nearest name', async () => {
  const { diagnostics } = await packWith(
    'wrong',
    audits
      .replace('person_id: Child', 'persn_id: Child')
      .replace('MM/DD/YYYY', 'MM/MM/YYYY')
      .replace('team_id: T1', 'audit_id: T1'),
  );
  expect(diagnostics.map(({ code }) => code)).toContain('wrong-form');
  const second = await packWith(
    'wrong2',
    audits.replace('person_id: Child', 'persn_id: Child').replace('team_id: T1', 'audit_id: T1'),
  );
  expect(second.diagnostics.map(({ code, line, nearest }) => [code, line, nearest])).toEqual([
    ['unknown-column', 8, 'person_id'],
    ['mapped-twice', 12, undefined],
  ]);
});
