import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AuditEvent } from '../../src/access/index.ts';
import { openBenchmarks } from '../../src/benchmark/index.ts';
import { definitionsHash } from '../../src/edition/index.ts';
import { openFigures } from '../../src/measure/index.ts';
import type { Layer, Pack } from '../../src/pack/index.ts';
import { PublishDesk } from '../../src/publishing/index.ts';
import { withBenchmarks } from '../../src/reporting/index.ts';
import type { Store } from '../../src/store/index.ts';
import { loadRecords, packIn, type Records, storeOf, type Task, versions } from '../edition/county.ts';
import { scratch } from '../intake/delivery.ts';
import { builtAssets, type Server, testServer } from './started.ts';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 180_000 });

const folder = scratch();
const data = join(folder, 'data');
const task = (team: string, n: number, days: number, id = `${team}-${n}`): Task => {
  const ended = `2025-04-${String(4 + days).padStart(2, '0')}`;
  return { id, person: `P${n}`, team, started: '2025-04-04', ended, hours: 1 };
};
/** Team one closes twenty tasks, team two thirteen of which three in time, team three sixteen. */
const tasks: Task[] = [
  ...Array.from({ length: 20 }, (_, n) => task('T1', n, n < 14 ? 5 : 15)),
  ...Array.from({ length: 13 }, (_, n) => task('T2', n, n < 3 ? 5 : 15)),
  ...Array.from({ length: 16 }, (_, n) => task('T3', n, n < 9 ? 5 : 15)),
];
const records: Records = { tasks, posts: [], people: 9000 };
/** Afterwards: one task of team one came late, one of team three was deleted. */
const later: Records = { ...records, tasks: [...tasks.slice(0, -1), task('T1', 20, 5, 'LATE-1')] };

type Opened = Awaited<ReturnType<typeof open>>;
let pack: Pack;
let layers: Layer[];
let store: Store;
let desk: PublishDesk;
let figures: Opened;
let server: Server;
let browser: Browser;
let base: string;
let removeAssets: () => Promise<void>;
const opened: Opened[] = [];
const audited: AuditEvent[] = [];
/** Pages that were come to without scripts, to be looked at with them. */
const seen: string[] = [];

async function open() {
  const found = await openFigures({ data, pack, months: { last: '2025-04', count: 14 } });
  return withBenchmarks(found, await openBenchmarks({ data, pack }));
}

async function loaded(some: Records): Promise<void> {
  await loadRecords(data, pack, some, '2025-04-30');
  figures = await open();
  opened.push(figures);
}

beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  removeAssets = remove;
  const packFolder = join(folder, 'packs/small');
  ({ pack, layers } = await packIn(packFolder));
  store = await storeOf(data);
  await loaded(records);
  const now = () => new Date('2025-05-08T09:00:00Z');
  desk = new PublishDesk({ data, pack: packFolder, packsFolder: join(folder, 'packs'), versions, now, process: null });
  ({ server } = await testServer({
    assets,
    store,
    figures: () => figures,
    editions: { desk, figures: () => figures, definitions: definitionsHash(layers) },
    openCases: true,
    // Differences are explained while the reader waits, however slow the machine.
    patience: 120_000,
    audit: async (event) => void audited.push(event),
    now,
  }));
  base = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await server?.close();
  for (const one of opened) await one.close();
  await store?.close();
  await removeAssets?.();
});

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: base, ...options });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Accessible as far as a machine can tell, at both widths, without scrolling sideways. */
async function looksRight(page: Page): Promise<void> {
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    const pictures = process.env.OUTTURN_PICTURES;
    if (pictures) {
      const name = (await page.title()).replaceAll(/\W+/g, '-');
      await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true });
    }
  }
}

const h1 = (page: Page, name: RegExp) => page.getByRole('heading', { level: 1, name }).waitFor({ timeout: 120_000 });

