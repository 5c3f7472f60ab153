import { beforeAll, describe, expect, test } from 'vitest';
import { findings } from '../../../src/cli/findings.ts';
import { openFigures, openQuality } from '../../../src/measure/index.ts';
import { openStore, storeAddress } from '../../../src/store/index.ts';
import { deliver, library, loadWith, packsFolder, scratch } from '../../intake/delivery.ts';

const folder = scratch();
const data = `${folder}/data`;

/**
 * P1's assessment, P3's plan and P2's involvement end before they begin; P4's assessment names a referral that is not there.
 * A plan has no team of its own: T2 holds P3.
 */
const delivery = {
  'ssd_department.csv': 'dept_team_id,dept_team_parent_id,dept_team_name\nA,,Authority\nT1,A,One\nT2,A,Two\n',
  'ssd_person.csv': 'pers_person_id,pers_dob\nP1,2015-01-01\nP2,2015-01-01\nP3,2015-01-01\nP4,SECRETDAY\n',
  'ssd_cin_episodes.csv':
    'cine_referral_id,cine_person_id,cine_referral_date,cine_referral_team\nR1,P1,2026-04-01,T1\nR2,P2,2026-04-01,T1\nR3,P3,2026-04-01,T1\nR4,P4,2026-04-01,T2\n',
  'ssd_cin_assessments.csv': [
    'cina_assessment_id,cina_person_id,cina_referral_id,cina_assessment_start_date,cina_assessment_auth_date,cina_assessment_team',
    'A1,P1,R1,2026-05-02,2026-05-01,T1',
    'A2,P2,R2,2026-05-02,2026-06-01,T1',
    'A3,P3,R3,2026-05-02,2026-06-02,T1',
    'A4,P4,R9,2026-05-02,2026-06-03,T2',
    'A5,P1,R1,2026-07-02,2026-08-03,T1',
  ].join('\n'),
  'ssd_cp_plans.csv':
    'cppl_cp_plan_id,cppl_person_id,cppl_cp_plan_start_date,cppl_cp_plan_end_date\nK1,P3,2026-06-02,2026-06-01\n',
  'ssd_involvements.csv':
    'invo_involvements_id,invo_person_id,invo_professional_team,invo_involvement_start_date,invo_involvement_end_date\nI1,P3,T2,2026-04-01,\nI2,P2,T1,2026-05-01,2026-04-01\n',
};

const loadIt = async (files: Record<string, string>, at: string) => {
  const source = await deliver(`${folder}/${at.slice(0, 10)}`, files);
  await loadWith({ data, sources: [source], asAt: '2026-10-31', now: new Date(at) });
};

/** Looks on record, the latest first. */
async function looks() {
  const store = await openStore(storeAddress(data, undefined), new Date('2026-11-01T00:00:00Z'));
  const found = await store.looks.list();
  await store.close();
  return found.looks;
}

beforeAll(() => loadIt(delivery, '2026-11-01T00:00:00Z'));

async function run(...args: string[]) {
  let out = '';
  const effects = {
    stdout: (text: string) => {
      out += text;
    },
    stderr: () => undefined,
    now: () => new Date('2026-11-05T10:00:00Z'),
    packsFolder,
  };
  await findings.run(['--data', data, ...args], effects);
  return out.trim().split('\n');
}

