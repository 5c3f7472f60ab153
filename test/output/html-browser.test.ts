import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildAssets } from '../../scripts/build-assets.ts';
import { htmlPage } from '../../src/output/html/index.ts';
import { sample } from './documents/sample.ts';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let folder: string;
let address: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'outturn-html-'));
  await buildAssets(folder);
  const file = join(folder, 'report.html');
  await writeFile(file, htmlPage(sample, await readFile(join(folder, 'report.css'), 'utf8')));
  address = pathToFileURL(file).href;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
});
afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true });
});

it.each([1280, 320])('has no barrier and does not scroll sideways at %i pixels', async (width) => {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.locator('summary').click();
    const { violations } = await new AxeBuilder({ page }).withTags(standards).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
  } finally {
    await context.close();
  }
});

it('prints the data that is folded away on the screen, each part on pages that lie as they should', async () => {
  const page = await browser.newPage();
  try {
    await page.goto(address);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('table', { name: /the figures$/ }).isVisible()).toBe(true);
    expect(await page.locator('summary').isVisible()).toBe(false);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const sizes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, w, h]) => Number(w) > Number(h));
    expect(sizes).toContain(true);
    expect(sizes).toContain(false);
  } finally {
    await page.close();
  }
});
