import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type BenchmarkLoadResult, loadBenchmarks, openBenchmarks } from '../../src/benchmark/index.ts';
import { type Pack, type PublishedFigure, readPack } from '../../src/pack/index.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test', 'third-party', 'benchmarks');
export const publishedFiles = readdirSync(folder)
  .filter((name) => /\.csv(\.gz)?$/.test(name))
  .map((name) => join(folder, name));

/** Paths of the published files whose names begin so. */
export function files(...beginnings: string[]): string[] {
  return beginnings.map((start) => publishedFiles.find((path) => path.startsWith(join(folder, start))) ?? start);
}

/** The text of a published file, without a byte-order mark. */
export function textOf(beginning: string): string {
  const bytes = readFileSync(files(beginning)[0] ?? '');
  return (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8').replace(/^\uFEFF/, '');
}

export function temporaryFolder(): string {
  const path = mkdtempSync(join(tmpdir(), 'outturn-benchmarks-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

export function write(name: string, text: string): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, text);
  return path;
}

export const loaded = (
  data: string,
  paths: readonly string[],
  now = '2026-01-15T10:00:00Z',
): Promise<BenchmarkLoadResult> => loadBenchmarks({ data, files: paths, now: new Date(now) });

export async function library(): Promise<Pack> {
  const { pack } = await readPack('childrens-services', { packsFolder: join(root, 'packs') });
  if (!pack) throw new Error('the library does not read');
  return pack;
}

/** The published figures of one mapping, whatever the library maps. */
export async function seriesOf(data: string, figure: Partial<PublishedFigure>) {
  const pack = await library();
  const whole = {
    table: 't',
    value: [],
    covers: 'year',
    likeForLike: true,
    categories: [],
    ...figure,
  } as PublishedFigure;
  const tables = new Map([['t', { title: 'Table', yearEnds: '03-31' }]]);
  const opened = await openBenchmarks({
    data,
    pack: { ...pack, benchmarks: { tables, population: null, indicators: new Map([['re-referrals', whole]]) } },
  });
  const series = opened.series('re-referrals');
  if (!series) throw new Error(`no series for ${whole.value.join()}`);
  return series;
}
