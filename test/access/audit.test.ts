import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { appendAudit, auditFile, verifyAudit } from '../../src/access/index.ts';

let data: string;
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'outturn-audit-'));
});
afterEach(() => rm(data, { recursive: true }));

const look = (cases: number) => ({
  at: new Date('2026-11-03T09:30:00Z'),
  who: 'local',
  what: 'cases',
  indicator: 'cla-rate',
  unit: 'T1',
  month: '2026-10',
  cases,
});

it('writes one line a look, in order, each chained to the one before, also when several come at once', async () => {
  await Promise.all(Array.from({ length: 20 }, (_, index) => appendAudit(data, look(index))));
  const lines = (await readFile(auditFile(data), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).cases)).toEqual(Array.from({ length: 20 }, (_, index) => index));
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    ...look(0),
    at: '2026-11-03T09:30:00.000Z',
    previous: '0'.repeat(64),
  });
  expect(await verifyAudit(data)).toEqual({ lines: 20, broken: null });
});

it('shows a line that was changed, and one that was taken out', async () => {
  for (const cases of [1, 2, 3, 4]) await appendAudit(data, look(cases));
  const text = await readFile(auditFile(data), 'utf8');
  await writeFile(auditFile(data), text.replace('"cases":2', '"cases":0'));
  expect(await verifyAudit(data)).toEqual({ lines: 4, broken: 3 });
  await writeFile(auditFile(data), text.split('\n').toSpliced(1, 1).join('\n'));
  expect(await verifyAudit(data)).toEqual({ lines: 3, broken: 2 });
});

it('goes on after a line that a crash cut short, and says where it is', async () => {
  await appendAudit(data, look(1));
  await appendFile(auditFile(data), '{"at":"2026-11-03T09:31');
  await appendAudit(data, look(2));
  expect(await verifyAudit(data)).toEqual({ lines: 3, broken: 2 });
  expect((await readFile(auditFile(data), 'utf8')).trimEnd().split('\n')).toHaveLength(3);
});
