import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { comparedDouble } from './benchmarks-double.ts';
import { builtAssets, type Server, testServer } from './started.ts';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const phone = { width: 320, height: 700 };
const desktop = { width: 1280, height: 900 };

let browser: Browser;
let server: Server;
let base: string;
let removeAssets: () => Promise<void>;

beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  removeAssets = remove;
  const { figures, benchmarks } = comparedDouble();
  ({ server } = await testServer({ assets, figures: () => figures, benchmarks: () => benchmarks }));
  base = await server.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
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

const textOf = async (part: Locator): Promise<string> => (await part.textContent()) ?? '';
const heading = (page: Page): Promise<string> => textOf(page.locator('h1'));

describe('a reader without JavaScript', () => {
  it('goes from the scorecard to another month and unit, an indicator, its table, its cases and their CSV', async () => {
    await withPage({ javaScriptEnabled: false, viewport: desktop, acceptDownloads: true }, async (page) => {
      await page.goto('/');
      expect(await heading(page)).toContain('scorecard');
      await page.getByLabel('Month').selectOption('2026-06');
      await page.getByLabel('Team or district').selectOption('D2');
      await page.getByRole('button', { name: 'Show' }).click();
      expect(page.url()).toContain('/scorecard?month=2026-06&unit=D2');
      expect(await textOf(page.locator('caption'))).toContain('Hills and Vale, June 2026');

      const row = page.getByRole('row', { name: /Assessments completed within 45/ });
      const printed = await textOf(row.locator('.app-figure'));
      await row.locator('.app-figure').click();
      expect(await heading(page)).toBe('Assessments completed within 45 working days');
      expect(await textOf(page.locator('.app-headline__figure'))).toBe(printed);

      await page.getByText('View as table', { exact: true }).click();
      const june = page.getByRole('table', { name: /by month/ }).getByRole('row', { name: /June 2026/ });
      expect(await textOf(june)).toContain(printed);

      await page.getByRole('link', { name: 'See the cases' }).click();
      expect(await textOf(page.locator('.app-tiles'))).toContain(printed);
      await page.getByRole('link', { name: /Not in it/ }).click();
      expect(await page.getByRole('cell', { name: 'Yes', exact: true }).count()).toBe(0);
      const download = page.waitForEvent('download');
      await page.getByRole('link', { name: 'Download as CSV' }).click();
      expect((await download).suggestedFilename()).toBe('assessments-45-days_D2_2026-06_cases.csv');
    });
  });

  it('goes the same way by keyboard alone', async () => {
    await withPage({ javaScriptEnabled: false, viewport: desktop }, async (page) => {
      await page.goto('/scorecard');
      const press = async (key: string, until: string): Promise<void> => {
        for (let count = 0; count < 40; count++) {
          await page.keyboard.press(key);
          if ((await page.locator(':focus').count()) > 0 && (await page.locator(`${until}:focus`).count()) > 0) return;
        }
        throw new Error(`no focus on ${until} by ${key}`);
      };
      await press('Tab', '.govuk-skip-link');
      await page.keyboard.press('Enter');
      await press('Tab', '#month');
      await page.keyboard.press('ArrowDown');
      await press('Tab', '.app-chooser button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/month=2026-09/);
      await press('Tab', '.app-scroll');
      await press('Tab', '.app-figure');
      await page.keyboard.press('Enter');
      await page.waitForURL(/indicators\/referrals-rate\?month=2026-09/);
      await press('Tab', '.app-cases-button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/cases\?month=2026-09/);
      expect(await textOf(page.locator('.app-h1__above'))).toBe('Cases behind the figure');
    });
  });
});

describe.each([
  ['phone', phone],
  ['desktop', desktop],
] as const)('on a %s', (_, viewport) => {
  it.each([
    '/scorecard',
    '/scorecard?month=2026-04&unit=T21',
    '/indicators',
    '/indicators/assessments-45-days',
    '/indicators/re-referrals',
    '/indicators/re-referrals?unit=T11',
    '/indicators/assessments-overdue?unit=D1',
    '/indicators/supervised-in-month',
    '/indicators/cp-repeat-24-months?unit=T11&month=2026-04',
    '/indicators/assessments-45-days/cases?page=2',
    '/indicators/posts-agency/cases?unit=D1',
    '/data',
    '/data/findings?code=end-before-start',
    '/scorecard?unit=XX',
  ])('%s meets WCAG 2.2 AA as far as a machine can tell, and does not scroll sideways', async (path) => {
    await withPage({ viewport }, async (page) => {
      await page.goto(path);
      for (const fold of await page.locator('summary').all()) await fold.click();
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wide).toBe(0);
      const small = await page.evaluate(
        () =>
          [...document.querySelectorAll('svg text')].filter((text) => {
            const box = text.closest('svg')?.getBoundingClientRect();
            const drawn = Number(text.closest('svg')?.getAttribute('width'));
            return box !== undefined && box.width > 0 && (13 * box.width) / drawn < 12;
          }).length,
      );
      expect(small).toBe(0);
    });
  });
});

it('loads nothing from elsewhere and reports no breach of its own policy', async () => {
  await withPage({ viewport: desktop }, async (page) => {
    const seen: string[] = [];
    page.on('request', (request) => seen.push(new URL(request.url()).origin));
    page.on('console', (message) => seen.push(message.text()));
    await page.goto('/indicators/assessments-45-days');
    expect([...new Set(seen)]).toEqual([base]);
    const family = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    expect(family).toMatch(/^system-ui/);
  });
});
