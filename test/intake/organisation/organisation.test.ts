import { expect, test } from 'vitest';
import { openFigures } from '../../../src/measure/index.ts';
import { currentExtracts } from '../../../src/warehouse/index.ts';
import { deliver, library, loadWith, scratch } from '../delivery.ts';
import { writeWorkbook } from '../workbook/workbook.ts';

const folder = scratch();

const units = `code,name,parent,kind,from,to,predecessor
X,Xshire,,authority,,,
N,North,X,district,,,
S,South,X,district,,2026-08-31,
T1,Team one,N,team,,,
T2,Team two,S,team,,2026-08-31,
T2,Team two,N,team,01/09/2026,,S
`;
const departments = `dept_team_id,dept_team_name,dept_team_parent_id
X,Xshire,
T1,One,X
T2,Two,X
`;
const cases = `cine_referral_id,cine_person_id,cine_referral_date,cine_referral_team,cine_referral_nfa
R1,P1,2026-08-10,T1,N
R2,P2,2026-08-11,T2,N
R3,P3,2026-09-12,T2,N
`;
const ssd = {
  'extract.yaml': 'authority: X\nas-at: 2026-09-30\n',
  'ssd_department.csv': departments,
  'ssd_cin_episodes.csv': cases,
};
const population = 'authority,year,population_0_17\nX,2025,10000\nN,2025,6000\nS,2025,4000\n';

/** The units at a month end and the referrals counted for each, as `code under parent: referrals in the year per 10,000`. */
async function referralsBy(data: string, month: string): Promise<string[]> {
  const figures = await openFigures({
    data,
    pack: await library(),
    months: { last: '2026-09', count: 2 },
    indicators: ['referrals-rate'],
  });
  const told = figures.units(month).map(({ code, parent, name, kind }) => {
    const counted = figures.observation('referrals-rate', code, month)?.numerator ?? 'none';
    return `${code} ${kind} ${name} under ${parent}: ${counted}`;
  });
  await figures.close();
  return told;
}

