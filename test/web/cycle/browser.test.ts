import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtAssets } from '../started.ts';
import { commented, type Ground, ground, hash, month } from './ground.ts';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const viewports = { phone: { width: 375, height: 800 }, desktop: { width: 1280, height: 900 } };
const at = (unit: string, report = 'board'): string => `/cycle/${report}?month=${month}&unit=${unit}`;

let browser: Browser;
let on: Ground;
let base: string;
beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  on = await ground({ assets });
  const submission = { extractHash: hash('a'), definitionsHash: hash('d'), steps: 2 as const, covers: [], below: [] };
  const by = { who: 'x', role: 'Team manager', at: new Date('2026-11-04T09:00:00Z'), as: 'author' as const };
  await on.store.approvals.submit({ report: 'board', month, unit: 'D3' }, submission, 0, by);
  base = await on.server.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  return async () => {
    await browser.close();
    await on.close();
    await remove();
  };
});

async function withPage(viewport: keyof typeof viewports, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ baseURL: base, viewport: viewports[viewport], javaScriptEnabled: true });
  try {
    await use(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Goes on by the tabulator until something has the focus. */
async function reach(page: Page, wanted: string): Promise<void> {
  for (let count = 0; count < 60; count++) {
    await page.keyboard.press('Tab');
    if ((await page.locator(`${wanted}:focus`).count()) > 0) return;
  }
  throw new Error(`no focus on ${wanted}`);
}

/** From the beginning of a page past its header, as the first link of it leads. */
async function skip(page: Page): Promise<void> {
  await page.keyboard.press('Tab');
  expect(await page.locator('.govuk-skip-link:focus').count()).toBe(1);
  await page.keyboard.press('Enter');
}

/** No violation, no word from the browser, and no page that scrolls sideways. */
async function isSound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wide).toBe(0);
}

it('is submitted, returned with a reason, submitted again and approved, by keyboard alone', async () => {
  await commented(on.store, 'D2');
  await withPage('desktop', async (page) => {
    const state = () => page.locator('.app-sign__state').innerText();
    await page.goto('/scorecard');
    await reach(page, '.app-header a[href="/cycle"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cycle$/);
    await skip(page);
    await reach(page, '#unit');
    // Hills and Vale comes after the county, Coast and its three teams.
    for (let down = 0; down < 5; down++) await page.keyboard.press('ArrowDown');
    await reach(page, '.app-chooser button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/unit=D2/);
    await skip(page);
    await reach(page, 'a[href^="/cycle/board?"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(/cycle\/board\?month=2026-10&unit=D2/);
    expect(await state()).toBe('Not submitted');
    expect(await page.locator('textarea').count()).toBe(0);

    await skip(page);
    await reach(page, 'form[action*="/submit"] button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=submit/);
    expect(await page.locator('.govuk-notification-banner').innerText()).toContain('Submitted: Board report');
    expect(await state()).toBe('Submitted');
    await isSound(page);

    await skip(page);
    // Folded away: the summary opens it, and without a reason it is refused and stays open.
    await reach(page, 'details:has(form[action*="/return"]) summary');
    await page.keyboard.press('Enter');
    await reach(page, 'form[action*="/return"] button');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    expect(await page.title()).toMatch(/^Error: /);
    await isSound(page);
    await skip(page);
    await reach(page, '.govuk-error-summary a');
    await page.keyboard.press('Enter');
    expect(await page.locator('#why-return:focus').count()).toBe(1);
    await page.keyboard.type('Two visits of 30 October are not in it.');
    await reach(page, 'form[action*="/return"] button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=return/);
    expect(await state()).toBe('Returned');
    expect(await page.locator('.app-sign__returned').innerText()).toContain('Two visits of 30 October are not in it.');
    await isSound(page);

    await skip(page);
    await reach(page, 'form[action*="/submit"] button');
    await page.keyboard.press('Enter');
    await page.waitForURL(/done=submit/);
    for (const said of ['Approved once, waits for the second approval', 'Approved']) {
      await skip(page);
      await reach(page, 'form[action*="/approve"] button');
      await page.keyboard.press('Enter');
      await page.waitForURL(/done=approve/);
      await page.waitForFunction(
        (text) => document.querySelector('.app-sign__state')?.textContent?.trim() === text,
        said,
      );
    }
    expect(await page.locator('.app-sign__ready').innerText()).toContain('Ready to sign.');
    await skip(page);
    await reach(page, '.app-sign__ready a[href^="/editions/publish?report=board"]');
    expect(await page.locator('.app-history tbody tr').count()).toBe(5);
  });
}, 180_000);

describe.each(['phone', 'desktop'] as const)('on a %s', (viewport) => {
  it.each([
    '/cycle',
    at('CTY'),
    at('D2'),
    at('D3'),
    at('D3', 'board/review'),
    at('CTY', 'contract'),
    at('CTY', 'plain'),
  ])(
    '%s meets WCAG 2.2 AA as far as a machine can tell, keeps its policy and does not scroll sideways',
    async (path) => {
      on.basis.extract = 'b';
      await withPage(viewport, async (page) => {
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        await page.goto(path);
        for (const fold of await page.locator('.govuk-details__summary').all()) await fold.click();
        await isSound(page);
        expect(said).toEqual([]);
      });
    },
    120_000,
  );
});
