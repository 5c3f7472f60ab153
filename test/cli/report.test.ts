import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';
import type { Effects } from '../../src/cli/command.ts';
import { main } from '../../src/cli/main.ts';
import { openStore, storeAddress } from '../../src/store/index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outturn-report-test-'));
  await buildAssets(join(root, 'dist', 'assets'));
});
afterAll(() => rm(folder, { recursive: true }));

async function report(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const effects: Effects = {
    stdout: () => undefined,
    stderr: (text) => {
      said += text;
    },
    now: () => new Date('2026-11-04T10:00:00Z'),
    packsFolder: join(root, 'packs'),
  };
  return { code: await main(['report', ...args], effects), said };
}

const kent = ['--pack', 'kent-2014', '--month', '2014-05'];
const page = () => join(folder, 'kent.html');

describe('a pack of collected figures', () => {
  it('becomes a page without a load, the same bytes each time', async () => {
    const made = await report('scorecard', ...kent, '--out', page());
    expect(made.code).toBe(0);
    expect(made.said).toContain(`Kent, May 2014: ${page()}, `);
    const first = await readFile(page(), 'utf8');
    expect(first).toMatch(/^<!DOCTYPE html><html lang="en-GB">/);
    expect(first).toContain('<h1');
    expect(first).toContain('app-status--away');
    await report('scorecard', ...kent, '--out', page());
    expect(await readFile(page(), 'utf8')).toBe(first);
    expect(await readdir(folder)).toEqual(['kent.html']);
  });

  it('becomes a PDF by the ending of the name', async () => {
    const file = join(folder, 'kent.PDF');
    expect((await report('scorecard', ...kent, '--out', file)).code).toBe(0);
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
  });
});

describe('a data folder with a store', () => {
  const key = {
    report: 'scorecard',
    indicator: 'assessments-overdue',
    unit: 'E10000016',
    month: '2014-05',
    heading: 'Effect',
  };
  const act = (as: 'author' | 'approver') => ({ who: 'a', role: 'Head of service', at: new Date('2014-06-24'), as });

  it('gives the report what was written in it and approved, with the figures of its tables; a draft stays out', async () => {
    const data = join(folder, 'data');
    const store = await openStore(storeAddress(data, undefined), new Date('2014-06-24'));
    try {
      const text = 'Children wait in {numerator:assessments-overdue} cases.';
      const words = { authorRole: 'Head of service', text, quoted: [], causes: [] };
      const draft = await store.commentary.write(key, words, 0, act('author'));
      await store.commentary.write({ ...key, heading: 'Forecast' }, { ...words, text: 'Not yet.' }, 0, act('author'));
      const sent = await store.commentary.move(key, 'submit', draft.version, act('author'));
      await store.commentary.move(key, 'approve', sent.version, act('approver'));
    } finally {
      await store.close();
    }
    expect((await report('scorecard', ...kent, '--data', data, '--out', page())).code).toBe(0);
    const said = (await readFile(page(), 'utf8')).replace(/<[^>]+>/g, '');
    expect(said).toMatch(/Children wait in \d+ cases\./);
    expect(said).not.toContain('Not yet.');
  });

  it('is not given a store by making a report', async () => {
    const data = join(folder, 'empty');
    await mkdir(data);
    expect((await report('scorecard', ...kent, '--data', data, '--out', page())).code).toBe(0);
    expect(await readdir(data)).not.toContain('store.sqlite');
  });
});

describe('a call that cannot be done', () => {
  it.each([
    [['scorecrad', ...kent], 2, 'did you mean scorecard?'],
    [['scorecard', ...kent, '--unit', 'authorty'], 2, 'no unit authorty in May 2014'],
    [['scorecard', '--pack', 'kent-2014', '--month', '2031-01'], 1, 'no figures'],
    [['scorecard', '--pack', 'kent-2014', '--month', '2014-13'], 2, 'there is no such month'],
    [[...kent], 2, 'say which report'],
    [['scorecard', '--pack', 'demo', '--month', '2026-10'], 2, '--data is missing'],
  ])('is told what is wrong: %j', async (args, code, said) => {
    const made = await report(...args, '--out', join(folder, 'never.html'));
    expect(made.said).toContain(said);
    expect(made.code).toBe(code);
    expect(await readdir(folder)).not.toContain('never.html');
  });

  it('names the endings there are', async () => {
    const made = await report('scorecard', ...kent, '--out', join(folder, 'kent.odt'));
    expect(made.code).toBe(2);
    expect(made.said).toMatch(/the name ends in \.html.* or \.\w+/);
  });

  it('says that a file cannot be written, and leaves none behind', async () => {
    const made = await report('scorecard', ...kent, '--out', join(folder, 'no', 'folder.html'));
    expect(made.code).toBe(1);
    expect(made.said).toContain('could not be written');
  });
});
