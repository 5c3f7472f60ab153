import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { EesApiError, fetchDataSet, loadBenchmarks } from '../../src/benchmark/index.ts';
import { temporaryFolder, textOf } from './published.ts';

const id = '0f2e4d6c-1111-4222-8333-944455566677';
const table = textOf('c1_children_in_need_referrals_and_rereferrals_2013_to_2025');
const versions = ['1.0', '1.9', '1.10'].map((version, index) => ({
  version,
  status: 'Published',
  published: `2025-1${index}-30T09:30:00Z`,
}));

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A stand-in for the service; what it was asked for, in order. */
async function serve(answer: Answer): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`, asked };
}

const usual: Answer = (request, response) => {
  const url = request.url ?? '';
  if (url.endsWith('/versions'))
    return void response.end(JSON.stringify({ results: [...versions, { version: '2.0', status: 'Draft' }] }));
  if (url.includes('/meta')) {
    const filters = [{ column: 'category', label: 'Category' }];
    const indicators = [{ column: 'rereferral_percent', label: 'Re-referrals, per cent', unit: '%' }];
    return void response.end(JSON.stringify({ filters, indicators }));
  }
  response.setHeader('content-disposition', 'attachment; filename="../../referrals 2025.csv.gz"');
  response.end(gzipSync(table));
};

test('a whole table comes packed, with the latest published version and the day it was published', async () => {
  const { address, asked } = await serve(usual);
  const folder = temporaryFolder();
  const file = await fetchDataSet({ address }, id, folder);
  expect(file).toEqual({ path: `${folder}/referrals 2025.csv`, version: '1.10', released: '2025-12-30' });
  expect(asked).toEqual([
    `/api/v1/data-sets/${id}/versions`,
    `/api/v1/data-sets/${id}/csv?dataSetVersion=1.10`,
    `/api/v1/data-sets/${id}/meta?dataSetVersion=1.10`,
  ]);
  const data = temporaryFolder();
  const { files } = await loadBenchmarks({
    data,
    files: [file.path],
    now: new Date('2026-01-01'),
    version: file.version,
  });
  const release = files.find((one) => one.release.kind === 'table')?.release;
  expect(release).toMatchObject({ rows: 2132, version: '1.10', label: 'referrals 2025 (to 2025) version 1.10' });
  expect(release?.figures.find(({ name }) => name === 'rereferral_percent')?.label).toBe('Re-referrals, per cent');
});

test('a busy service is waited for as long as it asks, else longer each time', async () => {
  const refusals = [
    { 'retry-after': '7' },
    {},
    { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT', date: 'Thu, 01 Jan 2026 00:00:10 GMT' },
  ];
  const { address } = await serve((request, response) => {
    const busy = refusals.shift();
    if (!busy) return usual(request, response);
    response.writeHead(429, busy).end();
  });
  const waited: number[] = [];
  await fetchDataSet(
    { address, wait: async (milliseconds) => void waited.push(milliseconds) },
    id,
    temporaryFolder(),
    '1.9',
  );
  expect(waited).toEqual([7000, 2000, 20_000]);
});

test('what the service cannot give is said', async () => {
  const busy = await serve((_, response) => void response.writeHead(429, { 'retry-after': '1' }).end());
  const wait = async () => undefined;
  await expect(fetchDataSet({ address: busy.address, wait }, id, temporaryFolder())).rejects.toThrow(
    'was busy (429) 6 times',
  );
  expect(busy.asked).toHaveLength(6);
  const gone = await serve((_, response) => void response.writeHead(404).end());
  await expect(fetchDataSet({ address: gone.address }, id, temporaryFolder())).rejects.toThrow('answered 404');
  const { address } = await serve(usual);
  await expect(fetchDataSet({ address }, id, temporaryFolder(), '3.0')).rejects.toThrow(
    'has no version 3.0; there are: 1.0, 1.9, 1.10',
  );
  await expect(fetchDataSet({ address }, '../../secret', temporaryFolder())).rejects.toThrow(EesApiError);
  const mute = await serve((_, response) => void response.end('<html>'));
  await expect(fetchDataSet({ address: mute.address }, id, temporaryFolder())).rejects.toThrow(
    'did not answer with JSON',
  );
});