test('dated units that are loaded decide the organisation of each month, before and after a change', async () => {
  const data = `${folder}/dated`;
  const source = await deliver(`${folder}/ssd`, ssd);
  const dated = await deliver(`${folder}/units`, { 'units.csv': units, 'population.csv': population });
  await loadWith({ data, sources: [source] });
  expect(await referralsBy(data, '2026-08')).toEqual([
    'X authority Xshire under null: 2',
    'T1 team One under X: 1',
    'T2 team Two under X: 1',
    'not-attributed not-attributed Not attributed under X: none',
  ]);
  const told: string[] = [];
  const { extracts, findings } = await loadWith({ data, sources: [dated], progress: (line) => told.push(line) });
  expect(told).toContain('units.csv: Units (organisation), by its name');
  // Units and population speak of no day: nothing is assumed, and they are of the authority that is there already.
  expect(findings).toEqual([]);
  expect(extracts.map(({ manifest }) => [manifest.source, manifest.authority, manifest.asAtBasis]).toSorted()).toEqual([
    ['organisation', 'X', 'none'],
    ['population', 'X', 'none'],
  ]);
  expect(await referralsBy(data, '2026-08')).toEqual([
    'X authority Xshire under null: 2',
    'N district North under X: 1',
    'T1 team Team one under N: 1',
    'S district South under X: 1',
    'T2 team Team two under S: 1',
    'not-attributed not-attributed Not attributed under X: none',
  ]);
  expect(await referralsBy(data, '2026-09')).toEqual([
    'X authority Xshire under null: 3',
    'N district North under X: 3',
    'T1 team Team one under N: 1',
    'T2 team Team two under N: 2',
    'not-attributed not-attributed Not attributed under X: none',
  ]);
  const figures = await openFigures({ data, pack: await library() });
  // What was loaded on 5 November does not make the extract of September speak of October.
  expect([figures.asAt, figures.months.at(-1)]).toEqual(['2026-09-30', '2026-09']);
  expect(figures.observation('referrals-rate', 'N', '2026-08')).toMatchObject({ denominator: 6000 });
  await figures.close();
  // The same content on another day is the same.
  const again = await loadWith({ data, sources: [dated], now: new Date('2026-12-05T10:00:00Z') });
  expect(again.extracts.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
});

test('loaded units go before those of the pack; units that miss a team of the data give way, and a check says so', async () => {
  const pack = {
    ...(await library()),
    units: [
      { code: 'X', name: 'Packshire', kind: 'authority' as const },
      { code: 'T1', name: 'Pack one', parent: 'X', kind: 'team' as const },
      { code: 'T2', name: 'Pack two', parent: 'X', kind: 'team' as const },
    ],
  };
  const data = `${folder}/before`;
  const source = await deliver(`${folder}/ssd-2`, ssd);
  const namesOf = async () => {
    const figures = await openFigures({ data, pack, months: { last: '2026-09', count: 1 } });
    const names = figures.units('2026-09').map(({ name }) => name);
    const teams: (string | null)[] = [];
    for (const quality of (await figures.quality?.()) ?? []) {
      for await (const block of quality.list()) {
        teams.push(...block.filter(({ code }) => code === 'team-without-unit').map(({ key }) => key));
      }
    }
    await figures.close();
    return { names, teams };
  };
  await loadWith({ data, pack, sources: [source] });
  expect((await namesOf()).names).toEqual(['Packshire', 'Pack one', 'Pack two', 'Not attributed']);
  await loadWith({ data, pack, sources: [await deliver(`${folder}/u-1`, { 'units.csv': units })] });
  expect(await namesOf()).toEqual({
    names: ['Xshire', 'North', 'Team one', 'Team two', 'Not attributed'],
    teams: [],
  });
  const short = 'code,name,parent\nX,Xshire,\nT1,First,X\n';
  await loadWith({ data, pack, sources: [await deliver(`${folder}/u-2`, { 'units.csv': short })] });
  expect(await namesOf()).toEqual({ names: ['Packshire', 'Pack one', 'Pack two', 'Not attributed'], teams: ['T2'] });
});

test('units come as a sheet too; a level that is not said follows from the tree', async () => {
  const book = await writeWorkbook(`${folder}/organisation 2026.xlsx`, {
    Units: [
      ['The organisation of Xshire'],
      ['Code', 'Name', 'Parent', 'From'],
      ['X', 'Xshire', null, null],
      ['N', null, 'X', '2024-04-01'],
      ['T1', 'Team one', 'N', '2024-04-01'],
    ],
  });
  const data = `${folder}/sheet`;
  await loadWith({ data, sources: [book] });
  expect((await currentExtracts(data)).map(({ authority, source }) => [authority, source])).toEqual([
    ['X', 'organisation'],
  ]);
  const figures = await openFigures({ data, pack: await library(), months: { last: '2026-09', count: 1 } });
  expect(figures.units('2026-09').map(({ code, name, kind }) => [code, name, kind])).toEqual([
    ['X', 'Xshire', 'authority'],
    ['N', 'N', 'district'],
    ['T1', 'Team one', 'team'],
    ['not-attributed', 'Not attributed', 'not-attributed'],
  ]);
  await figures.close();
});

test('units that do not hold together on some day are refused with their lines, and nothing changes', async () => {
  const data = `${folder}/refused`;
  const refusal = async (text: string) => {
    const source = await deliver(`${folder}/refused-units`, { 'units.csv': text });
    return loadWith({ data, sources: [source] }).then(
      () => 'taken',
      (error: Error) => `${error.name} ${error.message}`,
    );
  };
  expect(await refusal('code,name,parent,from,to\nX,X,,,\nT1,T1,D9,,\nT2,T2,X,2026-02-01,2026-01-01\n')).toBe(
    'LoadError units.csv: the units do not hold together: line 3: there is no unit D9 in units.csv; line 4: this ends on 2026-01-01, before it begins',
  );
  expect(await refusal('code,name,parent,from,to\nX,X,,,\nY,Y,,2026-04-01,\n')).toBe(
    'LoadError units.csv: the units do not hold together: line 3: from 2026-04-01 the organisation has 2 units without a parent: X, Y',
  );
  expect(await refusal('code,name,parent\nX,X,\nA,A,B\nB,B,A\n')).toContain(
    'line 3: unit A is below itself: A > B > A',
  );
  expect(await refusal('code,name,parent,from\nX,X,,\nT,T,X,\nT,T,X,2026-01-01\n')).toContain(
    'line 4: unit T has another row in force on the same days, at line 3',
  );
  expect(await refusal('code,name,parent\nX,X,\n,Team,X\n')).toBe(
    'LoadError units.csv: the unit of line 3 has no code',
  );
  expect(await currentExtracts(data)).toEqual([]);
});
