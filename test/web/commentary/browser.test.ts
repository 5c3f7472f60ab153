import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CommentaryKey, PartAct } from '../../../src/store/index.ts';
import { builtAssets } from '../started.ts';
import { place } from './forms.ts';
import { type Ground, ground } from './ground.ts';

const flags = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync'];

let browser: Browser;
let on: Ground;
let base: string;
let removeAssets: () => Promise<void>;
beforeAll(async () => {
  const { assets, remove } = await builtAssets();
  removeAssets = remove;
  on = await ground({ assets });
  base = await on.server.listen({ host: '127.0.0.1', port: 0 });
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
});
afterAll(async () => {
  await browser?.close();
  await on?.close();
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

describe('by keyboard alone, without JavaScript', () => {
  it('words are written, checked, submitted, returned with a reason, amended and approved', {
    timeout: 180_000,
  }, async () => {
    await withPage({ javaScriptEnabled: false, viewport: { width: 1280, height: 900 } }, async (page) => {
      /** Goes on by Tab until something has the focus. */
      const to = async (selector: string): Promise<void> => {
        for (let count = 0; count < 120; count++) {
          await page.keyboard.press('Tab');
          if ((await page.locator(`${selector}:focus`).count()) > 0) return;
        }
        throw new Error(`no focus on ${selector}`);
      };
      const enter = async (selector: string, until: RegExp): Promise<void> => {
        await to(selector);
        await Promise.all([page.waitForURL(until), page.keyboard.press('Enter')]);
      };
      const button = (act: string): string => `button[value="${act}"]`;

      await page.goto('/commentary?month=2026-10&unit=CTY');
      await enter('a[href$="/CTY/re-referrals"]', /re-referrals$/);
      await to('#text-0');
      await page.keyboard.type('It has risen to {value:re-referrals}. Aoife Brennan left.');
      await to(button('check'));
      await page.keyboard.press('Enter');
      await page.getByText('may be the name of a person').waitFor();

      await to('#text-0');
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type('Two posts were vacant.');
      await to('#fact-0');
      await page.keyboard.press('Space');
      await to(button('insert'));
      await page.keyboard.press('Enter');
      await page.getByText('As the report will print it').waitFor();
      expect(await page.locator('#text-0').inputValue()).toMatch(/^Two posts were vacant\. .*\{value:re-referrals\}/);
      await enter(button('submit'), /done=submitted$/);

      await to('#why-return');
      await page.keyboard.type('Say what follows.');
      await enter(button('return'), /done=return$/);
      expect(await page.locator('.app-returned').textContent()).toContain('Say what follows.');

      await to('#text-0');
      await page.keyboard.press('ControlOrMeta+End');
      await page.keyboard.type(' Both are advertised.');
      await enter(button('submit'), /done=submitted$/);
      await enter(button('approve'), /done=approve$/);
      expect(await page.locator('.app-printed').textContent()).toMatch(
        /^Two posts were vacant\. .* Both are advertised\.$/,
      );
    });
  });
});

const act = (as: PartAct['as'], why?: string): PartAct => ({
  who: 'a',
  role: 'Head of service',
  at: new Date('2026-11-03T09:00:00Z'),
  as,
  why: why ?? null,
});

/** Every state there is, in September: a draft with something doubtful, one returned, one submitted, one approved. */
async function written(): Promise<void> {
  const { commentary, actions } = on.store;
  const key = (indicator: string): CommentaryKey => ({
    ...{ report: 'scorecard', unit: 'CTY', month: '2026-09', heading: 'Cause' },
    indicator,
  });
  for (const [indicator, moves] of [
    ['re-referrals', []],
    ['assessments-45-days', ['submit', 'return']],
    ['cp-seen-20-days', ['submit']],
    ['icpc-15-days', ['submit', 'approve']],
  ] as const) {
    const text = `It is {value:${indicator}}. It has improved since Aoife Brennan left.`;
    const quoted = [{ text: '105', asAt: '2026-10-20', source: 'case system' }];
    await commentary.write(
      key(indicator),
      { authorRole: 'Team manager', text, quoted, causes: ['demand'] },
      0,
      act('author'),
    );
    for (const [index, move] of moves.entries()) {
      await commentary.move(
        key(indicator),
        move,
        index + 1,
        act(move === 'submit' ? 'author' : 'approver', 'Say more.'),
      );
    }
  }
  const where = { report: 'scorecard', indicator: 're-referrals', unit: 'CTY', month: '2026-08', comment: null };
  const text = { text: 'Review each at the panel', ownerRole: 'Head of assessment', due: '2026-09-15', causes: [] };
  await actions.raise({ ...where, ...text }, act('author'));
}

describe('the pages', () => {
  beforeAll(written);

  const at = (indicator: string): string => place.replace('2026-10', '2026-09').replace('re-referrals', indicator);
  const paths = [
    '/commentary?month=2026-09',
    at('re-referrals'),
    at('assessments-45-days'),
    at('cp-seen-20-days'),
    '/commentary/scorecard/2026-09/CTY',
    '/commentary/actions/1?month=2026-09',
    '/indicators/icpc-15-days?month=2026-09',
  ];

  it.each(paths.flatMap((path) => [375, 1280].map((width) => [path, width] as const)))(
    '%s, %i wide, meets WCAG 2.2 AA as far as a machine can tell, and does not scroll sideways',
    { timeout: 180_000 },
    async (path, width) => {
      await withPage({ viewport: { width, height: 800 } }, async (page) => {
        await page.goto(path);
        await page.locator('details').evaluateAll((folds) => {
          for (const fold of folds) fold.setAttribute('open', '');
        });
        const found = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
          .analyze();
        expect(found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
        const wide = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(wide).toBe(0);
        if (process.env.PICTURES) {
          const name = path.replaceAll(/\W+/g, '-');
          await page.screenshot({ path: `${process.env.PICTURES}/${name}-${width}.png`, fullPage: true });
        }
      });
    },
  );
});
