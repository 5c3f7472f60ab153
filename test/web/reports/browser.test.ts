import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { MadeFiles } from '../../../src/output/index.ts';
import { builtAssets, type Server, testServer } from '../started.ts';
import { demoDouble, demoPack } from './demo-double.ts';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const viewports = { phone: { width: 390, height: 800 }, desktop: { width: 1280, height: 900 } };
const month = 'month=2026-09&unit=CTY';

let browser: Browser;
let server: Server;
let base: string;
beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  const folder = await mkdtemp(join(tmpdir(), 'outturn-report-browser-'));
  const figures = demoDouble(await demoPack());
  ({ server } = await testServer({
    assets,
    figures: () => figures,
    files: new MadeFiles({ folder }),
    patience: 60_000,
  }));
  base = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  return async () => {
    await browser.close();
    await server.close();
    await remove();
    await rm(folder, { recursive: true, force: true });
  };
});

async function withPage(viewport: keyof typeof viewports, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: base, viewport: viewports[viewport], acceptDownloads: true });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

// The longest reports are looked at on a desktop alone: what differs on a phone is in the others too.
describe.each([
  ['phone', ['', '/commissioner', '/contract']],
  ['desktop', ['', '/board', '/commissioner', '/contract', '/improvement-board', '/scorecard']],
] as const)('on a %s', (viewport, paths) => {
  it.each(paths)(
    '/reports%s meets WCAG 2.2 AA as far as a machine can tell, keeps its policy and does not scroll sideways',
    async (path) => {
      await withPage(viewport, async (page) => {
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        await page.goto(`/reports${path}?${month}`);
        for (const fold of await page.locator('.govuk-details__summary').all()) await fold.click();
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBe(0);
        expect(said).toEqual([]);
        if (path === '') return;
        // The style sheet of reports is in force within the page.
        const rule = await page
          .locator('.report h2')
          .first()
          .evaluate((heading) => getComputedStyle(heading).borderTopWidth);
        expect(rule).toBe('3px');
      });
    },
    180_000,
  );
});

it('is reached, read and downloaded by keyboard alone', async () => {
  await withPage('desktop', async (page) => {
    const press = async (until: string): Promise<void> => {
      for (let count = 0; count < 60; count++) {
        await page.keyboard.press('Tab');
        if ((await page.locator(`${until}:focus`).count()) > 0) return;
      }
      throw new Error(`no focus on ${until}`);
    };
    await page.goto('/scorecard');
    await press('.app-header a[href="/reports"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/reports$/);
    await press('#month');
    await page.keyboard.press('ArrowDown');
    await press('.app-chooser button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/reports\?month=2026-09/);
    await press('a[href^="/reports/contract?"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/reports\/contract\?month=2026-09/);
    await press('.app-downloads a[href*="/files/pdf"]');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    expect((await download).suggestedFilename()).toBe('outturn-contract-CTY-2026-09.pdf');
    await press('.report .report-scroll');
  });
});

it('prints the report and not what stands around it', async () => {
  await withPage('desktop', async (page) => {
    await page.goto(`/reports/commissioner?${month}`);
    await page.emulateMedia({ media: 'print' });
    for (const part of ['.app-chooser', '.app-downloads', '.govuk-breadcrumbs', '.app-header__nav']) {
      expect(await page.locator(part).isVisible()).toBe(false);
    }
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.report-section').first().isVisible()).toBe(true);
  });
});
