import { describe, expect, it } from 'vitest';
import { figuresDouble } from './figures-double.ts';
import { testServer } from './started.ts';

/** The text of a page, without its markup. */
const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the data page', () => {
  it('counts findings by kind, table and team, each leading to its list, and shows how they fall from load to load', async () => {
    const { server } = await testServer();
    const { body } = await server.inject('/data');
    const text = textOf(body);
    expect(text).toContain('65 findings in 5,000 rows');
    expect(body).toContain('href="/data/findings?code=end-before-start"');
    expect(body).toContain('href="/data/findings?table=plans"');
    expect(body).toContain('href="/data/findings?team=T11"');
    expect(body).toContain('href="/data/findings?team=none"');
    expect(text).toMatch(/The end lies before the start 63 Correct the start or the end\./);
    expect(text).toMatch(/All findings 130 65/);
    expect(text).toContain('complete plans 1 April 2020 31 October 2026 5,000'.slice(9));
    expect(text).toContain('Plans reach back less far');
  });

  it('says which indicators the data cannot give at all, and why', async () => {
    const { server } = await testServer();
    const { body } = await server.inject('/data');
    expect(textOf(body)).toContain('one indicator has no figure in any month');
    expect(body).toMatch(/The extract has no table supervisions[\s\S]*indicators\/supervised-in-month/);
  });
});

describe('a list of findings', () => {
  it('is paged, narrowed as asked, and each look is recorded before anything is shown', async () => {
    const { server, audited } = await testServer();
    const first = await server.inject('/data/findings?code=end-before-start');
    expect(textOf(first.body)).toContain('63 findings');
    expect(first.body.match(/<th scope="row"/g)).toHaveLength(50);
    const last = await server.inject('/data/findings?code=end-before-start&page=9');
    expect(last.body.match(/<th scope="row"/g)).toHaveLength(13);
    const none = await server.inject('/data/findings.csv?team=none');
    expect(none.body.trim().split('\r\n')).toHaveLength(1 + 5);
    // A spreadsheet must not take what was delivered for a formula.
    expect(none.body).toContain(",'=K1,");
    expect(audited.map(({ what, list, cases }) => [what, list, cases])).toEqual([
      ['findings', 'code end-before-start', 63],
      ['findings', 'code end-before-start', 63],
      ['findings as CSV', 'team null', 5],
    ]);
    const failing = await testServer({ audit: () => Promise.reject(new Error('disk full')) });
    expect((await failing.server.inject('/data/findings')).body).not.toContain('=K1');
  });

  it('is closed for real children, unless cases are open', async () => {
    const figures = figuresDouble({ synthetic: false });
    const closed = await testServer({ figures: () => figures });
    for (const url of ['/data/findings', '/data/findings.csv']) {
      expect((await closed.server.inject(url)).statusCode).toBe(403);
    }
    expect((await closed.server.inject('/data')).statusCode).toBe(200);
    expect(closed.audited).toEqual([]);
    const open = await testServer({ figures: () => figures, openCases: true });
    expect((await open.server.inject('/data/findings')).statusCode).toBe(200);
  });
});

describe('an indicator page', () => {
  it('says how many of its cases stand on doubtful data, and is silent where none do', async () => {
    const { server } = await testServer();
    const text = textOf((await server.inject('/indicators/assessments-45-days')).body);
    expect(text).toContain('12 of 340 cases stand on doubtful data');
    expect(text).toContain('The end lies before the start : 12 cases');
    expect((await server.inject('/indicators/cin-rate')).body).not.toContain('doubtful');
  });

  it('says why there is no figure and where to see what the data covers', async () => {
    const { server } = await testServer();
    const text = textOf((await server.inject('/indicators/supervised-in-month')).body);
    expect(text).toContain('This data gives no figure for October 2026 The extract has no table supervisions.');
    expect(text).toContain('See what the data covers');
  });
});
