import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';

/** The public address of the API of Explore Education Statistics. */
export const eesApi = 'https://statistics.api.education.gov.uk/api/v1';

export interface EesApi {
  /** Where the API stands, without a closing slash. */
  readonly address: string;
  /** Waits; tests pass their own. */
  readonly wait?: (milliseconds: number) => Promise<void>;
  readonly progress?: (line: string) => void;
}

/** A data set as it was fetched: the whole table, as a download would be. */
export interface DataSetFile {
  readonly path: string;
  readonly version: string;
  /** The day this version was published, YYYY-MM-DD; null where the API does not say. */
  readonly released: string | null;
}

/** The API did not give what was asked for; the message says what was asked and what came back. */
export class EesApiError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'EesApiError';
  }
}

const versionsSchema = z.object({
  results: z.array(z.object({ version: z.string(), status: z.string().optional(), published: z.string().nullish() })),
});
const metaSchema = z.object({
  filters: z.array(z.object({ column: z.string(), label: z.string() })).default([]),
  indicators: z.array(z.object({ column: z.string(), label: z.string(), unit: z.string().nullish() })).default([]),
});

/**
 * Fetches a data set and its description into a folder. Where the service is busy (429, 503) the call waits as long as
 * it is told to by Retry-After, else twice as long each time.
 *
 * @param version the version wanted; the latest one where absent
 * @throws EesApiError
 */
export async function fetchDataSet(api: EesApi, id: string, folder: string, version?: string): Promise<DataSetFile> {
  if (!/^[0-9a-z-]{8,64}$/i.test(id)) throw new EesApiError(`${id} is not the id of a data set`);
  const listed = versionsSchema.safeParse(await json(api, `data-sets/${id}/versions`));
  if (!listed.success) throw new EesApiError(`The versions of data set ${id} came back in an unknown form`);
  const published = listed.data.results.filter(({ status }) => status === undefined || status === 'Published');
  const chosen = version === undefined ? latest(published) : published.find((one) => one.version === version);
  if (!chosen) {
    const known = published.map((one) => one.version).join(', ') || 'none';
    throw new EesApiError(`Data set ${id} has no version ${version ?? 'that is published'}; there are: ${known}`);
  }
  const query = `?dataSetVersion=${encodeURIComponent(chosen.version)}`;
  const response = await call(api, `data-sets/${id}/csv${query}`);
  const path = join(folder, fileName(response, id));
  if (!response.body) throw new EesApiError(`Data set ${id} came back empty`);
  await pipeline(Readable.from(response.body), createWriteStream(path));
  await describe(api, `data-sets/${id}/meta${query}`, path);
  return { path, version: chosen.version, released: chosen.published?.slice(0, 10) ?? null };
}

/** The highest version by its numbers: 1.10 comes after 1.9. */
function latest<T extends { readonly version: string }>(versions: readonly T[]): T | undefined {
  const numbers = ({ version }: T) => version.split('.').map(Number);
  return versions.toSorted((a, b) => {
    const [one, other] = [numbers(a), numbers(b)];
    const at = one.findIndex((number, index) => number !== (other[index] ?? 0));
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  })[versions.length - 1];
}

/** The name the service gives the file, without any folder in it. */
function fileName(response: Response, id: string): string {
  const given = /filename="?([^";]+)"?/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const name = basename(given ?? '')
    .replace(/[^\w.() -]/g, '_')
    .replace(/(\.csv)?(\.gz)?$/i, '');
  return `${name === '' || name.startsWith('.') ? `data-set-${id}` : name}.csv`;
}

/** Writes what the API says of the columns as the description that downloads have beside them. */
async function describe(api: EesApi, asked: string, path: string): Promise<void> {
  const read = metaSchema.safeParse(await json(api, asked));
  if (!read.success) return;
  const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const rows = [
    ...read.data.filters.map(({ column, label }) => [column, 'Filter', label, '']),
    ...read.data.indicators.map(({ column, label, unit }) => [column, 'Indicator', label, unit ?? '']),
  ];
  const lines = [['col_name', 'col_type', 'label', 'indicator_unit'], ...rows].map((row) => row.map(cell).join(','));
  await writeFile(path.replace(/\.csv$/, '.meta.csv'), `${lines.join('\n')}\n`);
}

async function json(api: EesApi, asked: string): Promise<unknown> {
  const response = await call(api, asked);
  return response.json().catch(() => {
    throw new EesApiError(`${api.address}/${asked} did not answer with JSON`);
  });
}

const attempts = 6;
const longestWait = 120_000;
const patience = 300_000;

async function call(api: EesApi, asked: string): Promise<Response> {
  const url = `${api.address}/${asked}`;
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(url, { signal: AbortSignal.timeout(patience) }).catch((error: Error) => {
      throw new EesApiError(`${url} cannot be reached: ${error.message}`);
    });
    if (response.ok) return response;
    await response.body?.cancel();
    const isBusy = response.status === 429 || response.status === 503;
    if (!isBusy) throw new EesApiError(`${url} answered ${response.status}`);
    if (attempt === attempts)
      throw new EesApiError(`${url} was busy (${response.status}) ${attempts} times: try again later`);
    const milliseconds = Math.min(waitAsked(response) ?? 1000 * 2 ** (attempt - 1), longestWait);
    api.progress?.(`The service is busy: waiting ${Math.ceil(milliseconds / 1000)} s`);
    await (api.wait ?? pause)(milliseconds);
  }
}

/** Retry-After: seconds, or the time to wait until. */
function waitAsked(response: Response): number | null {
  const asked = response.headers.get('retry-after');
  if (asked === null) return null;
  if (/^\d+$/.test(asked)) return Number(asked) * 1000;
  const [until, now] = [Date.parse(asked), Date.parse(response.headers.get('date') ?? '')];
  return Number.isNaN(until) || Number.isNaN(now) ? null : Math.max(0, until - now);
}
