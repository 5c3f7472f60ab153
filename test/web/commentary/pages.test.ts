import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formatValue, judge } from '../../../src/judgement/index.ts';
import type { CommentaryKey, PartAct } from '../../../src/store/index.ts';
import { cause, page, place, send, wordsOf } from './forms.ts';
import { type Ground, ground } from './ground.ts';

let on: Ground;
beforeAll(async () => {
  on = await ground();
});
afterAll(() => on.close());

/** Each test has a month of its own in the one store. */
let month = 0;
const at = (path: string): string => path.replace('2026-10', months[month] ?? '');
const months = [
  '2026-10',
  '2026-09',
  '2026-08',
  '2026-07',
  '2026-06',
  '2026-05',
  '2026-04',
  '2026-03',
  '2026-02',
  '2026-01',
];
beforeEach(() => {
  month = (month + 1) % months.length;
});
const key = (heading = 'Cause', indicator: string | null = 're-referrals'): CommentaryKey => ({
  report: 'scorecard',
  indicator,
  unit: 'CTY',
  month: months[month] ?? '',
  heading,
});
const act = (as: PartAct['as'], role = 'Head of service'): PartAct => ({
  who: 'other',
  role,
  at: new Date('2026-11-04T09:00:00Z'),
  as,
});

describe('a comment', () => {
  it('is written, checked, submitted, returned with a reason, amended and approved; every change is told with its words', async () => {
    const { server, store } = on;
    const written = await send(server, at(place), cause('It is {value:re-referrals}.', 0, { act: 'save' }));
    expect([written.statusCode, written.headers.location]).toEqual([303, at(`${place}?done=saved`)]);
    const saved = wordsOf(await page(server, at(`${place}?done=saved`)));
    expect(saved).toContain('The draft is saved.');
    const now = judge(on.figures, 're-referrals', 'CTY', key().month);
    expect(saved).toContain(`As the report will print it It is ${formatValue(now.figure ?? 0, now.definition)}`);

    expect((await send(server, at(place), cause('It is {value:re-referrals}.', 1, { act: 'submit' }))).statusCode).toBe(
      303,
    );
    expect(await store.commentary.at(key())).toMatchObject({
      state: 'submitted',
      version: 2,
      authorRole: 'Team manager',
    });
    expect(wordsOf(await page(server, at(place)))).toContain('Submitted: what next');

    const chosen = { headings: '0 Cause', 'seen-0': '2' };
    const silent = await send(server, at(place), { ...chosen, act: 'return', why: ' ' });
    expect([silent.statusCode, wordsOf(silent.body)]).toEqual([
      400,
      expect.stringContaining('Say why, for who wrote it'),
    ]);
    await send(server, at(place), { ...chosen, act: 'return', why: 'Say what follows.' });
    expect(wordsOf(await page(server, at(place)))).toContain('Returned by On this computer: Say what follows.');

    await send(server, at(place), cause('It is {value:re-referrals}, so visits are planned.', 3, { act: 'submit' }));
    await send(server, at(place), { ...chosen, 'seen-0': '5', act: 'approve' });
    expect(await store.commentary.at(key())).toMatchObject({ state: 'approved', version: 6 });
    const history = wordsOf(await page(server, at(place)));
    for (const told of [
      'Cause: 6 changes',
      'Reason: Say what follows.',
      'put in: {value:re-referrals}, so visits are planned.',
      'Approved by',
    ]) {
      expect(history).toContain(told);
    }

    await send(server, at(place), { ...chosen, 'seen-0': '6', act: 'reopen', why: 'A case came late.' });
    expect((await store.commentary.at(key()))?.state).toBe('draft');
  });

  it('is changed by two people: the second is told by whom, sees the difference, and has all they typed', async () => {
    const { server, store } = on;
    await send(server, at(place), cause('Two posts were vacant.', 0, { act: 'save' }));
    const text = { authorRole: 'Team manager', quoted: [], causes: [], text: 'Three posts were vacant.' };
    await store.commentary.write(key(), text, 1, act('author'));
    const refused = await send(server, at(place), {
      ...cause('Two posts were vacant, since filled.', 1, { act: 'save' }),
      'heading-1': 'Action',
      'seen-1': '0',
      'text-1': 'Recruit.',
    });
    expect(refused.statusCode).toBe(409);
    const told = wordsOf(refused.body);
    expect(told).toContain('Head of service changed this on 4 November 2026 at 09:00, while you were writing.');
    expect(told).toContain('taken out: Two put in: Three posts were vacant.');
    expect(refused.body).toContain('>Two posts were vacant, since filled.</textarea>');
    expect(refused.body).toContain('>Recruit.</textarea>');
    expect(refused.body).toContain('name="seen-0" value="2"');
    expect((await store.commentary.at(key()))?.text).toBe('Three posts were vacant.');
    await send(server, at(place), cause('Two posts were vacant, since filled.', 2, { act: 'save' }));
    expect((await store.commentary.at(key()))?.version).toBe(3);
  });

  it('that somebody else changed, and this person did not, stands in nobody’s way', async () => {
    const { server, store } = on;
    await send(server, at(place), cause('Two posts were vacant.', 0, { act: 'save' }));
    const text = { authorRole: 'Team manager', quoted: [], causes: [], text: 'Three posts were vacant.' };
    await store.commentary.write(key(), text, 1, act('author'));
    const both = { 'heading-1': 'Action', 'seen-1': '0', 'text-1': 'Recruit.' };
    const saved = await send(server, at(place), { ...cause('Two posts were vacant.', 1, { act: 'save' }), ...both });
    expect(saved.statusCode).toBe(303);
    expect((await store.commentary.at(key()))?.text).toBe('Three posts were vacant.');
    expect((await store.commentary.at(key('Action')))?.text).toBe('Recruit.');
  });

  it('with something doubtful is submitted once a person says that they have looked; a name is told beside the words', async () => {
    const { server, store } = on;
    const words = 'Since Aoife Brennan left, it has improved.';
    const first = await send(server, at(place), cause(words, 0, { act: 'submit' }));
    expect(first.statusCode).toBe(400);
    const told = wordsOf(first.body);
    expect(told).toContain('“Aoife Brennan” may be the name of a person. Name a role or a team;');
    expect(told).toContain('Look at what the checks tell of the words');
    expect(await store.commentary.at(key())).toBeNull();
    await send(server, at(place), cause(words, 0, { act: 'submit', looked: 'yes' }));
    expect((await store.commentary.at(key()))?.state).toBe('submitted');
  });

  it('takes sentences of the figures as tokens, and quoted figures with their day and causes', async () => {
    const { server, store } = on;
    const html = await page(server, at(place));
    const offered = /name="facts" type="checkbox" value="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(offered).toContain('{value:re-referrals}');
    const inserted = await send(server, at(place), cause('Now:', 0, { act: 'insert', facts: offered, into: '0' }));
    expect(inserted.body).toContain(`>Now: ${offered}</textarea>`);
    expect(await store.commentary.at(key())).toBeNull();

    const quoted = { 'quoted-0-0-text': '105', 'quoted-0-0-as-at': '2026-11-20', 'quoted-0-0-source': 'case system' };
    const undated = await send(
      server,
      at(place),
      cause('Now 105.', 0, { act: 'save', ...quoted, 'quoted-0-0-as-at': '' }),
    );
    expect([undated.statusCode, wordsOf(undated.body)]).toEqual([
      400,
      expect.stringContaining('Enter the day as at which 105 was'),
    ]);
    const absent = await send(server, at(place), cause('Now 1,105.', 0, { act: 'save', ...quoted }));
    expect(wordsOf(absent.body)).toContain('105 does not stand in the words under Cause');
    await send(server, at(place), cause('Now 105.', 0, { act: 'save', ...quoted, 'causes-0': ['vacancies'] }));
    expect(await store.commentary.at(key())).toMatchObject({
      quoted: [{ text: '105', asAt: '2026-11-20', source: 'case system' }],
      causes: ['vacancies'],
    });
    expect(wordsOf(await page(server, at(place)))).toContain('Now 105 (as at 20 November 2026, case system).');
  });

  it('stands in a second place by reference, and is changed where it was written', async () => {
    const { server, store } = on;
    await send(server, at(place), cause('Two posts were vacant.', 0, { act: 'save' }));
    const second = at('/commentary/scorecard/2026-10/CTY/assessments-45-days');
    const form = { act: 'share', from: '["re-referrals","CTY","Cause"]', headings: '0 Cause', 'seen-0': '0' };
    expect((await send(server, second, form)).headers.location).toBe(`${second}?done=share`);
    const shared = wordsOf(await page(server, second));
    expect(shared).toContain('These are the words written under Cause elsewhere in scorecard.');
    expect(shared).toContain('Two posts were vacant.');
    await send(server, at(place), cause('They are filled.', 1, { act: 'save' }));
    expect((await store.commentary.at(key('Cause', 'assessments-45-days')))?.text).toBe('They are filled.');
    const nothing = await send(server, second, { ...form, from: '["re-referrals","CTY","Effect"]', 'seen-0': '1' });
    expect(nothing.statusCode).toBe(409);
  });

  it('on the report as a whole has its own page; a report or indicator that prints none has none', async () => {
    const { server } = on;
    expect(wordsOf(await page(server, at('/commentary/scorecard/2026-10/CTY')))).toContain('Words under Summary');
    for (const path of ['/commentary/other/2026-10/CTY', '/commentary/scorecard/2026-10/CTY/cla-rate']) {
      expect((await server.inject(at(path))).statusCode, path).toBe(404);
    }
  });

  it('runs nothing that is written into it, wherever it is shown', async () => {
    const { server, store } = on;
    const evil = '<script>alert(1)</script><img src=x onerror=alert(2)>';
    const quoted = { 'quoted-0-0-text': evil, 'quoted-0-0-as-at': '2026-11-20', 'quoted-0-0-source': evil };
    await send(server, at(place), { ...cause(evil, 0, { act: 'submit', looked: 'yes', ...quoted }), role: evil });
    await send(server, at(place), { act: 'return', headings: '0 Cause', 'seen-0': '2', why: evil });
    const where = { month: key().month, unit: 'CTY', report: 'scorecard', indicator: 're-referrals' };
    await send(server, '/commentary/actions', { ...where, text: evil, owner: evil, due: '' });
    const [action] = await store.actions.list({ report: 'scorecard', month: key().month, unit: 'CTY' });
    expect(action?.text).toBe(evil);
    const paths = [
      place,
      '/commentary?month=2026-10',
      `/commentary/actions/${action?.number}?month=2026-10`,
      '/indicators/re-referrals?month=2026-10',
    ];
    for (const path of paths) {
      const html = await page(server, at(path));
      expect(html, path).not.toMatch(/<script|<img/);
      expect(html, path).toContain('&lt;script>');
    }
  });
});

describe('the list', () => {
  it('says of each indicator whether words are required, whose they are, and where they stand', async () => {
    const { server } = on;
    await send(server, at(place), cause('Two posts were vacant.', 0, { act: 'save' }));
    const html = await page(server, at('/commentary?month=2026-10'));
    const row = wordsOf(/<tr>(?:(?!<tr>)[\s\S])*?re-referrals[\s\S]*?<\/tr>/.exec(html)?.[0] ?? '');
    expect(row).toMatch(
      /Required .*Draft Cause: draft; Action, Effect for children and Forecast: not written Head of assessment/,
    );
    expect(wordsOf(html)).toMatch(/· due by \d+ \w+ 2026|· due by \d+ \w+ 2025/);
  });
});
