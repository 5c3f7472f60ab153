import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { builtAssets, type Server, testServer } from './started.ts';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

let browser: Browser;
let server: Server;
let base: string;
let removeAssets: () => Promise<void>;

beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  removeAssets = remove;
  ({ server } = await testServer({ assets }));
  base = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await removeAssets?.();
});

const pages = [
  '/home',
  '/work?unit=D1',
  '/units',
  '/units/D1',
  '/compare?indicator=assessments-45-days&level=teams',
  '/search?q=plan',
];

it.each(pages.flatMap((url) => [1280, 375].map((width) => [url, width] as const)))(
  '%s at %i px has no fault that can be told by rule, and does not scroll sideways',
  async (url, width) => {
    const context = await browser.newContext({ baseURL: base, viewport: { width, height: 900 } });
    try {
      const page = await context.newPage();
      await page.goto(url);
      const folder = process.env.OUTTURN_PICTURES;
      if (folder !== undefined) {
        await page.screenshot({ path: `${folder}/${url.replaceAll(/\W+/g, '-')}_${width}.png`, fullPage: true });
      }
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    } finally {
      await context.close();
    }
  },
);

it('leads a manager from home to one late case by keyboard alone', async () => {
  const context = await browser.newContext({ baseURL: base, javaScriptEnabled: false });
  try {
    const page = await context.newPage();
    await page.goto('/home?unit=T11');
    const press = async (until: string): Promise<void> => {
      for (let count = 0; count < 60; count++) {
        await page.keyboard.press('Tab');
        if ((await page.locator(`${until}:focus`).count()) > 0) return;
      }
      throw new Error(`no focus on ${until}`);
    };
    await press('.app-work-tile--late a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/work\?unit=T11&when=late/);
    expect(await page.locator('.app-table--work tbody tr').count()).toBe(1);
    expect(await page.locator('.app-table--work tbody tr').textContent()).toContain('3 working days late');
    await press('#indicator');
    await press('.app-table--work .govuk-link');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/indicators\/assessments-45-days/);
  } finally {
    await context.close();
  }
});