describe('the quality of what is loaded', () => {
  test('a finding is told with its row and its team: the row’s own, else the one that holds the person', async () => {
    const { qualities, close } = await openQuality({ data, pack: await library() });
    const listed = [];
    for await (const block of qualities[0]?.list({ kind: 'check' }) ?? []) listed.push(...block);
    await close();
    expect(listed.map(({ code, key, column, team, person }) => [code, key, column, team, person])).toEqual([
      ['end-before-start', 'A1', 'cina_assessment_auth_date', 'T1', '••• (2 characters)'],
      ['end-before-start', 'K1', 'cppl_cp_plan_end_date', 'T2', '••• (2 characters)'],
      ['end-before-start', 'I2', 'invo_involvement_end_date', 'T1', '••• (2 characters)'],
      ['no-such-row', 'A4', 'cina_referral_id', 'T2', '••• (2 characters)'],
    ]);
  });

  test('a figure says how many of its cases stand on doubtful data, and of which of its columns', async () => {
    const pack = await library();
    const figures = await openFigures({
      data,
      pack,
      months: { last: '2026-08', count: 1 },
      indicators: ['assessments-45-days'],
    });
    const doubts = async (indicator: string, unit: string) => figures.doubts?.(indicator, unit, '2026-08');
    // A1 lies before its start and is left out of the indicator, but P1 has A5 in it; P4's reference is no need of it.
    const whole = await doubts('assessments-45-days', 'A');
    const observation = figures.observation('assessments-45-days', 'A', '2026-08');
    expect(whole?.cases).toBe(observation?.denominator);
    expect(whole?.byCode).toEqual([{ code: 'end-before-start', cases: whole?.doubtful }]);
    const people = (await figures.cases('assessments-45-days', 'A', '2026-08')).cases.map(({ caseId }) => caseId);
    expect(whole?.doubtful).toBe(people.filter((id) => id === 'A1' || id === 'A5').length);
    expect(whole?.doubtful).toBeGreaterThan(0);
    expect(await doubts('assessments-45-days', 'T2')).toMatchObject({ doubtful: 0 });
    await figures.close();
  });

  test('findings are counted by team and kind, and narrowed; personal values are shown with a recorded reason alone', async () => {
    expect(await run('--by', 'team')).toEqual(['authority,team,findings', 'A,T1,2', 'A,T2,2', 'A,,1']);
    expect((await run('--by', 'code')).map((line) => line.split(',').slice(0, 4).join())).toEqual([
      'authority,code,findings,severity',
      'A,end-before-start,3,impossible',
      'A,date-unreadable,1,refused-value',
      'A,no-such-row,1,suspicious',
    ]);
    expect(await run('--table', 'ssd_cin_assessments', '--by', 'severity')).toEqual([
      'authority,severity,findings',
      'A,impossible,1',
      'A,suspicious,1',
    ]);
    const masked = (await run('--team', 'T2', '--kind', 'check')).join();
    expect(masked).toContain('A4,••• (2 characters),T2');
    await expect(run('--show-values')).rejects.toThrow(/--reason/);
    expect(await looks()).toEqual([]);
    expect((await run('--team', 'T2', '--show-values', '--reason', 'Ring the team')).join()).toContain('A4,P4,T2');
    expect((await run('--code', 'date-unreadable', '--show-values', '--reason', 'Ring the team')).join()).toContain(
      ',SECRETDAY,',
    );
    expect((await run('--code', 'date-unreadable')).join()).not.toContain('SECRETDAY');
    expect(await looks()).toMatchObject([
      { what: 'findings with values', list: 'code date-unreadable', why: 'Ring the team', cases: 1 },
      { what: 'findings with values', list: 'team T2', why: 'Ring the team', cases: 2 },
    ]);
  });

  test('states follow each other, and what was put right is gone from the next', async () => {
    const pack = await library();
    const once = await openQuality({ data, pack });
    await once.close();
    const mended = delivery['ssd_cin_assessments.csv'].replace('2026-05-01,T1', '2026-05-21,T1');
    await loadIt({ ...delivery, 'ssd_cin_assessments.csv': mended }, '2026-11-02T00:00:00Z');
    const { qualities, close } = await openQuality({ data, pack });
    await close();
    const counts = [...(qualities[0]?.earlier ?? []), qualities[0]?.current].map((state) =>
      (state?.counts ?? []).reduce((sum, { count }) => sum + count, 0),
    );
    expect(counts).toEqual([5, 4]);
  });

  test('the keys of a return are made from the child, and masked like it', async () => {
    const source = await deliver(`${folder}/return`, {
      'header.csv': 'CHILD,SEX,DOB\nSECRET,1,01/01/2015\n',
      'episodes.csv': 'CHILD,DECOM,RNE,LS,PLACE,DEC,REC\nSECRET,01/05/2025,S,C2,U4,01/06/2025,X1\n',
    });
    const other = `${folder}/return-data`;
    await loadWith({ data: other, sources: [source] });
    const { qualities, close } = await openQuality({ data: other, pack: await library() });
    const listed = [];
    for await (const block of qualities[0]?.list({ code: 'no-next-episode' }) ?? []) listed.push(...block);
    await close();
    expect(listed.map(({ key, person }) => [key, person])).toEqual([['••• (19 characters)', '••• (6 letters)']]);
  });
});
