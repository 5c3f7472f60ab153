import { mkdirSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../../src/access/index.ts';
import { builtAssets } from '../started.ts';
import { now, type SignedInServer, signedInServer } from './signed-in.ts';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];
const viewports = { phone: { width: 375, height: 800 }, desktop: { width: 1280, height: 900 } };
const password = 'harbour lantern cobweb';
/** Where pictures of the pages are put to be looked at; none are where it is not set. */
const pictures = process.env.OUTTURN_PICTURES;

let browser: Browser;
let on: SignedInServer;
let base: string;
const ids: Record<string, string> = {};
beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  on = await signedInServer('accounts: true', { assets });
  base = await on.server.listen({ host: '127.0.0.1', port: 0 });
  const people = [
    ['Team', [{ role: 'manager', unit: 'T11' }]],
    ['Auditor', [{ role: 'auditor', unit: '*' }]],
    ['Administrator', [{ role: 'administrator', unit: '*' }]],
  ] as const;
  const hash = await hashPassword(password);
  for (const [name, grants] of people) {
    ids[name] = await on.person(name, grants);
    await on.store.accounts.set({ person: ids[name], hash, changedAt: now, temporary: false });
  }
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
  return async () => {
    await browser.close();
    await on.close();
    await remove();
  };
});

/** No violation, and no page that scrolls sideways, at both widths. */
async function isSound(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(viewports)) {
    await page.setViewportSize(size);
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name}-${width}.png`, fullPage: true });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    const said = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);
    expect([name, width, said]).toEqual([name, width, []]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([name, width, wide]).toEqual([name, width, 0]);
  }
  await page.setViewportSize(viewports.desktop);
}

async function signedIn(who: string): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: base, viewport: viewports.desktop });
  const page = await context.newPage();
  await page.goto('/sign-in?to=/account');
  await page.fill('#email', `${who.toLowerCase()}@council.example`);
  await page.fill('#password', password);
  await page.click('main button');
  return { context, page };
}

describe('in a browser', () => {
  it('a manager signs in by keyboard, sees their own cases, opens others for a reason, makes a token, and goes', async () => {
    const context = await browser.newContext({ baseURL: base, viewport: viewports.desktop });
    const page = await context.newPage();
    await page.goto('/indicators/assessments-45-days/cases?unit=T12&month=2026-10');
    expect(await page.title()).toBe('Sign in – Outturn');
    await isSound(page, 'sign-in');
    await page.focus('#email');
    await page.keyboard.type('team@council.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.govuk-error-summary');
    await isSound(page, 'sign-in-error');
    await page.fill('#password', password);
    await page.keyboard.press('Enter');
    await page.waitForURL(/cases\?unit=T12/);
    expect(await page.locator('h1').innerText()).toBe('The cases of this unit are not open to you');
    await isSound(page, 'cases-refused');
    await page.click('a:has-text("Open them for an hour")');
    await page.fill('#reason', 'x');
    await page.click('main button');
    await page.waitForSelector('.govuk-error-summary');
    await isSound(page, 'open-cases');
    await page.fill('#reason', 'A sibling of a child in my team moved there');
    await page.click('main button');
    await page.waitForURL(/cases\?unit=T12/);
    expect(await page.locator('body').innerText()).toContain('T12-0001');

    await page.goto('/account');
    await page.fill('#name', 'Power BI on my desk');
    await page.click('text="Make a token" >> nth=-1');
    await page.waitForSelector('.app-secret');
    await isSound(page, 'account');
    await page.goto('/account/password');
    await page.fill('#present', password);
    await page.fill('#password', 'Password1234');
    await page.click('main button');
    await page.waitForSelector('.govuk-error-summary');
    await isSound(page, 'password');
    expect(await page.locator('.app-header__nav').innerText()).not.toMatch(/People|Audit/);
    await page.goto('/people');
    await isSound(page, 'forbidden');
    await page.click('text=Sign out');
    await page.waitForURL(/signed-out/);
    await isSound(page, 'signed-out');
    await page.goto('/scorecard');
    expect(await page.title()).toBe('Sign in – Outturn');
    await context.close();
  }, 300_000);

  it('an administrator adds somebody, gives a role and a password, ends the role and disables them', async () => {
    const { context, page } = await signedIn('Administrator');
    await page.goto('/');
    await page.waitForURL(/people$/);
    await isSound(page, 'people');
    await page.click('text=Add somebody');
    await page.fill('#name', 'New Person');
    await page.fill('#post', 'Service manager');
    await page.fill('#email', 'not an address');
    await page.click('main button');
    await page.waitForSelector('.govuk-error-summary');
    await isSound(page, 'person-new');
    await page.fill('#email', 'new@council.example');
    await page.click('main button');
    await page.waitForURL(/people\/p-/);
    await page.selectOption('#role', 'manager');
    await page.selectOption('#unit', 'D1');
    await page.click('text="Give the role"');
    await page.click('text="Make a new password"');
    await page.waitForSelector('.app-secret');
    await isSound(page, 'person');
    await page.click('text=End today');
    await page.waitForSelector('text=(over)');
    await page.click('text="Disable"');
    await page.waitForSelector('text=they cannot sign in');
    expect((await on.store.people.byEmail('new@council.example'))?.state).toBe('disabled');
    await context.close();
  }, 300_000);

  it('an auditor reads looks, openings and changes, and checks the chain', async () => {
    const opening = await on.store.openings.open(
      { unit: 'T13', until: new Date('2026-11-04T10:30:00Z') },
      { who: ids.Team ?? '', role: 'Team manager', at: now, why: 'A child is missing and was known to that team' },
    );
    const look = {
      what: 'cases',
      indicator: 'assessments-45-days',
      unit: 'T13',
      month: '2026-10',
      list: null,
      cases: 31,
    };
    for (let number = 0; number < 52; number++) {
      const how = number === 0 ? { opening: opening.number, why: opening.why } : { opening: null, why: null };
      await on.store.looks.add(
        { ...look, opening: how.opening },
        { who: ids.Team ?? '', role: 'Team manager', at: now, why: how.why },
      );
    }
    const { context, page } = await signedIn('Auditor');
    await page.click('text="Audit"');
    await isSound(page, 'audit');
    await page.selectOption('#opened', 'yes');
    await page.click('text="Show"');
    expect(await page.locator('tbody tr').count()).toBeLessThan(5);
    await page.goto('/audit?check=yes');
    expect(await page.locator('[role=status]').innerText()).toContain('The audit is whole');
    await isSound(page, 'audit-checked');
    await page.click('text="Opened from outside"');
    await isSound(page, 'openings');
    await page.click('text="Changes"');
    await isSound(page, 'changes');
    await context.close();
  }, 300_000);
});
