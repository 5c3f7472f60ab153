import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { judge } from '../../src/judgement/index.ts';
import { openDuckDb } from '../../src/warehouse/index.ts';
import { columns } from '../../src/web/api/figures.ts';
import { operations } from '../../src/web/api/operations.ts';
import { figureSchema } from '../../src/web/api/schemas.ts';
import { figuresDouble } from './figures-double.ts';
import { type Server, testServer } from './started.ts';

let server: Server;
let base: string;
let folder: string;
beforeAll(async () => {
  ({ server } = await testServer());
  base = await server.listen({ host: '127.0.0.1', port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'outturn-api-'));
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${base}/api/v1${path}`, { headers });
const dataOf = async (path: string) => ((await (await get(path)).json()) as { data: Record<string, unknown>[] }).data;

describe('figures for tools', () => {
  const query = 'indicator=assessments-45-days&indicator=re-referrals&unit=D1&unit=CTY&from=2026-08&to=2026-10';

  it('are the figures that pages show, with their status and target', async () => {
    const figures = figuresDouble();
    const data = await dataOf(`/figures?${query}`);
    expect(data).toHaveLength(12);
    for (const row of data) {
      const { indicator, unit, month } = figureSchema.parse(row);
      const { observation, status, target } = judge(figures, indicator, unit, month);
      expect(row).toMatchObject({
        numerator: observation?.numerator,
        denominator: observation?.denominator,
        value: observation?.value,
        status,
        target: target?.target ?? null,
      });
    }
  });

  it('are the same as JSON, CSV and Parquet, with the same columns in the same order', async () => {
    const data = await dataOf(`/figures?${query}`);
    expect(Object.keys(data[0] ?? {})).toEqual(columns);
    const csv = await (await get(`/figures.csv?${query}`)).text();
    const [header, ...lines] = csv.trim().split('\r\n');
    expect(header).toBe(columns.join(','));
    expect(lines.map((line) => line.split(','))).toEqual(
      data.map((row) => columns.map((name) => (row[name] === null ? '' : String(row[name])))),
    );
    const file = join(folder, 'figures.parquet');
    await writeFile(file, Buffer.from(await (await get(`/figures.parquet?${query}`)).arrayBuffer()));
    const engine = await openDuckDb({ tables: [], folders: [folder], bankHolidays: null, threads: 1 });
    const session = await engine.session();
    expect(await session.rows(`select * from read_parquet('${file}')`)).toEqual(
      data.map((row) => columns.map((name) => row[name])),
    );
    session.close();
    engine.close();
  });

  it('come page by page, and all pages are the whole', async () => {
    const whole = await dataOf(`/figures?${query}`);
    const paged: unknown[] = [];
    let next: string | null = `/api/v1/figures?${query}&limit=5`;
    let pages = 0;
    while (next !== null) {
      const reply = await fetch(`${base}${next}`);
      const page = (await reply.json()) as { data: unknown[]; next: string | null };
      expect(reply.headers.get('link')).toBe(page.next === null ? null : `<${page.next}>; rel="next"`);
      paged.push(...page.data);
      next = page.next;
      pages++;
    }
    expect(pages).toBe(3);
    expect(paged).toEqual(whole);
  });

  it('are not sent again to a tool that has them', async () => {
    const first = await get(`/figures?${query}`);
    const tag = first.headers.get('etag') ?? '';
    expect(tag).toMatch(/^".+"$/);
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    const again = await get(`/figures?${query}`, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect((await get('/figures?unit=D1&limit=1', { 'if-none-match': tag })).status).toBe(200);
  });

  it('are the last thirteen months of everything where nothing is named', async () => {
    const text = await (await get('/figures.csv?unit=T11')).text();
    const months = new Set(
      text
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split(',')[2]),
    );
    expect([months.size, [...months].toSorted().at(0)]).toEqual([13, '2025-10']);
  });
});

describe('what is asked for wrongly', () => {
  it.each([
    ['/figures?month=2026-10', 400, 'month'],
    ['/figures?from=2026-13', 400, 'from'],
    ['/figures?limit=0', 400, 'limit'],
    ['/figures?from=2026-10&to=2026-01', 400, null],
    ['/figures?indicator=none', 404, null],
    ['/figures?unit=XX', 404, null],
    ['/units?month=1999-01', 404, null],
    ['/editions/1/figures', 404, null],
    ['/nothing', 404, null],
  ])('%s is a problem, %i, and no page', async (path, status, parameter) => {
    const reply = await get(path);
    expect(reply.status).toBe(status);
    expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json(;|$)/);
    const problem = (await reply.json()) as { status: number; title: string; errors?: { parameter: string }[] };
    expect(problem.status).toBe(status);
    expect(problem.title).not.toBe('');
    expect(problem.errors?.map((one) => one.parameter) ?? [null]).toEqual([parameter]);
  });

  it('says so too while there are no figures yet, and tells nothing of what went wrong inside', async () => {
    const loading = await testServer({ figures: () => null });
    const reply = await loading.server.inject('/api/v1/figures');
    expect([reply.statusCode, reply.headers['retry-after']]).toEqual([503, '5']);
    const broken = await testServer({
      figures: () => ({
        ...figuresDouble(),
        units: () => {
          throw new Error('Rose Smith');
        },
      }),
    });
    const failed = await broken.server.inject('/api/v1/units');
    expect(failed.statusCode).toBe(500);
    expect(failed.body).not.toContain('Rose');
  });
});

describe('the description', () => {
  it('is OpenAPI 3.1 with every address, each of which answers as it says', async () => {
    const document = (await (await get('/openapi.json')).json()) as {
      openapi: string;
      paths: Record<string, { get: { parameters: { name: string }[] } }>;
      components: { schemas: Record<string, { properties: Record<string, unknown> }> };
    };
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths)).toEqual(Object.values(operations).map(({ path }) => path));
    expect(Object.keys(document.components.schemas.Figure?.properties ?? {})).toEqual(columns);
    expect(document.paths['/figures']?.get.parameters.map(({ name }) => name)).toEqual([
      'indicator',
      'unit',
      'from',
      'to',
      'limit',
      'offset',
    ]);
    const text = JSON.stringify(document);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(document.components.schemas)).toContain(name);
    }
    for (const { path, answers } of Object.values(operations)) {
      const schema = (answers as Record<string, z.ZodType | null>)['application/json'];
      if (!schema || path.includes('{')) continue;
      const { success, error } = schema.safeParse(await (await get(path)).json());
      expect([path, success ? '' : z.prettifyError(error)]).toEqual([path, '']);
    }
  });
});
