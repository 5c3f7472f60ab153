import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import { bytesInWords, timeLeft } from '../../src/loading/index.ts';
import { safeName } from '../../src/loading/safe-name.ts';
import { filesFolder, sourcesOf } from '../../src/loading/sources.ts';
import { makeUploadFolder, receiveFiles, sweepUploads, uploadFolder } from '../../src/loading/upload-folder.ts';
import { scratch } from '../intake/delivery.ts';

async function* incoming(files: readonly (readonly [string, string | Buffer])[]) {
  for (const [name, content] of files) yield { name, content: Readable.from([Buffer.from(content)]) };
}

it('keeps the name that says what a file is, and nothing that leads elsewhere', () => {
  expect(safeName('ssd_person.csv')).toBe('ssd_person.csv');
  expect(safeName('Annex A – Q2 (final).xlsx')).toBe('Annex A – Q2 (final).xlsx');
  expect(safeName('../../etc/passwd')).toBe('passwd');
  expect(safeName('C:\\data\\reviews.csv')).toBe('reviews.csv');
  expect(safeName('.bashrc')).toBe('bashrc');
  expect(safeName('a\u0000b\u001b[31m\u202Ecsv.exe')).toBe('ab[31mcsv.exe');
  for (const name of ['', '..', '/', '. .', '\u0000']) expect(safeName(name)).toBeNull();
  const long = safeName(`${'é'.repeat(300)}.xlsx`) ?? '';
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
  expect(long).toMatch(/é\.xlsx$/);
});

it('writes files into a folder for their owner alone, wherever their names point', async () => {
  const data = scratch();
  const folder = await makeUploadFolder(data, 'one', null);
  const received = await receiveFiles(folder, incoming([['../../../escaped.csv', 'a,b\n']]));
  expect(received).toEqual([{ name: 'escaped.csv', bytes: 4 }]);
  expect(await readFile(join(folder, filesFolder, 'escaped.csv'), 'utf8')).toBe('a,b\n');
  for (const path of [join(data, 'uploads'), folder]) expect((await stat(path)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, filesFolder, 'escaped.csv'))).mode & 0o777).toBe(0o600);
});

it('refuses what is too large, too many, twice of one name, or nothing, and reads the rest all the same', async () => {
  const limits = { files: 2, fileBytes: 10, totalBytes: 15 };
  const attempt = async (id: string, ...files: [string, string][]) => {
    const folder = await makeUploadFolder(scratch(), id, null);
    return receiveFiles(folder, incoming(files), limits);
  };
  expect(await attempt('a', ['a', 'x'.repeat(10)], ['b', 'x'.repeat(5)])).toHaveLength(2);
  await expect(attempt('b', ['a', 'x'.repeat(11)], ['b', 'x'])).rejects.toThrow('a is larger than 10 bytes');
  await expect(attempt('c', ['a', 'x'.repeat(10)], ['b', 'x'.repeat(6)])).rejects.toThrow('15 bytes together');
  await expect(attempt('d', ['a', ''], ['b', ''], ['c', ''])).rejects.toThrow('at most 2 files');
  await expect(attempt('e', ['a.csv', ''], ['x/A.csv', ''])).rejects.toThrow('Two of the files are called A.csv');
  await expect(attempt('f')).rejects.toThrow('Choose the files');
  await expect(makeUploadFolder(scratch(), 'g', 5_000_000_000)).rejects.toThrow('4 GB together');
});

it('removes what a process that is gone left, and leaves that of one which runs', async () => {
  const data = scratch();
  const gone = '4194305';
  await mkdir(join(data, 'uploads', gone, 'old'), { recursive: true });
  await mkdir(join(data, 'uploads', String(process.ppid)), { recursive: true });
  await makeUploadFolder(data, 'mine', null);
  await sweepUploads(data);
  expect(await readdir(join(data, 'uploads'))).toEqual([String(process.ppid)]);
});

it('makes each workbook and XML file a delivery, the rest one, and everything one beside a note', async () => {
  const xml = '\ufeff<?xml version="1.0"?><Message/>';
  const sorted = async (names: readonly (readonly [string, string | Buffer])[]) => {
    const data = scratch();
    const folder = await makeUploadFolder(data, 'one', null);
    await receiveFiles(folder, incoming(names));
    return sourcesOf(uploadFolder(data, 'one'));
  };
  const book = Buffer.from('504b0304aaaa', 'hex');
  expect(
    await sorted([
      ['a.csv', 'a\n'],
      ['b.csv', 'b\n'],
    ]),
  ).toEqual(['files']);
  expect(
    await sorted([
      ['2024.xml', xml],
      ['2025.data', xml],
    ]),
  ).toEqual(['2024.xml', '2025.data']);
  expect(
    await sorted([
      ['a.csv', 'a\n'],
      ['b', book],
    ]),
  ).toEqual(['files', 'b']);
  expect(
    await sorted([
      ['extract.yaml', ''],
      ['b.xlsx', book],
    ]),
  ).toEqual(['files']);
});

it('says how long is left only where it can be known', () => {
  expect(timeLeft(5000, 0.05)).toBeNull();
  expect(timeLeft(1000, 0.5)).toBeNull();
  expect(timeLeft(10_000, 1)).toBeNull();
  expect(timeLeft(10_000, 0.9)).toBe('a few seconds left');
  expect(timeLeft(10_000, 0.2)).toBe('about 40 seconds left');
  expect(timeLeft(60_000, 0.5)).toBe('about a minute left');
  expect(timeLeft(60_000, 0.1)).toBe('about 9 minutes left');
  expect(timeLeft(3_600_000, 0.25)).toBe('about 3 hours left');
});

it('writes sizes as a person reads them', () => {
  expect([0, 999, 1000, 1_250_000, 999_600, 4_000_000_000].map(bytesInWords)).toEqual([
    '0 bytes',
    '999 bytes',
    '1 KB',
    '1.3 MB',
    '1 MB',
    '4 GB',
  ]);
});
