import { beforeAll, expect, test } from 'vitest';
import { due } from '../../src/cli/due.ts';
import { openFigures } from '../../src/measure/index.ts';
import { readPack } from '../../src/pack/index.ts';
import { deliver, loadWith, packsFolder, scratch } from '../intake/delivery.ts';

const folder = scratch();
const data = `${folder}/data`;

async function run(...args: string[]) {
  let [out, err] = ['', ''];
  const effects = {
    stdout: (text: string) => {
      out += text;
    },
    stderr: (text: string) => {
      err += text;
    },
    now: () => new Date('2026-11-05T10:00:00Z'),
    packsFolder,
  };
  const code = await due.run(['--data', data, ...args], effects);
  return { code, out, err };
}

/** Assessments as two months of extracts tell of them: one is done in October, one begins then, one waits on. */
const assessments = (...rows: string[]) =>
  ['cina_assessment_id,cina_person_id,cina_assessment_start_date,cina_assessment_auth_date', ...rows].join('\n');

beforeAll(async () => {
  const load = async (name: string, asAt: string, now: string, rows: string[]) => {
    const source = await deliver(`${folder}/${name}`, { 'ssd_cin_assessments.csv': assessments(...rows) });
    await loadWith({ data, sources: [source], asAt, now: new Date(now) });
  };
  await load('one', '2026-09-30', '2026-10-02T08:00:00Z', ['A1,P1,2026-08-03,', 'A2,P2,2026-09-01,']);
  await load('two', '2026-10-31', '2026-11-02T08:00:00Z', [
    'A1,P1,2026-08-03,',
    'A2,P2,2026-09-01,2026-10-16',
    'A3,P3,2026-10-01,',
  ]);
}, 120_000);

test('prints what waits, the oldest first, and says of which indicators there is no list', async () => {
  const { code, out, err } = await run('--indicator', 'assessments-45-days');
  expect(code).toBe(0);
  // From Monday 3 August 45 working days, without 31 August, end on Tuesday 6 October; from 1 October on 3 December.
  expect(
    out
      .trim()
      .split('\n')
      .map((line) => line.split(',')),
  ).toEqual([
    ['last_day', 'days_left', 'days_counted', 'indicator', 'title', 'case_id', 'person_id', 'unit', 'worker_id'],
    expect.arrayContaining(['2026-10-06', '-18', 'working days', 'A1', 'P1']),
    expect.arrayContaining(['2026-12-03', '24', 'working days', 'A3', 'P3']),
  ]);
  expect(err).toContain('No list for cp-plans-18-months:');
  expect((await run('--within', '20')).out).not.toContain('A3');
  await expect(run('--unit', 'XX')).rejects.toThrow('No unit XX');
});

test('knows what left the list and what came on to it since the extract before', async () => {
  const { pack } = await readPack('childrens-services', { packsFolder });
  if (!pack) throw new Error('no pack');
  const figures = await openFigures({ data, pack, months: { count: 1 }, indicators: [] });
  try {
    const [root] = figures.units('2026-10');
    const change = await figures.dueChange?.(root?.code ?? '');
    const ids = (cases: readonly { caseId: string }[] = []) => cases.map(({ caseId }) => caseId);
    expect([change?.from, ids(change?.gone), ids(change?.added)]).toEqual(['2026-09-30', ['A2'], ['A3']]);
  } finally {
    await figures.close();
  }
});
