import { mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { template } from '../../../src/cli/template.ts';
import { figureMonth } from '../../../src/intake/collected/figure-month.ts';
import { readWorkbook } from '../../../src/intake/workbook/read-workbook.ts';
import { openFigures } from '../../../src/measure/index.ts';
import { readPack } from '../../../src/pack/index.ts';
import { allFindings, deliver, loadDay, loadWith, packsFolder, query, scratch } from '../delivery.ts';
import { dayCell, writeWorkbook } from '../workbook/workbook.ts';

const folder = scratch();

const indicator = (id: string, measured: string, basis = 'month') =>
  `id: ${id}\ntitle: ${id} in words\ntheme: given\npolarity: higher\nmeasured-in: ${measured}\nbasis: ${basis}\nsource: collected\n`;

/** A pack of collected figures alone: three indicators, two teams. */
async function packWith(name: string, observations?: string) {
  const at = `${folder}/${name}`;
  await deliver(at, {
    'pack.yaml': `id: ${name}\nversion: 1.0.0\ntitle: Given\nthemes: [{ id: given, title: Given }]\n`,
    'units.csv': 'code,name,parent,kind\nX,Xshire,,authority\nT1,Team one,X,team\nT2,Team two,X,team\n',
    ...(observations === undefined ? {} : { 'observations.csv': observations }),
  });
  await deliver(`${at}/indicators`, {
    'a.yaml': indicator('answered', 'percent'),
    'b.yaml': indicator('visits', 'count'),
    'c.yaml': indicator('surveys', 'average', 'quarter'),
  });
  await deliver(`${at}/datasets`, {
    'observations.yaml': `id: observations
title: Collected figures
source: observations
key: [indicator, unit, month]
columns:
  indicator: { type: text }
  unit: { type: id }
  month: { type: text }
  numerator: { type: decimal }
  denominator: { type: decimal }
  value: { type: decimal }
  as_at: { type: date, planned: true }
  source: { type: text }
`,
  });
  return readPack(at, { packsFolder });
}

test('a pack of collected figures alone needs no load', async () => {
  const { pack, diagnostics } = await packWith(
    'alone',
    'indicator,unit,month,numerator,denominator,value\nanswered,T1,2026-09,17,20,\nanswered,,2026-10,,,62.5\nvisits,T2,2026-10,41,,\nanswered,T2,2026-10,0,0,\n',
  );
  expect(diagnostics).toEqual([]);
  if (!pack) throw new Error('No pack');
  mkdirSync(`${folder}/alone-data`);
  const figures = await openFigures({ data: `${folder}/alone-data`, pack });
  expect(figures.months.at(-1)).toBe('2026-10');
  expect([figures.asAt, figures.synthetic]).toEqual(['2026-10-31', false]);
  expect(figures.observation('answered', 'T1', '2026-09')).toMatchObject({
    numerator: 17,
    denominator: 20,
    value: 85,
    state: 'value',
  });
  expect(figures.observation('answered', 'X', '2026-10')).toMatchObject({
    numerator: null,
    value: 62.5,
    state: 'value',
  });
  expect(figures.observation('answered', 'T2', '2026-10')).toMatchObject({ value: null, state: 'no-cases' });
  expect(figures.observation('visits', 'T2', '2026-10')).toMatchObject({ numerator: 41, value: 41 });
  expect(figures.observation('visits', 'T1', '2026-10')).toMatchObject({
    value: null,
    state: 'not-collected',
    reason: 'No figure has been given for this month',
  });
  expect(await figures.cases('answered', 'T1', '2026-09')).toMatchObject({ cases: [] });
  await figures.close();
});

test('figures of a pack that cannot be are said, with their place', async () => {
  const { diagnostics } = await packWith(
    'wrong',
    'indicator,unit,month,numerator,denominator,value\nanswerd,T1,2026-09,1,2,\nanswered,T9,2026-09,5,,\nvisits,T1,2026-09,5,2,\nanswered,T1,2026-09,,,140\nvisits,T2,Oct,1,,\n',
  );
  expect(diagnostics.map(({ code, line }) => `${line} ${code}`).sort()).toEqual([
    '2 unknown-indicator',
    '3 figure-form',
    '3 unknown-unit',
    '4 figure-form',
    '5 figure-form',
    '6 wrong-form',
  ]);
});

test('the template holds what is due, and what is filled in becomes figures', async () => {
  const { pack } = await packWith('filled', 'indicator,unit,month,numerator\nvisits,T1,2026-10,7\n');
  if (!pack) throw new Error('No pack');
  const said: string[] = [];
  const effects = { stdout: () => {}, stderr: (text: string) => said.push(text), now: () => loadDay, packsFolder };
  const call = [
    '--data',
    `${folder}/filled-data`,
    '--pack',
    `${folder}/filled`,
    '--month',
    '2026-10',
    '--out',
    `${folder}/t.xlsx`,
  ];
  mkdirSync(`${folder}/filled-data`);
  expect(await template.run(call, effects)).toBe(0);
  // Two indicators by the month and three units, less the figure that the pack gives; none by the quarter in October.
  expect(said.join('')).toContain('5 figures of 2 indicators are due');
  mkdirSync(`${folder}/sheets`);
  const written = await readWorkbook({
    path: `${folder}/t.xlsx`,
    folder: `${folder}/sheets`,
    known: ['indicator', 'month'],
  });
  expect(written).toMatchObject({ sheets: [{ name: 'observations', rows: 5 }] });

  const header = ['indicator', 'title', 'unit', 'unit_name', 'month', 'numerator', 'denominator', 'value', 'as_at'];
  const source = await writeWorkbook(`${folder}/back.xlsx`, {
    observations: [
      header,
      ['answered', 'in words', 'T1', 'Team one', dayCell(46296), 17, 20, null, dayCell(46331)],
      ['answered', 'in words', 'X', 'Xshire', '2026-10', null, null, '62.5%', null],
      ['answered', 'in words', 'T2', 'Team two', '2026-10', null, null, null, null],
      ['visits', 'in words', 'T1', 'Team one', 'Oct 2026', 9, null, null, null],
      ['visits', 'in words', 'T9', '', '2026-10', 9, null, null, null],
      ['visits', 'in words', 'T1', '', '2026-10', 8, null, null, null],
      ['visitors', '', 'T1', '', '2026-10', 8, null, null, null],
      ['answered', '', 'T2', '', 'soon', 1, 2, null, null],
      ['answered', '', 'T2', '', '2026-10', 3, 2, null, null],
    ],
  });
  const data = `${folder}/filled-data`;
  await loadWith({ data, pack, sources: [source] });
  expect((await allFindings(data)).map(({ code, row, column }) => [code, row, column])).toEqual([
    ['number-repaired', 3, 'value'],
    ['figure-unit-unknown', 6, 'unit'],
    ['figure-twice', 7, 'indicator'],
    ['figure-indicator-unknown', 8, 'indicator'],
    ['figure-month-unreadable', 9, 'month'],
    ['figure-form', 10, 'numerator'],
  ]);
  expect(await query(data, 'select indicator, unit, month from {observations} order by all')).toEqual([
    ['answered', 'T1', '2026-10'],
    ['answered', 'X', '2026-10'],
    ['visits', 'T1', '2026-10'],
  ]);
  const figures = await openFigures({ data, pack, months: { last: '2026-10', count: 1 } });
  expect(figures.observation('answered', 'T1', '2026-10')?.value).toBe(85);
  // What is loaded goes before what the pack gives.
  expect(figures.observation('visits', 'T1', '2026-10')?.value).toBe(9);
  await figures.close();
  expect(await template.run(call, effects)).toBe(0);
  // The figures of another month join those that are there; what is loaded again changes nothing.
  const next = await deliver(`${folder}/next`, {
    'november.csv': 'indicator,unit,month,numerator\nvisits,T1,2026-11,3\nvisits,T1,2026-10,6\n',
  });
  expect((await loadWith({ data, pack, sources: [next] })).extracts[0]?.outcome).toBe('published');
  expect(
    await query(
      data,
      'select unit, month, numerator::integer from {observations} where indicator = $$visits$$ order by all',
    ),
  ).toEqual([
    ['T1', '2026-10', 6],
    ['T1', '2026-11', 3],
  ]);
  expect((await loadWith({ data, pack, sources: [next] })).extracts[0]?.outcome).toBe('unchanged');
  expect(said.join('')).toContain('3 figures of 2 indicators are due');
});

test('a month is known in the ways in which spreadsheets and people write it', () => {
  for (const written of [
    '2026-10',
    '2026-10-01',
    '2026-10-01 00:00:00',
    '10/2026',
    '01/10/2026',
    'Oct 2026',
    'October-26',
  ]) {
    expect([written, figureMonth(written)]).toEqual([written, '2026-10']);
  }
  for (const written of ['', '2026-13', '13/2026', 'Soon 2026', '2026', '10']) expect(figureMonth(written)).toBeNull();
});
