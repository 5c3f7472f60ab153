import { chmod, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import { documentOf, openEdition, verify } from '../../src/edition/index.ts';
import type { Layer, Pack } from '../../src/pack/index.ts';
import type { Store } from '../../src/store/index.ts';
import { scratch } from '../intake/delivery.ts';
import { loadRecords, packIn, publishBoard, type Records, storeOf, versions } from './county.ts';
import { formats } from './formats.ts';

const folder = scratch();
let turn = 0;
let data: string;
let store: Store;
let pack: Pack;
let layers: Layer[];

const records: Records = {
  tasks: Array.from({ length: 12 }, (_, n) => ({
    id: `K${n}`,
    person: `P${n % 7}`,
    team: `T${(n % 3) + 1}`,
    started: `2025-04-${String(n + 1).padStart(2, '0')}`,
    ended: n % 4 === 3 ? null : `2025-04-${String(n + 5 + (n % 2) * 9).padStart(2, '0')}`,
    hours: 1 + n / 4,
  })),
  posts: [
    { id: 'W1', team: 'T1', started: '2024-01-01', ended: null, fte: 1 },
    { id: 'W2', team: 'T2', started: '2024-01-01', ended: null, fte: 0.6 },
  ],
  people: 4321,
};

beforeEach(async () => {
  turn++;
  data = join(folder, `data-${turn}`);
  ({ pack, layers } = await packIn(join(folder, `pack-${turn}`, 'small')));
  await loadRecords(data, pack, records, '2025-05-31');
  store = await storeOf(data);
  return () => store.close();
});

const check = () => verify({ data, store, formats, renderers: versions.renderers });
const publishMonth = (month: string, more = {}) => publishBoard({ data, store, pack, layers, month, formats, ...more });
/** Replaces a file that nobody may change, as somebody with the rights to could. */
const tamper = async (path: string, change: (text: string) => string): Promise<void> => {
  const text = await readFile(path, 'utf8');
  await chmod(path, 0o644);
  await writeFile(path, change(text));
};
const codes = async () => (await check()).faults.map(({ code }) => code);

describe('publishing', () => {
  test('issues what nobody approved only where the pack names no approval, or where somebody says why', async () => {
    const board = pack.reports.get('board');
    if (!board) throw new Error('no report');
    const approval = { steps: 1, levels: ['authority'] } as const;
    const days = { 'data-cut-off': 3, 'commentary-due': 5, 'sign-off': 8, publication: 10, 'blocked-by': [] };
    const approved = { ...board, cycle: { ...days, approval: { ...approval, levels: [...approval.levels] } } };
    const given = { pack: { ...pack, reports: new Map([['board', approved]]) } };
    await expect(publishMonth('2025-04', given)).rejects.toMatchObject({
      code: 'checks-found',
      message: expect.stringContaining('Nobody has submitted the report for approval'),
    });
    expect(await store.editions.list({})).toEqual([]);
    const { findings } = await publishMonth('2025-04', { ...given, despite: 'The director is away' });
    expect(findings[0]).toMatchObject({ about: 'approval' });
    await publishMonth('2025-05');
  });

  test('freezes a report that verifies, makes the same file again, and cannot be published twice', async () => {
    const { edition } = await publishMonth('2025-04');
    expect(edition).toMatchObject({ number: 1, report: 'board', month: '2025-04', unit: 'E1', corrects: null });
    await publishMonth('2025-05');
    const first = await openEdition(data, store, 1);
    const second = await openEdition(data, store, 2);
    expect(second.manifest.previous).toBe(first.entry.contentHash);
    expect(second.manifest.renderers).toBe(versions.renderers);
    expect(Buffer.from(await formats.html(await documentOf(first)))).toEqual(
      await readFile(join(first.folder, 'report.html')),
    );
    const result = await check();
    expect(result).toMatchObject({ editions: 2, faults: [] });
    expect(result.figures).toBeGreaterThan(100);
    for (const { name } of first.manifest.files) {
      expect([name, (await stat(join(first.folder, name))).mode & 0o222]).toEqual([name, 0]);
    }
    await expect(publishMonth('2025-04')).rejects.toMatchObject({ code: 'already-published' });
    expect(await readdir(join(data, 'editions'))).toEqual(['0001', '0002']);
  });

  test('a correction takes the place of the edition in force, with what and why', async () => {
    await publishMonth('2025-04');
    const corrects = { edition: 1, what: 'The target', why: 'It was that of last year' };
    await expect(publishMonth('2025-04', { corrects: { ...corrects, edition: 2 } })).rejects.toMatchObject({
      code: 'not-in-force',
    });
    const { edition } = await publishMonth('2025-04', { corrects });
    expect(edition).toMatchObject({ number: 2, corrects: 1, changed: 'The target', why: 'It was that of last year' });
    await expect(publishMonth('2025-04', { corrects })).rejects.toMatchObject({ code: 'not-in-force' });
    expect((await check()).faults).toEqual([]);
  });

  test('what is under approval is not published until it is approved, and then from the extracts that were approved', async () => {
    const { definitionsHash, extractHash } = await import('../../src/edition/index.ts');
    const { currentExtracts } = await import('../../src/warehouse/index.ts');
    const key = { report: 'board', month: '2025-04', unit: 'E1' };
    const hash = extractHash(await currentExtracts(data));
    const at = new Date('2025-05-06T09:00:00Z');
    const author = { who: 'a', role: 'Analyst', at, as: 'author' } as const;
    const approver = { who: 'b', role: 'Director', at, as: 'approver' } as const;
    const submission = {
      extractHash: hash,
      definitionsHash: definitionsHash(layers),
      steps: 1,
      covers: [],
      below: [],
    } as const;
    const submitted = await store.approvals.submit(key, submission, 0, author);
    await expect(publishMonth('2025-04')).rejects.toMatchObject({ code: 'not-approved' });
    await store.approvals.move(key, 'approve', submitted.version, approver);
    await loadRecords(data, pack, { ...records, tasks: records.tasks.slice(3) }, '2025-05-31');
    expect(extractHash(await currentExtracts(data))).not.toBe(hash);
    const { edition } = await publishMonth('2025-04');
    expect(edition.extractHash).toBe(hash);
    expect((await check()).faults).toEqual([]);
  });

  test('comments are printed when they are approved, and until then nothing is published', async () => {
    const key = { report: 'board', indicator: 'in-time', unit: 'E1', month: '2025-04', heading: 'Cause' };
    const at = new Date('2025-05-06T09:00:00Z');
    const text = { authorRole: 'Team manager', text: 'Two workers left.', quoted: [], causes: [] };
    const by = { who: 'a', role: 'Team manager', at, as: 'author' } as const;
    const draft = await store.commentary.write(key, text, 0, by);
    const sent = await store.commentary.move(key, 'submit', draft.version, by);
    await expect(publishMonth('2025-04')).rejects.toMatchObject({ code: 'comments-open' });
    await store.commentary.move(key, 'approve', sent.version, { ...by, as: 'approver' });
    await publishMonth('2025-04');
    const tree = JSON.stringify(await documentOf(await openEdition(data, store, 1)));
    expect(tree).toContain('Two workers left.');
  });

  test('an open comment stops the reports that it is in: those of its unit and of the units above it', async () => {
    const key = { report: 'board', indicator: 'in-time', unit: 'T2', month: '2025-04', heading: 'Cause' };
    const at = new Date('2025-05-06T09:00:00Z');
    const text = { authorRole: 'Team manager', text: 'Two workers left.', quoted: [], causes: [] };
    await store.commentary.write(key, text, 0, { who: 'a', role: 'Team manager', at, as: 'author' });
    for (const unit of ['T2', 'E1']) {
      await expect(publishMonth('2025-04', { unit })).rejects.toMatchObject({ code: 'comments-open' });
    }
    await publishMonth('2025-04', { unit: 'T1' });
  });
});

describe('a tampered edition is found', () => {
  const at = (name: string) => join(data, 'editions/0001', name);
  beforeEach(async () => {
    await publishMonth('2025-04');
    await publishMonth('2025-05');
  });

  test.each([
    ['report.html', ['file-changed']],
    ['document.json', ['file-changed', 'output-differs']],
    ['inputs.json', ['file-changed']],
    ['pack/0-small/indicators/in-time.yaml', ['file-changed', 'definitions-differ', 'figure-differs']],
  ])('%s', async (name, expected) => {
    await tamper(at(name), (text) =>
      text.replace('<= 10', '<= 3').replace('Report to', 'Report for').replace('80', '81'),
    );
    expect([...new Set(await codes())]).toEqual(expected);
  });

  test('a figure, cell by cell, even where the file has its hash in the manifest', async () => {
    await tamper(at('figures.json'), (text) =>
      text.replace(/\["persons","E1","2025-04",(\d+)/, '["persons","E1","2025-04",99'),
    );
    const { faults } = await check();
    const [cell] = faults.filter(({ code }) => code === 'figure-differs');
    expect(faults.map(({ code }) => code)).toContain('file-changed');
    expect(cell?.cell).toMatchObject({ indicator: 'persons', unit: 'E1', month: '2025-04', kept: { numerator: 99 } });
  });

  test('a file that is not what it was at all', async () => {
    await tamper(at('figures.json'), () => '{"figures":3}');
    await tamper(at('document.json'), () => 'nothing');
    const { faults } = await check();
    expect(new Set(faults.map(({ edition, code }) => `${edition} ${code}`))).toEqual(
      // What the second took from the first cannot be read any more to be set beside.
      new Set(['1 file-changed', '1 not-recomputed', '2 not-recomputed']),
    );
  });

  test('files added, gone, or moved away with their folder', async () => {
    await writeFile(at('more.txt'), 'more');
    await rm(at('inputs.json'));
    expect(await codes()).toEqual(expect.arrayContaining(['file-added', 'file-missing', 'not-recomputed']));
    await rename(at(''), join(data, 'editions/0009'));
    expect(await codes()).toEqual(expect.arrayContaining(['folder-missing', 'not-registered']));
  });

  test('a manifest written anew, which also breaks the chain where the register follows it', async () => {
    await tamper(at('manifest.json'), (text) => text.replace('Head of service', 'Director'));
    expect(await codes()).toEqual(['manifest-changed', 'register-differs']);
    const { sha256 } = await import('../../src/edition/canonical.ts');
    const hash = sha256(await readFile(at('manifest.json'), 'utf8'));
    await store.close();
    const db = new Sqlite(join(data, 'store.sqlite'));
    for (const { name } of db.prepare("select name from sqlite_master where type = 'trigger'").all() as {
      name: string;
    }[]) {
      db.exec(`drop trigger "${name}"`);
    }
    db.prepare('update editions set content_hash = ?, role = ? where number = 1').run(hash, 'Director');
    db.close();
    store = await storeOf(data);
    expect(await codes()).toEqual(expect.arrayContaining(['register-broken', 'chain-broken']));
  });

  test('an extract', async () => {
    const { manifest } = await openEdition(data, store, 1);
    const extract = manifest.extracts.find(({ files }) => 'tasks.parquet' in files);
    const file = join(data, 'extracts/E1', extract?.id ?? '', 'tasks.parquet');
    await rm(file);
    expect(await codes()).toEqual(expect.arrayContaining(['extract-missing', 'not-recomputed']));
  });
});
