import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { LoadDesk } from '../../src/loading/index.ts';
import { smallPack } from '../loading/small-pack.ts';
import { builtAssets, type Server, testServer } from './started.ts';

// Each step of a load starts a process.
vi.setConfig({ testTimeout: 180_000 });

let browser: Browser;
let server: Server;
let desk: LoadDesk;
let data: string;
let packs: string;
let base: string;
let removeAssets: () => Promise<void>;

beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  removeAssets = remove;
  data = await mkdtemp(join(tmpdir(), 'outturn-load-'));
  packs = await mkdtemp(join(tmpdir(), 'outturn-packs-'));
  desk = await LoadDesk.open({
    data,
    ...smallPack(packs),
    now: () => new Date(),
    audit: async () => undefined,
  });
  ({ server } = await testServer({ assets, loads: desk, now: () => new Date() }));
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
  await removeAssets?.();
  for (const folder of [data, packs]) if (folder) await rm(folder, { recursive: true, force: true });
});

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: base, ...options });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

const file = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
const people = file('ssd_person.csv', 'pers_person_id,pers_sex,pers_dob\np1,F,2015-01-01\np2,X,2016-01-01\n');
const notes = file('notes.csv', 'a,b\n1,2\n');

/** Accessible as far as a machine can tell, at both widths, without scrolling sideways. */
async function looksRight(page: Page): Promise<void> {
  for (const viewport of [
    { width: 320, height: 700 },
    { width: 1280, height: 900 },
  ]) {
    await page.setViewportSize(viewport);
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
    const folder = process.env.OUTTURN_PICTURES;
    if (folder) {
      const name = (await page.title()).replaceAll(/\W+/g, '-');
      await page.screenshot({ path: join(folder, `${name}-${viewport.width}.png`), fullPage: true });
    }
  }
}

/** Lets a page that looks for news wait for it, so that it does not change while it is looked at; gives what lets it go on. */
async function heldStill(page: Page): Promise<() => Promise<void>> {
  const released = Promise.withResolvers<void>();
  await page.route('**/data/load/*', async (route) => {
    if (route.request().resourceType() === 'fetch') await released.promise;
    await route.continue();
  });
  return async () => {
    released.resolve();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  };
}

describe('a page elsewhere', () => {
  const send = (headers: Record<string, string>) => server.inject({ method: 'POST', url: '/data/load', headers });

  it('cannot have anything sent here', async () => {
    const elsewhere: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: 'http://localhost:9999' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const headers of elsewhere) {
      const reply = await send({ host: 'localhost', ...headers });
      expect(reply.statusCode).toBe(403);
      expect(reply.body).toContain('did not come from a page of Outturn');
    }
  });

  it('while a page of this server can', async () => {
    const here: Record<string, string>[] = [{ 'sec-fetch-site': 'same-origin' }, { origin: 'http://localhost' }];
    for (const headers of here) {
      const reply = await send({ host: 'localhost', ...headers });
      expect(reply.statusCode).toBe(400);
      expect(reply.body).toContain('Choose the files to load');
    }
  });
});

it('says of a load that it does not know that it does not', async () => {
  expect((await server.inject('/data/load/nothing')).statusCode).toBe(404);
});

it('takes files from a reader without JavaScript, step by step, to what was loaded', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto('/data');
    await page.getByRole('link', { name: 'Load data' }).click();
    await page.getByRole('button', { name: 'See what they are' }).click();
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('Choose the files to load');

    await page.getByLabel('Files to load').setInputFiles([people, notes]);
    await page.getByRole('button', { name: 'See what they are' }).click();
    await page.getByRole('heading', { name: 'Is this what they are?' }).waitFor({ timeout: 100_000 });
    expect(await page.getByRole('row', { name: /ssd_person\.csv/ }).textContent()).toContain('by its name');
    expect(await page.getByRole('row', { name: /notes\.csv/ }).textContent()).toContain('headings');
    await page.getByLabel('Day').fill('31');
    await page.getByLabel('Month').fill('2');
    await page.getByLabel('Year').fill('2026');
    await page.getByRole('button', { name: 'Load these files' }).click();
    expect(await page.locator('.govuk-error-summary').textContent()).toContain('must be a real date');
    expect(await page.getByLabel('Month').inputValue()).toBe('2');
    await page.getByLabel('Month').fill('10');
    await page.getByLabel('Code of the authority').fill('E10000016');
    await page.getByRole('button', { name: 'Load these files' }).click();
    await page.getByRole('heading', { name: 'What was loaded' }).waitFor({ timeout: 100_000 });
    expect(await page.getByRole('heading', { name: 'ssd, as at 31 October 2026' }).count()).toBe(1);
    const link = page.getByRole('link', { name: 'Code unknown' });
    expect(await link.getAttribute('href')).toBe('/data/findings?code=code-unknown');
  });
});

it('is accessible at every step, says how far it is by itself, and breaks no policy of its own', async () => {
  await withPage({}, async (page) => {
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    await page.goto('/data/load');
    await page.getByRole('button', { name: /Choose files/ }).waitFor();
    await looksRight(page);
    const unknown = page.locator('input[type=file]');
    await unknown.setInputFiles([notes]);
    const release = await heldStill(page);
    await page.getByRole('button', { name: 'See what they are' }).click();
    await page.getByRole('heading', { name: 'Looking at your files' }).waitFor();
    await looksRight(page);
    await release();
    await page.getByRole('heading', { name: 'These files cannot be loaded' }).waitFor({ timeout: 100_000 });
    await looksRight(page);
    await page.getByRole('link', { name: 'Choose other files' }).click();
    await looksRight(page);
    await page
      .locator('input[type=file]')
      .setInputFiles([{ ...people, buffer: Buffer.concat([people.buffer, Buffer.from('p3,F,2017-01-01\n')]) }]);
    await page.getByRole('button', { name: 'See what they are' }).click();
    await page.getByRole('heading', { name: 'Is this what they are?' }).waitFor({ timeout: 100_000 });
    await looksRight(page);
    await page.getByRole('button', { name: 'Load these files' }).click();
    await page.getByRole('heading', { name: 'What was loaded' }).waitFor({ timeout: 100_000 });
    await looksRight(page);
    await page.goto('/data/load');
    await page.locator('input[type=file]').setInputFiles([people]);
    const letGo = await heldStill(page);
    await page.getByRole('button', { name: 'See what they are' }).click();
    await page.getByRole('button', { name: 'Stop and change nothing' }).click();
    await letGo();
    await page.getByRole('heading', { name: 'Stopped' }).waitFor({ timeout: 100_000 });
    await looksRight(page);
    expect(said).toEqual([]);
  });
}, 240_000);