describe('an edition, from its making to its correction', () => {
  it('is published on a page once it has been read, and is had to the last byte', async () => {
    await withPage({ acceptDownloads: true }, async (page) => {
      await page.goto('/editions');
      expect(await page.locator('.app-empty').textContent()).toContain('Nothing has been published yet');
      await page.getByRole('link', { name: 'Publish a report' }).click();
      await page.getByLabel('Month').selectOption('2025-04');
      await looksRight(page);
      await page.getByRole('button', { name: 'Make it and check it' }).click();
      await h1(page, /Before you sign/);
      expect(await page.getByText('your signature alone decides').count()).toBe(1);
      await page.getByRole('button', { name: 'Sign and publish' }).click();
      expect(await page.locator('.govuk-error-summary').textContent()).toContain('Read the report');
      await looksRight(page);
      await page.getByRole('link', { name: 'Read it as it will be published' }).click();
      await h1(page, /Not published yet/);
      await looksRight(page);
      await page.getByRole('link', { name: 'Back to sign it' }).click();
      await page.getByLabel('I have read the report').check();
      for (const kind of ['PDF']) await page.getByLabel(kind, { exact: true }).uncheck();
      await page.getByLabel('Excel workbook').check();
      await page.getByRole('button', { name: 'Sign and publish' }).click();
      await h1(page, /Edition 1/);
      await looksRight(page);
      expect(await store.editions.at(1)).toMatchObject({ signedBy: 'local', kind: 'internal', month: '2025-04' });
      for (const [name, ending] of [
        ['Web page in one file', 'html'],
        ['Excel workbook', 'xlsx'],
      ] as const) {
        const download = page.waitForEvent('download');
        const link = page.getByRole('link', { name });
        const url = (await link.getAttribute('href')) ?? '';
        await link.click();
        expect((await download).suggestedFilename()).toBe(`outturn-board-E1-2025-04-edition-1.${ending}`);
        const sent = (await server.inject({ url, headers: { host: 'localhost' } })).rawPayload;
        expect(sent.equals(await readFile(join(data, `editions/0001/report.${ending}`)))).toBe(true);
      }
    });
  });

  it('marks what is another figure today, and explains it by its cases without remainder', async () => {
    await loaded(later);
    await withPage({}, async (page) => {
      await page.goto('/editions/1');
      expect(await page.locator('.app-restated-note').textContent()).toContain('different today');
      expect(await page.getByText('since restated', { exact: false }).count()).toBeGreaterThan(2);
      await looksRight(page);
      await page.getByRole('link', { name: 'What has been restated since' }).click();
      await h1(page, /Restated since edition 1/);
      const row = page.getByRole('row', { name: /^in time County/i });
      const text = (await row.textContent()) ?? '';
      expect(text).toContain('26 of 49');
      expect(text).toContain('27 of 49');
      expect(text).toContain('1 case recorded late (numerator +1, denominator +1)');
      expect(text).toContain('1 case deleted (numerator 0, denominator −1)');
      expect(new Set(await page.locator('table.app-compared tbody td:last-child').allTextContents())).toEqual(
        new Set(['0']),
      );
      expect(text).not.toContain('LATE-1');
      await looksRight(page);
      await page.getByRole('link', { name: 'See the cases' }).click();
      expect(await page.getByRole('row', { name: /LATE-1/ }).count()).toBeGreaterThan(1);
      await looksRight(page);
      expect(audited).toMatchObject([{ what: 'cases of restatements', who: 'local', unit: 'E1', month: '2025-04' }]);
      await page.goto('/editions/1');
      await page.getByRole('link', { name: 'Compare with what is known now' }).click();
      expect(await page.getByRole('row', { name: /in time.*County/i }).textContent()).toContain('26 of 49');
      await looksRight(page);
    });
  });

  it('is corrected by another that says what and why, by keyboard and without scripts', async () => {
    await withPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (page) => {
      const to = async (target: string): Promise<void> => {
        for (let count = 0; count < 90; count++) {
          await page.keyboard.press('Tab');
          if ((await page.locator(`${target}:focus`).count()) > 0) return;
        }
        throw new Error(`no focus on ${target}`);
      };
      await page.goto('/editions/1');
      await to('a[href*="corrects=1"]');
      await page.keyboard.press('Enter');
      await h1(page, /Correct edition 1/);
      await to('.app-publish-form button');
      await page.keyboard.press('Enter');
      await h1(page, /Before you sign/);
      await to('#what');
      await page.keyboard.type('A task of team one <script>alert(1)</script>');
      await to('#why');
      await page.keyboard.type('It was recorded late');
      await to('#formats-pdf');
      await page.keyboard.press('Space');
      await to('#read');
      await page.keyboard.press('Space');
      seen.push(page.url());
      await to('.app-edition-sign button');
      await page.keyboard.press('Enter');
      await h1(page, /Edition 2/);
      expect(await page.locator('.app-corrects').textContent()).toContain('<script>alert(1)</script>');
      await page.getByRole('link', { name: 'Compare with edition 1' }).click();
      await h1(page, /Edition 1 and edition 2/);
      seen.push(page.url());
      await page.goto('/editions/1');
      expect(await page.locator('.govuk-notification-banner').textContent()).toContain('It was recorded late');
      await page.goto('/editions');
      expect(await page.getByRole('row', { name: /Corrected by edition 2/ }).count()).toBe(1);
      expect(await page.getByRole('row', { name: /In force/ }).count()).toBe(1);
    });
  });

  it('looks right corrected, and where it is corrected', async () => {
    await withPage({}, async (page) => {
      for (const path of ['/editions', '/editions/1', ...seen]) {
        await page.goto(path);
        await looksRight(page);
      }
    });
  });

  it('has a public form without small numbers', async () => {
    await withPage({}, async (page) => {
      await page.goto('/editions/publish?report=board&month=2025-04&unit=E1&kind=public');
      await page.getByRole('button', { name: 'Make it and check it' }).click();
      await h1(page, /Before you sign/);
      expect(await page.getByText('A program tried to undo it and could not').count()).toBe(1);
      await looksRight(page);
      await page.getByLabel('I have read the report').check();
      await page.getByLabel('PDF', { exact: true }).uncheck();
      await page.getByRole('button', { name: 'Sign and publish' }).click();
      await h1(page, /Edition 3 · Public/);
      expect(await page.getByRole('heading', { name: 'Figures that are not shown' }).count()).toBe(1);
      expect(await page.getByRole('cell', { name: 'Suppressed', exact: true }).count()).toBeGreaterThan(1);
      expect(await page.getByText('23.1%').count()).toBe(0);
      await looksRight(page);
    });
  });

  it('verifies, and says what differs once somebody has changed it', async () => {
    await withPage({}, async (page) => {
      await page.goto('/editions/1');
      await page.getByRole('button', { name: 'Verify it' }).click();
      await h1(page, /Edition 1: as published/);
      await looksRight(page);
      const file = join(data, 'editions/0001/report.html');
      const before = await readFile(file);
      await chmod(file, 0o644);
      await writeFile(file, 'changed');
      expect((await server.inject('/editions/1/files/report.html')).statusCode).toBe(500);
      await page.goto('/editions');
      await page.getByRole('button', { name: 'Verify all' }).click();
      await h1(page, /3 editions: not as published/);
      expect(await page.getByRole('row', { name: /report\.html/ }).textContent()).toContain('not as it was published');
      await looksRight(page);
      await writeFile(file, before);
    });
  });
});

