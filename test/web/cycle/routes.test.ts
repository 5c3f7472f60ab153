import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commented, type Ground, ground, hash, month, person } from './ground.ts';

let on: Ground;
beforeEach(async () => {
  on = await ground();
});
afterEach(() => on.close());

const at = (unit: string, report = 'board'): string => `/cycle/${report}?month=${month}&unit=${unit}`;
const page = async (url: string): Promise<string> => {
  const { statusCode, body } = await on.server.inject(url);
  expect(statusCode).toBe(200);
  return body;
};
const press = (action: string, unit: string, body: Record<string, string> = {}, report = 'board') =>
  on.server.inject({
    method: 'POST',
    url: `/cycle/${report}/${action}?month=${month}&unit=${unit}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ version: '0', ...body }).toString(),
  });
const standing = (unit: string) => on.store.approvals.at({ report: 'board', month, unit });

/** The words of a page, without its marks. */
const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

const author = person('Team manager', 'D1', 'author');
const approver = person('Head of service', 'CTY', 'approver');
const second = person('Director', 'CTY', 'second-approver');
const reader = person('Councillor', 'CTY', 'reader');

/** Has a district approved in both steps. */
async function approved(unit: string): Promise<void> {
  await commented(on.store, unit);
  on.ask(approver);
  expect((await press('submit', unit, { why: 'Two rows are being corrected' })).statusCode).toBe(303);
  expect((await press('approve', unit, { version: '1' })).statusCode).toBe(303);
  on.ask(second);
  expect((await press('approve', unit, { version: '2' })).statusCode).toBe(303);
}

describe('where reports stand', () => {
  it('lists every report of the month with its stage, next date and what is missing', async () => {
    const said = words(await page(`/cycle?month=${month}`));
    expect(said).toMatch(
      /Board report Safeguarding board Waits for its figures Figures ready by 4 November 2026 Due now/,
    );
    expect(said).toContain('Contract report Not made of this month; next of December 2026');
    expect(said).toContain('Plain table Ready to publish No calendar Its publisher signs alone Nothing');
  });

  it('says what is missing and whose it is, each with the way to put it right', async () => {
    const body = await page(at('CTY'));
    expect(words(body)).toContain('The end lies before the start 63 rows to correct at source. Analyst');
    expect(words(body)).toContain('Nothing is written. Head of safeguarding');
    expect(body).toContain(`href="/commentary/board/${month}/CTY/cp-seen-20-days"`);
    expect(body).toContain('href="/data/findings?code=end-before-start"');
    expect(words(body)).toContain('It cannot be submitted yet');
    // Rows of other districts, and of none, are not this one's.
    expect(words(await page(at('D1')))).toContain('60 rows to correct at source');
    expect(words(await page(at('D2')))).not.toContain('to correct at source');
  });

  it('knows no other report, action or unit, and no form of another site', async () => {
    expect((await on.server.inject(at('CTY', 'nothing'))).statusCode).toBe(404);
    expect((await on.server.inject(at('XX'))).statusCode).toBe(404);
    expect((await press('publish', 'CTY')).statusCode).toBe(404);
    const elsewhere = {
      method: 'POST',
      url: at('D2').replace('?', '/submit?'),
      headers: { 'sec-fetch-site': 'cross-site' },
    };
    expect((await on.server.inject(elsewhere as never)).statusCode).toBe(403);
    expect(await standing('D2')).toBe(null);
  });
});

describe('submitting', () => {
  it('asks why it goes forward where something is missing, and keeps what was typed for where it is', async () => {
    on.ask(author);
    const refused = await press('submit', 'D1');
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('href="#why-submit"');
    expect(words(refused.body)).toContain('Say why it goes forward all the same');
    expect(await standing('D1')).toBe(null);

    const taken = await press('submit', 'D1', { why: 'The <b>rows</b> are corrected next week' });
    expect(taken.headers.location).toBe(`${at('D1')}&done=submit`);
    expect(await standing('D1')).toMatchObject({
      state: 'submitted',
      who: 'team-manager',
      role: 'Team manager',
      why: 'The <b>rows</b> are corrected next week',
      submission: { extractHash: hash('a'), definitionsHash: hash('d'), steps: 2, below: [] },
    });
    expect((await standing('D1'))?.submission?.covers.toSorted()).toEqual(['D1', 'T11', 'T12', 'T13']);
    const after = await page(`${at('D1')}&done=submit`);
    expect(words(after)).toContain('Submitted: Board report of October 2026, Coast');
    expect(after).toContain('The &lt;b>rows&lt;/b> are corrected next week');
  });

  it('waits for the levels below, and for comments that are begun', async () => {
    for (const unit of ['D1', 'D2', 'D3']) await approved(unit);
    await commented(on.store, 'CTY');
    on.ask(approver);
    const early = await press('submit', 'CTY', { why: 'All the same' });
    expect(early.statusCode).toBe(409);
    expect(words(await page(at('CTY')))).toContain('Southbridge It has not been submitted. Author');
    await approved('D4');
    const key = { report: 'board', indicator: null, unit: 'T41', month, heading: 'Summary' };
    const text = { authorRole: 'Team manager', text: 'Words.', quoted: [], causes: [] };
    // Of a unit that is approved nothing is written any more; of the county itself it is.
    const by = { who: 'x', role: 'Team manager', at: new Date('2026-11-04T11:00:00Z'), as: 'author' } as const;
    await expect(on.store.commentary.write(key, text, 0, by)).rejects.toThrow('approved');
    await on.store.commentary.write({ ...key, unit: 'CTY' }, text, 0, by);
    on.ask(approver);
    expect((await press('submit', 'CTY', { why: 'All the same' })).statusCode).toBe(409);
    expect(words(await page(at('CTY')))).toContain('What is written under “Summary” is a draft.');
  }, 120_000);
});

describe('review', () => {
  beforeEach(async () => {
    on.ask(author);
    await press('submit', 'D1', { why: 'It goes on' });
  });

  it('says which figures are held, and that newer data or another pack has come since', async () => {
    on.ask(approver);
    const before = words(await page(at('D1')));
    expect(before).toContain('The figures under review do not move');
    expect(before).toContain('ssd of CTY, as at 31 October 2026 loaded on 3 November 2026');
    expect(before).not.toContain('Newer data has come since');
    on.basis.extract = 'b';
    on.basis.definitions = 'e';
    const after = words(await page(at('D1')));
    expect(after).toContain('Newer data has come since.');
    expect(after).toContain('The pack has changed since.');
    expect((await standing('D1'))?.submission?.extractHash).toBe(hash('a'));
  });

  it('shows the report with the figures that were submitted, and only while it is under review', async () => {
    const review = at('D1').replace('?', '/review?');
    expect(words(await page(review))).not.toContain('12.5%');
    on.basis.extract = 'b';
    const body = await page(review);
    expect(words(body)).toContain('Its figures are those that were submitted.');
    expect(words(body)).toContain('12.5%');
    expect(words(await page(`/reports/board?month=${month}&unit=D1`))).not.toContain('12.5%');
    on.ask(approver);
    await press('return', 'D1', { version: '1', why: 'Take the newer figures' });
    expect((await on.server.inject(review)).statusCode).toBe(404);
    expect((await on.server.inject(at('D2').replace('?', '/review?'))).statusCode).toBe(404);
  });

  it('is done in two steps by two parts, each in its turn', async () => {
    on.ask(second);
    expect((await press('approve', 'D1', { version: '1' })).statusCode).toBe(403);
    on.ask(approver);
    expect((await press('approve', 'D1', { version: '1' })).statusCode).toBe(303);
    expect(words(await page(at('D1')))).toContain('Approved once, waits for the second approval');
    expect((await press('approve', 'D1', { version: '2' })).statusCode).toBe(403);
    on.ask(second);
    expect((await press('approve', 'D1', { version: '2' })).statusCode).toBe(303);
    expect(await standing('D1')).toMatchObject({ approved: true, state: 'approved-2', role: 'Director' });
    const said = words(await page(at('D1')));
    expect(said).toContain('Approved, although something is missing. Publishing it will ask for the reason.');
    expect(said).toContain('A publisher can publish it.');
  });

  it('returns with a reason, which the next reader sees, and the reason alone is asked for again', async () => {
    on.ask(approver);
    const refused = await press('return', 'D1', { version: '1', why: '  ' });
    expect(refused.statusCode).toBe(400);
    expect(words(refused.body)).toContain('Say why you return it');
    expect((await press('return', 'D1', { version: '1', why: '<script>alert(1)</script>' })).statusCode).toBe(303);
    const body = await page(at('D1'));
    expect(words(body)).toContain('Returned');
    expect(body).toContain('&lt;script>alert(1)&lt;/script>');
    expect(body).not.toContain('<script>alert');
    on.ask(author);
    expect((await press('submit', 'D1', { version: '2', why: 'Put right' })).statusCode).toBe(303);
    expect(
      (await on.store.approvals.history({ report: 'board', month, unit: 'D1' })).map(({ action }) => action),
    ).toEqual(['submit', 'return', 'submit']);
  });

  it('tells the second of two people what the first has done, and does nothing of theirs', async () => {
    on.ask(approver);
    await press('return', 'D1', { version: '1', why: 'Two children are missing' });
    on.ask(author);
    await press('submit', 'D1', { version: '2', why: 'They are in' });
    on.ask(approver);
    const late = await press('approve', 'D1', { version: '1' });
    expect(late.statusCode).toBe(409);
    expect(words(late.body)).toContain(
      'Its approval was moved on by Team manager on 4 November 2026 since you opened the page',
    );
    expect(await standing('D1')).toMatchObject({ state: 'submitted', version: 3 });
    expect((await press('approve', 'D1', { version: 'x' })).statusCode).toBe(409);
  });

  it('shows a person what is theirs to do, and takes nothing else from them', async () => {
    for (const [who, unit, buttons] of [
      [reader, 'D1', []],
      [author, 'D1', ['withdraw']],
      [approver, 'D1', ['approve', 'withdraw', 'return']],
      [second, 'D1', []],
      [author, 'D2', []],
      [person('Other manager', 'D2', 'author'), 'D1', []],
    ] as const) {
      on.ask(who);
      const found = [...(await page(at(unit))).matchAll(/action="\/cycle\/board\/(\w+)\?/g)].map(
        ([, action]) => action,
      );
      expect([who.post, unit, ...found]).toEqual([who.post, unit, ...buttons]);
      for (const action of ['submit', 'withdraw', 'approve', 'return']) {
        if (buttons.some((one) => one === action)) continue;
        expect((await press(action, unit, { version: unit === 'D1' ? '1' : '0', why: 'Why' })).statusCode).toBe(403);
      }
    }
    expect(await standing('D1')).toMatchObject({ version: 1 });
    expect(await standing('D2')).toBe(null);
  });
});

it('is ready to sign once nothing is missing, and leads to its publication', async () => {
  await commented(on.store, 'D2');
  on.ask(approver);
  // Nothing is missing: no reason is asked for.
  expect((await press('submit', 'D2')).statusCode).toBe(303);
  await press('approve', 'D2', { version: '1' });
  on.ask(second);
  await press('approve', 'D2', { version: '2' });
  on.ask(person('Publisher', 'CTY', 'publisher'));
  const body = await page(at('D2'));
  expect(words(body)).toContain('Ready to sign. Nothing is missing.');
  expect(body).toContain(`href="/editions/publish?report=board&amp;month=${month}&amp;unit=D2"`);
  const edition = {
    ...{ number: 1, report: 'board', month, unit: 'D2', kind: 'internal' as const, path: 'editions/0001' },
    ...{ contentHash: hash('c'), extractHash: hash('a'), definitionsHash: hash('d'), corrects: null, changed: null },
  };
  await on.store.editions.register(edition, { who: 'p', role: 'Publisher', at: new Date('2026-11-13T10:00:00Z') });
  const published = words(await page(at('D2')));
  expect(published).toContain('It is published as edition 1');
  expect(published).toContain('Published by 13 November 2026 Done on 13 November 2026');
});

it('takes no submission of a report that is not made of the month, nor of one without a calendar', async () => {
  expect((await press('submit', 'CTY', { why: 'All the same' }, 'contract')).statusCode).toBe(403);
  expect((await press('submit', 'CTY', { why: 'All the same' }, 'plain')).statusCode).toBe(403);
  expect(words(await page(at('CTY', 'contract')))).toContain('It is not made of this month: next of December 2026.');
});
