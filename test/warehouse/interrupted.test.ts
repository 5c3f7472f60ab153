import { type ChildProcess, spawn } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { deliver, loadWith, packsFolder, query, scratch } from '../intake/delivery.ts';

const folder = scratch();

/** A delivery of several sources. */
async function delivery(name: string, rows: number): Promise<string> {
  const lines = Array.from({ length: rows }, (_, index) => `${name}${index},P${index},2024-01-01\n`).join('');
  return deliver(`${folder}/${name}`, {
    'ssd_cin_visits.csv': `cinv_cin_visit_id,cinv_person_id,cinv_cin_visit_date\n${lines}`,
    'supervisions.csv': `supervision_id,worker_id,held_on\n${lines}`,
    'case_file_audits.csv': `audit_id,person_id,completed_on\n${lines}`,
  });
}

function startLoad(data: string, source: string): ChildProcess {
  const child = join(import.meta.dirname, 'load-child.ts');
  return spawn(process.execPath, [child, data, packsFolder, source], { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Waits for the n-th line that a load tells; false where it ends before. */
function line(child: ChildProcess, wanted: number): Promise<boolean> {
  return new Promise((resolve) => {
    let told = 0;
    child.stdout?.on('data', (chunk: Buffer) => {
      told += chunk.toString().split('\n').length - 1;
      if (told >= wanted) resolve(true);
    });
    child.on('close', () => resolve(false));
  });
}

const ended = (child: ChildProcess) => new Promise((resolve) => child.on('close', resolve));

/** What a reader sees of each table. */
async function seen(data: string): Promise<string> {
  const counts = await query(
    data,
    `select (select min(cinv_cin_visit_id)[1] || count(*) from {ssd_cin_visits}),
      (select min(supervision_id)[1] || count(*) from {supervisions}), (select min(audit_id)[1] || count(*) from {case_file_audits})`,
  );
  return String(counts[0]);
}

test('of two loads at once the second is refused and says who is loading', async () => {
  const data = `${folder}/busy`;
  const source = await delivery('C', 15_000);
  const child = startLoad(data, source);
  expect(await line(child, 1)).toBe(true);
  // Held where it is: however quick it is, it cannot end before the second begins.
  child.kill('SIGSTOP');
  const second = loadWith({ data, sources: [source], asAt: '2026-10-31' });
  await expect(second).rejects.toMatchObject({ code: 'locked', message: expect.stringContaining(String(child.pid)) });
  const end = ended(child);
  child.kill('SIGCONT');
  await end;
  expect(await seen(data)).toBe('C15000,C15000,C15000');
});

test('a lock left by a process that is gone is taken over, one of another machine is not', async () => {
  const data = `${folder}/locked`;
  const source = await delivery('D', 10);
  await loadWith({ data, sources: [source], asAt: '2026-10-31' });
  const lock = join(data, 'load.lock');
  // This process runs, but began at another instant than the one that took the lock.
  await writeFile(lock, JSON.stringify({ pid: process.pid, host: (await import('node:os')).hostname(), started: '1' }));
  await loadWith({ data, sources: [source], asAt: '2026-10-31' });
  await writeFile(lock, JSON.stringify({ pid: 1, host: 'elsewhere', started: null }));
  await expect(loadWith({ data, sources: [source], asAt: '2026-10-31' })).rejects.toMatchObject({ code: 'locked' });
});
