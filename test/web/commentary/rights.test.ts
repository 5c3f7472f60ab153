import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOf, here, type SignedInServer, signedInServer } from '../access/signed-in.ts';
import { figuresDouble } from '../figures-double.ts';
import { wordsOf } from './forms.ts';
import { report } from './ground.ts';

let on: SignedInServer;
type Session = Awaited<ReturnType<SignedInServer['session']>>;
const who: Record<string, Session> = {};
const url = (unit: string): string => `/commentary/scorecard/2026-10/${unit}/re-referrals`;

beforeAll(async () => {
  const figures = figuresDouble({ report });
  on = await signedInServer('accounts: true', { figures: () => figures });
  for (const [name, role, unit] of [
    ['reader', 'reader', '*'],
    ['author', 'author', 'D1'],
    ['approver', 'approver', 'D1'],
    ['last', 'second-approver', 'D1'],
  ] as const) {
    who[name] = await on.session(await on.person(name, [{ role, unit }]));
  }
});
afterAll(() => on.close());

const get = async (name: string, path: string) =>
  on.server.inject({ url: path, headers: { ...here, cookie: who[name]?.cookie ?? '' } });
const post = async (name: string, path: string, fields: Readonly<Record<string, string>>, token = true) => {
  const { payload, headers } = formOf({ ...fields, ...(token && { csrf: who[name]?.token ?? '' }) });
  return on.server.inject({
    method: 'POST',
    url: path,
    payload,
    headers: { ...headers, cookie: who[name]?.cookie ?? '' },
  });
};
const words = { 'heading-0': 'Cause', 'seen-0': '0', 'text-0': 'Two posts were vacant.', role: 'Team manager' };
const at = { report: 'scorecard', indicator: 're-referrals', unit: 'D1', month: '2026-10', heading: 'Cause' };

describe('what a person may do with commentary', () => {
  it('is written by authors of the unit alone, from forms of this site', async () => {
    expect((await post('reader', url('D1'), { ...words, act: 'save' })).statusCode).toBe(403);
    expect((await post('last', url('D1'), { ...words, act: 'save' })).statusCode).toBe(403);
    expect((await post('author', url('D2'), { ...words, act: 'save' })).statusCode).toBe(403);
    expect((await post('author', url('D1'), { ...words, act: 'save' }, false)).statusCode).toBe(403);
    expect(await on.store.commentary.list({ report: 'scorecard', month: '2026-10' })).toEqual([]);
    expect((await post('author', url('D1'), { ...words, act: 'submit' })).statusCode).toBe(303);
    expect(await on.store.commentary.at(at)).toMatchObject({ state: 'submitted', role: 'Post of author' });
  });

  it('shows words that are not approved to those who write and approve them, and to nobody else', async () => {
    for (const path of [
      url('D1'),
      '/indicators/re-referrals?unit=D1&month=2026-10',
      '/commentary?unit=D1&month=2026-10',
    ]) {
      const told = wordsOf((await get('reader', path)).body);
      expect(told, path).not.toContain('Two posts were vacant');
      expect(told, path).not.toMatch(/Save draft|Add an action|Approve Cause|Write or approve|History/);
    }
    expect(wordsOf((await get('reader', url('D1'))).body)).toContain('It can be read here once it is approved.');
    for (const name of ['author', 'approver', 'last']) {
      expect(wordsOf((await get(name, url('D1'))).body), name).toContain('Two posts were vacant.');
    }
    const neighbour = wordsOf((await get('author', url('D2'))).body);
    expect(neighbour).not.toMatch(/Save draft|Add an action/);
  });

  it('is approved by approvers of the unit alone; then everybody reads it', async () => {
    const chosen = { act: 'approve', headings: '0 Cause', 'seen-0': '2' };
    for (const name of ['reader', 'author', 'last']) {
      expect((await post(name, url('D1'), chosen)).statusCode, name).toBe(403);
    }
    expect(wordsOf((await get('author', url('D1'))).body)).not.toContain('Return with the reason');
    expect((await post('approver', url('D1'), chosen)).statusCode).toBe(303);
    for (const path of [
      url('D1'),
      '/indicators/re-referrals?unit=D1&month=2026-10',
      '/reports/scorecard?unit=D1&month=2026-10',
    ]) {
      expect(wordsOf((await get('reader', path)).body), path).toContain('Two posts were vacant.');
    }
    const scorecard = (await get('reader', '/scorecard?unit=D1&month=2026-10')).body;
    expect(scorecard.match(/#said/g)).toEqual(['#said']);
    expect(scorecard).toContain('aria-label="Commentary on Referrals with a previous referral within 12 months"');
  });

  it('raises and closes actions of the unit alone, and loses nothing of one that could not be raised', async () => {
    const action = {
      report: 'scorecard',
      month: '2026-10',
      unit: 'D1',
      indicator: 're-referrals',
      owner: 'Head of assessment',
    };
    const whole = { ...action, text: 'Fill the posts', due: '2026-12-01' };
    expect((await post('reader', '/commentary/actions', whole)).statusCode).toBe(403);
    const halfway = await post('author', '/commentary/actions', { ...whole, text: '' });
    expect([halfway.statusCode, halfway.body]).toEqual([400, expect.stringContaining('value="Head of assessment"')]);
    expect((await post('author', '/commentary/actions', whole)).statusCode).toBe(303);
    const [raised] = await on.store.actions.list({ report: 'scorecard', month: '2026-11', unit: 'D1' });
    const own = `/commentary/actions/${raised?.number}?month=2026-10`;
    expect((await post('reader', own, { act: 'done', seen: '1' })).statusCode).toBe(403);
    expect((await post('author', own, { act: 'drop', seen: '1', why: '' })).statusCode).toBe(400);
    const revised = { act: 'write', seen: '1', text: 'Fill both posts', owner: 'Head of service', due: '' };
    expect((await post('author', own, revised)).statusCode).toBe(303);
    const stale = await post('author', own, { ...revised, text: 'Fill all posts' });
    expect([stale.statusCode, stale.body]).toEqual([409, expect.stringContaining('>Fill all posts</textarea>')]);
    expect((await post('approver', own, { act: 'done', seen: '2' })).statusCode).toBe(303);
    expect(await on.store.actions.list({ report: 'scorecard', month: '2026-11', unit: 'D1' })).toEqual([]);
    expect(wordsOf((await get('author', own)).body)).toContain('Done in October 2026');
  });
});
