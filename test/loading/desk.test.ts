import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { AuditEvent } from '../../src/access/index.ts';
import { DeskBusy, type Job, type JobState, LoadDesk } from '../../src/loading/index.ts';
import { lockFolder } from '../../src/warehouse/index.ts';
import { scratch } from '../intake/delivery.ts';
import { smallPack } from './small-pack.ts';

// Each step starts a process.
vi.setConfig({ testTimeout: 180_000 });

const library = smallPack(scratch());
const desks: LoadDesk[] = [];
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function opened(data = scratch()) {
  const audited: AuditEvent[] = [];
  const reported: string[] = [];
  const desk = await LoadDesk.open({
    data,
    ...library,
    now: () => new Date('2026-11-04T10:00:00Z'),
    audit: async (event) => void audited.push(event),
    report: (line) => reported.push(line),
  });
  desks.push(desk);
  return { desk, data, audited, reported };
}

async function* incoming(files: Readonly<Record<string, string>>) {
  for (const [name, content] of Object.entries(files)) yield { name, content: Readable.from([Buffer.from(content)]) };
}

/** The state of a job once it is none of those that pass by themselves. */
async function settled<S extends JobState['stage']>(desk: LoadDesk, { id }: Job, stage: S) {
  for (;;) {
    const state = desk.job(id)?.state;
    if (state && state.stage !== 'recognising' && state.stage !== 'loading') {
      expect(state, JSON.stringify(state)).toMatchObject({ stage });
      return state as Extract<JobState, { stage: S }>;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const person = (rows: string) => ({ 'ssd_person.csv': `pers_person_id,pers_sex,pers_dob\n${rows}` });
const inForce = (data: string) => readFile(join(data, 'current.json'), 'utf8').catch(() => null);
const uploads = async (data: string) => (await readdir(join(data, 'uploads'), { recursive: true })).length;

async function loadAll(desk: LoadDesk, files: Readonly<Record<string, string>>) {
  const job = await desk.receive(incoming(files), null);
  await settled(desk, job, 'waiting');
  await desk.start(job.id, { asAt: '2026-10-31', authority: 'E10000016' });
  return (await settled(desk, job, 'done')).outcome;
}

it('says what files are, loads them when told, says what changed, and keeps no file and no name of one', async () => {
  const { desk, data, audited } = await opened();
  const job = await desk.receive(
    incoming({ ...person('p1,F,2015-01-01\np2,M,2016-01-01\np3,Q,2017-01-01\n'), 'Jo Bloggs.csv': 'a,b\n1,2\n' }),
    null,
  );
  const { preview } = await settled(desk, job, 'waiting');
  expect(preview.files).toMatchObject([
    { name: 'ssd_person.csv', takenFor: expect.stringContaining('ssd_person'), notRead: null },
    { name: 'Jo Bloggs.csv', takenFor: null, notRead: expect.stringContaining('headings') },
  ]);
  expect(preview).toMatchObject({ refused: [], asAt: { from: 'data' }, authority: null });
  expect(await inForce(data)).toBeNull();
  expect(audited).toEqual([]);
  await desk.start(job.id, { asAt: '2026-10-31', authority: 'E10000016' });
  const { outcome } = await settled(desk, job, 'done');
  expect(outcome).toMatchObject({
    complete: true,
    extracts: [{ authority: 'E10000016', source: 'ssd', asAt: '2026-10-31', outcome: 'published', former: null }],
  });
  expect(outcome.extracts[0]?.tables).toMatchObject([{ id: 'ssd_person', rows: 3, change: null }]);
  expect(outcome.findings.map(({ code }) => code)).toEqual(expect.arrayContaining(['code-unknown', 'file-unknown']));

  const after = await loadAll(desk, person('p2,F,2016-01-01\np3,Q,2017-01-01\np4,F,2018-01-01\np5,M,2018-01-01\n'));
  expect(after.extracts[0]?.former).toBe('2026-10-31');
  expect(after.extracts[0]?.tables).toMatchObject([
    { id: 'ssd_person', rows: 4, change: { before: 3, added: 2, gone: 1, changed: 1 } },
  ]);
  expect(await uploads(data)).toBe(1);
  expect(audited.map(({ what }) => what)).toEqual(['load', 'load finished', 'load', 'load finished']);
  expect(JSON.stringify(audited)).not.toMatch(/Bloggs|ssd_person|p1/);
});

describe('leaves everything as it was', () => {
  it('where the files cannot be loaded, and says why', async () => {
    const { desk, data, audited } = await opened();
    await loadAll(desk, person('p1,F,2015-01-01\n'));
    const before = await inForce(data);
    const job = await desk.receive(
      incoming({ 'ssd_department.csv': 'dept_team_id,dept_team_parent_id\nA,\nB,\n' }),
      null,
    );
    expect((await settled(desk, job, 'waiting')).preview.authority).toEqual({ from: 'departments' });
    await desk.start(job.id, {});
    const { why, changed } = await settled(desk, job, 'failed');
    expect(why).toContain('ssd_department.csv: one team');
    expect(why).not.toContain(data);
    expect(changed).toBe(false);
    expect(await inForce(data)).toBe(before);
    expect(await uploads(data)).toBe(1);
    expect(audited.at(-1)?.what).toBe('load failed');
  });

  it('where it is stopped', async () => {
    const { desk, data, audited } = await opened();
    await loadAll(desk, person('p1,F,2015-01-01\n'));
    const before = await inForce(data);
    const rows = Array.from({ length: 300_000 }, (_, index) => `p${index},F,2015-01-01`).join('\n');
    const job = await desk.receive(incoming(person(rows)), null);
    await settled(desk, job, 'waiting');
    await desk.start(job.id, { asAt: '2026-10-31' });
    for (;;) {
      const state = desk.job(job.id)?.state;
      if (state?.stage !== 'loading' || state.step !== null) break;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await desk.cancel(job.id);
    await settled(desk, job, 'cancelled');
    expect(await inForce(data)).toBe(before);
    expect(existsSync(join(data, 'loading'))).toBe(false);
    expect(existsSync(join(data, 'load.lock'))).toBe(false);
    expect(await uploads(data)).toBe(1);
    expect(audited.at(-1)?.what).toBe('load cancelled');
  });

  it('where it is stopped at once, before the process at work can say so', async () => {
    const { desk, data, audited } = await opened();
    const job = await desk.receive(incoming(person('p1,F,2015-01-01\n')), null);
    expect(desk.job(job.id)?.state).toMatchObject({ stage: 'recognising' });
    await desk.cancel(job.id);
    await settled(desk, job, 'cancelled');
    const next = await desk.receive(incoming(person('p1,F,2015-01-01\n')), null);
    await settled(desk, next, 'waiting');
    await desk.start(next.id, { asAt: '2026-10-31' });
    await desk.cancel(next.id);
    await settled(desk, next, 'cancelled');
    expect(audited.at(-1)?.what).toBe('load cancelled');
    expect(existsSync(join(data, 'current.json'))).toBe(false);
    expect(await uploads(data)).toBe(1);
  });

  it('where nobody knows what the files are', async () => {
    const { desk, data } = await opened();
    const job = await desk.receive(incoming({ 'notes.csv': 'a,b\n1,2\n' }), null);
    const { preview } = await settled(desk, job, 'waiting');
    expect(preview.refused).toHaveLength(1);
    expect(preview.refused[0]).not.toContain(data);
    await desk.cancel(job.id);
    await settled(desk, job, 'cancelled');
    expect(await uploads(data)).toBe(1);
  });
});

it('takes one load at a time, and keeps the files where another process is loading', async () => {
  const { desk, data } = await opened();
  const first = await desk.receive(incoming(person('p1,F,2015-01-01\n')), null);
  await expect(desk.receive(incoming(person('')), null)).rejects.toThrow(DeskBusy);
  await settled(desk, first, 'waiting');
  const unlock = await lockFolder(data);
  await desk.start(first.id, {});
  expect(await settled(desk, first, 'waiting')).toMatchObject({ locked: true });
  await unlock();

  const second = await desk.receive(incoming(person('p2,F,2015-01-01\n')), null);
  expect(desk.job(first.id)?.state).toMatchObject({ stage: 'cancelled' });
  await settled(desk, second, 'waiting');
  await desk.start(second.id, { asAt: '2026-10-31' });
  expect((await settled(desk, second, 'done')).outcome.extracts).toHaveLength(1);
});

it('loads nothing where the load cannot be put on record', async () => {
  const data = scratch();
  const desk = await LoadDesk.open({
    data,
    ...library,
    now: () => new Date(),
    audit: () => Promise.reject(new Error('disk full')),
  });
  desks.push(desk);
  const job = await desk.receive(incoming(person('p1,F,2015-01-01\n')), null);
  await settled(desk, job, 'waiting');
  await expect(desk.start(job.id, {})).rejects.toThrow('disk full');
  expect(desk.job(job.id)?.state.stage).toBe('waiting');
  expect(await inForce(data)).toBeNull();
});

it('ends what runs and removes all files when it closes', async () => {
  const { desk, data } = await opened();
  await desk.receive(incoming(person('p1,F,2015-01-01\n')), null);
  await desk.close();
  expect(await readdir(join(data, 'uploads'))).toEqual([]);
});
