import { afterAll, beforeAll, expect, it } from 'vitest';
import { formatDifference, formatValue, judge } from '../../../src/judgement/index.ts';
import type { CommentaryKey, PartAct } from '../../../src/store/index.ts';
import { page, wordsOf } from './forms.ts';
import { type Ground, ground } from './ground.ts';

let on: Ground;
beforeAll(async () => {
  on = await ground();
});
afterAll(() => on.close());

const key: CommentaryKey = {
  report: 'scorecard',
  indicator: 're-referrals',
  unit: 'CTY',
  month: '2026-10',
  heading: 'Cause',
};
const act = (as: PartAct['as'], why = ''): PartAct => ({ who: 'a', role: 'Head of service', at: new Date(), as, why });
const address = '/reports/scorecard?month=2026-10&unit=CTY';

/** Writes and approves, from whatever stands there. */
async function approve(text: string): Promise<void> {
  const { commentary } = on.store;
  const before = await commentary.at(key);
  const open =
    before?.state === 'approved'
      ? await commentary.move(key, 'reopen', before.version, act('approver', 'Anew'))
      : before;
  const words = { authorRole: 'Team manager', text, quoted: [], causes: [] };
  const draft = await commentary.write(key, words, open?.version ?? 0, act('author'));
  const sent = await commentary.move(key, 'submit', draft.version, act('author'));
  await commentary.move(key, 'approve', sent.version, act('approver'));
}

it('a report is made anew when a comment of it is approved, changed or opened again', async () => {
  expect(await page(on.server, address)).not.toContain('Two posts');
  await approve('Two posts were vacant.');
  expect(wordsOf(await page(on.server, address))).toContain('Two posts were vacant.');
  await approve('Three posts were vacant.');
  const after = wordsOf(await page(on.server, address));
  expect(after).toContain('Three posts were vacant.');
  expect(after).not.toContain('Two posts');
});

it('every figure of a comment that is a token is that of its cell, in the report and beside the figure', async () => {
  await approve(
    '{value:re-referrals}; {value:re-referrals@2026-09/D1}; {difference:re-referrals from 2026-09}; {numerator:re-referrals}.',
  );
  const now = judge(on.figures, 're-referrals', 'CTY', '2026-10');
  const coast = judge(on.figures, 're-referrals', 'D1', '2026-09');
  const [value, part, before] = [now.figure, coast.figure, now.previous.figure];
  if (value === null || part === null || before === null) throw new Error('figures are missing');
  const printed = formatValue(value, now.definition);
  const said = [
    printed,
    formatValue(part, now.definition),
    formatDifference(value, before, now.definition),
    now.observation?.numerator,
  ].join('; ');
  const report = await page(on.server, address);
  expect(wordsOf(report).replaceAll(' ;', ';').replaceAll(' .', '.')).toContain(`${said}.`);
  const table = /<table[\s\S]*?<\/table>/.exec(report.slice(report.indexOf('Referrals with a previous')))?.[0] ?? '';
  expect(wordsOf(table)).toContain(printed);
  const indicator = wordsOf(await page(on.server, '/indicators/re-referrals?month=2026-10&unit=CTY'));
  expect(indicator.replaceAll(' ;', ';').replaceAll(' .', '.')).toContain(`${said}.`);
});

it('what may be a name in an approved comment is a finding of the report, and is not repeated in it', async () => {
  await approve('Aoife Brennan left.');
  const html = wordsOf(await page(on.server, address));
  const findings = html.slice(html.indexOf('to look at before it goes out'), html.indexOf('This is for you'));
  expect(findings).toContain('It has words that may be the name of a person.');
  expect(findings).not.toContain('Aoife');
});