describe('what is not there, or not as it should be', () => {
  const post = (url: string, payload: string) =>
    server.inject({
      method: 'POST',
      url,
      payload,
      headers: {
        host: 'localhost',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
    });

  it.each([
    ['/editions/99', 404],
    ['/editions/zero', 400],
    ['/editions/1/files/manifest.json', 404],
    ['/editions/1/files/..%2Fmanifest.json', 404],
    ['/editions/1/compare?with=99', 404],
    ['/editions/work/nothing', 404],
  ])('%s is %s', async (url, status) => {
    expect((await server.inject({ url, headers: { host: 'localhost' } })).statusCode).toBe(status);
  });

  it('a report or unit that there is not cannot be asked for', async () => {
    expect((await post('/editions/publish', 'report=none&month=2025-04&unit=E1')).statusCode).toBe(400);
    expect((await post('/editions/publish', 'report=board&month=2025-04&unit=X9')).statusCode).toBe(400);
  });

  it('what changed after it was read is not published', async () => {
    const { headers } = await post('/editions/publish', 'report=board&month=2025-04&unit=E1');
    const address = String(headers.location);
    const body = async () => (await server.inject({ url: address, headers: { host: 'localhost' } })).body;
    await vi.waitUntil(async () => (await body()).includes('Sign it'), { timeout: 60_000 });
    await loaded(records);
    const sent = await post(`${address}/sign`, 'read=yes&formats=html&what=x&why=y');
    const end = String(sent.headers.location);
    const ended = async () => (await server.inject({ url: end, headers: { host: 'localhost' } })).body;
    await vi.waitUntil(async () => (await ended()).includes('Nothing was published'), { timeout: 60_000 });
    expect(await ended()).toContain('another one than you looked at');
    expect((await store.editions.list()).length).toBe(3);
  });
});
