import { describe, expect, it } from 'vitest';
import { figuresDouble, reportOf } from './figures-double.ts';
import { testServer } from './started.ts';

const cases = '/indicators/assessments-45-days/cases';

describe('every answer', () => {
  it.each(['/scorecard', '/nothing', '/healthz', cases])(
    '%s has the headers that keep it to this page',
    async (url) => {
      const { server } = await testServer();
      const { headers } = await server.inject(url);
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['content-security-policy']).not.toMatch(/unsafe|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).not.toContain('script-src');
    },
  );

  it('has no inline style or script, which the policy would refuse', async () => {
    const { server } = await testServer();
    for (const url of ['/scorecard', '/indicators/assessments-overdue?unit=D1', cases, '/data', '/indicators', '/x']) {
      expect((await server.inject(url)).body).not.toMatch(/ style=|<style|<script| on[a-z]+=/);
    }
  });

  it('is refused under a name that is not this computer', async () => {
    const { server } = await testServer();
    const reply = await server.inject({ url: cases, headers: { host: 'evil.example:3000' } });
    expect(reply.statusCode).toBe(400);
    expect(reply.body).not.toContain('T11-0001');
    for (const host of ['127.0.0.1:3000', 'localhost:8080', '[::1]:3000']) {
      expect((await server.inject({ url: '/data', headers: { host } })).statusCode).toBe(200);
    }
  });
});

describe('the scorecard', () => {
  it('is where the address alone leads', async () => {
    const { server } = await testServer();
    expect((await server.inject('/')).headers.location).toBe('/scorecard');
  });

  it('numbers every indicator through all themes, and says of what is not collected why', async () => {
    const { server } = await testServer();
    const { body } = await server.inject('/scorecard');
    expect(body.match(/class="app-row"/g)).toHaveLength(30);
    expect(body.match(/class="app-row__number">\d+</g)?.at(-1)).toContain('>30<');
    expect(body).toContain('The extract has no table supervisions');
    expect(body).toContain('Every child and worker here is synthetic');
  });

  it('counts as many findings as the data page, or says that only reading was looked at', async () => {
    const { server } = await testServer();
    expect((await server.inject('/scorecard')).body).toMatch(/>\s*65 findings on the data\s*</);
    const { quality: _, ...figures } = figuresDouble();
    const unchecked = await testServer({ figures: () => figures });
    expect((await unchecked.server.inject('/scorecard')).body).toContain('415 findings on reading the data');
  });

  it('explains what it uses and nothing else', async () => {
    const { server } = await testServer();
    const october = (await server.inject('/scorecard?month=2026-10')).body;
    expect(october).toContain('initial child protection conference');
    expect(october).not.toContain('NFA');
    expect(october).not.toContain('Early in the year');
    expect((await server.inject('/scorecard?month=2026-05')).body).toContain('Early in the year');
  });

  it('follows the report of the pack: its sections, words and changes', async () => {
    const report = reportOf({
      id: 'board',
      title: 'Board scorecard',
      kind: 'scorecard',
      scope: 'unaccompanied children included',
      groups: [{ title: 'First', indicators: ['cla-reviews-on-time', 're-referrals'] }],
      'status-labels': { met: 'Green', near: 'Amber', away: 'Red', none: 'No RAG rating' },
      changes: ['Re-referrals are new.'],
    });
    const figures = figuresDouble({ report });
    const { server } = await testServer({ figures: () => figures });
    const { body } = await server.inject('/scorecard?report=board');
    expect(body.match(/class="app-row"/g)).toHaveLength(2);
    expect(body).toContain('Board scorecard');
    expect(body).toContain('Amber');
    expect(body).toContain('Re-referrals are new.');
    expect((await server.inject('/scorecard?report=other')).statusCode).toBe(404);
  });
});

describe('what cannot be shown', () => {
  it.each([
    ['/scorecard?month=1999-01', 404, 'There are figures from November 2023 to October 2026'],
    ['/scorecard?month=May', 400, 'A month is written'],
    ['/scorecard?month=2026-13', 400, 'A month is written'],
    ['/scorecard?unit=XX', 404, 'Hills and Vale'],
    ['/scorecard?unit=T11&unit=T12', 400, 'more than once'],
    ['/indicators/nothing', 404, 'All indicators'],
    [`${cases}?page=0`, 400, 'numbered from 1'],
    [`${cases}?show=some`, 400, 'all, yes or no'],
    ['/assets/nothing.css', 404, 'nothing at this address'],
    ['/%E0%A4%A', 400, 'cannot be read'],
  ])('%s answers %d and says what there is', async (url, status, words) => {
    const { server } = await testServer();
    const reply = await server.inject(url);
    expect(reply.statusCode).toBe(status);
    expect(reply.body).toContain(words);
    expect(reply.body).toContain('<h1');
  });

  it('says while figures are being worked out how far they are', async () => {
    const { server } = await testServer({ figures: () => null, progress: () => ({ done: 12, total: 43 }) });
    const reply = await server.inject('/scorecard');
    expect(reply.statusCode).toBe(503);
    expect(reply.body).toContain('12 of 43 indicators are done');
    expect((await server.inject('/healthz')).statusCode).toBe(503);
  });

  it('tells of a failure by number, and never what was in the data', async () => {
    const lines: string[] = [];
    const figures = figuresDouble();
    const broken = { ...figures, cases: () => Promise.reject(new Error('could not read “Jane Doe, born 2015-01-02”')) };
    const { server } = await testServer({ figures: () => broken, report: (line) => lines.push(line) });
    const reply = await server.inject(cases);
    expect(reply.statusCode).toBe(500);
    expect(reply.body + lines.join('')).not.toContain('Jane');
    const number = /failure (\w{8}) at/.exec(lines[0] ?? '')?.[1];
    expect(number !== undefined && reply.body.includes(number)).toBe(true);
  });
});

describe('lists of cases', () => {
  it('are written to the audit before they are shown, and are never kept by the browser', async () => {
    const { server, audited } = await testServer();
    const reply = await server.inject(`${cases}?unit=T11&month=2026-09`);
    expect(reply.headers['cache-control']).toBe('no-store');
    expect(audited).toEqual([
      {
        at: new Date('2026-11-04T10:00:00Z'),
        who: 'local',
        post: 'On this computer',
        what: 'cases',
        indicator: 'assessments-45-days',
        unit: 'T11',
        month: '2026-09',
        cases: Number(/<dt>Cases in the list<\/dt><dd>(\d+)<\/dd>/.exec(reply.body)?.[1]),
      },
    ]);
  });

  it('are not shown when the look cannot be recorded', async () => {
    const { server } = await testServer({ audit: () => Promise.reject(new Error('disk full')) });
    const reply = await server.inject(cases);
    expect(reply.statusCode).toBe(500);
    expect(reply.body).not.toContain('T11-0001');
  });

  it('of real children are refused unless opened, and the page says how', async () => {
    const real = figuresDouble({ synthetic: false });
    const closed = await testServer({ figures: () => real });
    for (const url of [cases, `${cases}.csv`]) {
      const reply = await closed.server.inject(url);
      expect(reply.statusCode).toBe(403);
      expect(reply.body).toContain('outturn serve --open-cases');
      expect(reply.body).not.toContain('T11-0001');
      expect(reply.body).not.toContain('synthetic');
    }
    expect(closed.audited).toEqual([]);
    const open = await testServer({ figures: () => real, openCases: true });
    expect((await open.server.inject(cases)).statusCode).toBe(200);
    expect(open.audited).toHaveLength(1);
  });

  it('give the figure by their weights, for shares, FTE, days and counts', async () => {
    const { server } = await testServer();
    for (const id of ['assessments-45-days', 'posts-agency', 'adoption-days-to-family', 'assessments-overdue']) {
      const { body } = await server.inject(`/indicators/${id}/cases`);
      expect(body, id).toContain('<dd>');
      expect(body, id).not.toContain('does not add up');
    }
    const figures = figuresDouble();
    const wrong = {
      ...figures,
      cases: async (indicator: string, unit: string, month: string) => {
        const list = await figures.cases(indicator, unit, month);
        return { ...list, cases: list.cases.slice(1) };
      },
    };
    const missing = await testServer({ figures: () => wrong });
    expect((await missing.server.inject(cases)).body).toContain('does not add up');
  });

  it('come fifty a page, filtered by numerator, and whole as CSV without formulas', async () => {
    const { server, audited } = await testServer();
    const rows = (body: string): number => body.match(/<th scope="row">/g)?.length ?? 0;
    const all = (await server.inject(cases)).body;
    expect(rows(all)).toBe(50);
    const last = (await server.inject(`${cases}?show=no&page=999`)).body;
    expect(rows(last)).toBeLessThanOrEqual(50);
    expect(last).not.toContain('<td>Yes</td>');
    const csv = await server.inject(`${cases}.csv?show=no`);
    expect(csv.headers['content-disposition']).toContain('assessments-45-days_CTY_2026-10_cases.csv');
    const lines = csv.body.trimEnd().split('\r\n');
    expect(lines[0]).toBe('case_id,unit,date,in_numerator,weight,person_id,started_on,status');
    expect(lines.slice(1).every((line) => line.includes(',false,1,'))).toBe(true);
    expect(csv.body).not.toMatch(/(^|,)"?=/m);
    expect(audited.at(-1)?.what).toBe('cases as CSV');
  });
});
