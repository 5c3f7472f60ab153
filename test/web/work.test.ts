import readXlsx from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { leftInWords } from '../../src/web/work/words.ts';
import { figuresDouble } from './figures-double.ts';
import { testServer } from './started.ts';

const rowsIn = (body: string): number => body.match(/<th scope="row">T?[^<]*-=?\d</g)?.length ?? 0;

describe('the time that is left', () => {
  it('is said in the days that the rule counts, and a day that is past is late whatever they are', () => {
    const words = (dueOn: string, left: number, counts: 'days' | 'working-days' = 'working-days') =>
      leftInWords({ dueOn, left, counts }, '2026-10-31');
    expect(words('2026-10-28', -2)).toBe('2 working days late');
    expect(words('2026-10-30', 0)).toBe('late, by no working day yet');
    expect(words('2026-10-31', 0, 'days')).toBe('last day');
    expect(words('2026-11-01', 1, 'days')).toBe('1 day left');
    expect(words('2030-10-31', 1461, 'days')).toBe('1,461 days left');
  });
});

describe('a work list', () => {
  it('shows what is late and what is due in 28 days, the oldest first, and how late work moves the figure', async () => {
    const { server } = await testServer();
    const { body } = await server.inject('/work?unit=T11');
    expect(rowsIn(body)).toBe(4);
    const order = ['3 working days late', '1 working day left', '2 working days left', '20 days left'];
    const at = order.map((words) => body.indexOf(words));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
    const figure = figuresDouble().observation('cp-reviews-on-time', 'T11', '2026-10');
    // The cases of the double are events: the next one joins those that are counted.
    const swing = Math.round(1000 / ((figure?.denominator ?? 0) + 1)) / 10;
    expect(body).toContain(`${swing} points lower`);
    expect(body).toContain('The extract has no table supervisions');
  });

  it('is narrowed by unit, indicator, worker and day, and says in numbers what became of it', async () => {
    const { server } = await testServer();
    const count = async (query: string) => rowsIn((await server.inject(`/work?${query}`)).body);
    expect(await count('unit=D1')).toBe(12);
    expect(await count('unit=D1&when=late')).toBe(3);
    expect(await count('unit=D1&when=all')).toBe(15);
    expect(await count('unit=D1&indicator=cp-seen-20-days')).toBe(3);
    expect(await count('unit=D1&worker=W-T11-0&when=all')).toBe(3);
    expect(await count('unit=not-attributed&worker=none&when=all')).toBe(5);
    const { body } = await server.inject('/work?unit=T11');
    expect(body.replaceAll(/\s+/g, ' ')).toContain(
      '30 September 2026: one case has left the list, of which none was late by then already, and one is new',
    );
  });

  it('gives the same list as CSV and as a workbook, formulas disarmed', async () => {
    const { server } = await testServer();
    const csv = await server.inject('/work.csv?unit=T11&when=all');
    const lines = csv.body.trim().split('\r\n');
    expect(lines).toHaveLength(6);
    expect(lines[1]).toBe(
      `2026-10-27,-3,working days,assessments-45-days,Assessments completed within 45 working days,${lines[1]?.split(',')[5]},T11-0,PT110,T11,Coast assessment,W-T11-0`,
    );
    expect(csv.headers['content-disposition']).toBe('attachment; filename="work_T11_2026-10-31.csv"');
    const xlsx = await server.inject('/work.xlsx?unit=T11&when=all');
    const [{ data: sheet }] = (await readXlsx(xlsx.rawPayload)) as unknown as [{ data: unknown[][] }];
    expect(sheet).toHaveLength(6);
    expect(sheet[1]?.slice(0, 4)).toEqual(['2026-10-27', -3, 'working days', 'assessments-45-days']);
  });

  it('is on record before it is shown, is never kept, and stays closed over real children', async () => {
    const { server, audited } = await testServer();
    const { headers } = await server.inject('/work?unit=T11&when=late&indicator=assessments-45-days');
    expect(headers['cache-control']).toBe('no-store');
    expect(audited).toEqual([
      {
        at: new Date('2026-11-04T10:00:00Z'),
        who: 'local',
        post: 'On this computer',
        what: 'work list',
        unit: 'T11',
        month: '2026-10',
        list: 'late, assessments-45-days',
        cases: 1,
      },
    ]);
    const failing = await testServer({ audit: () => Promise.reject(new Error('disk full')) });
    expect((await failing.server.inject('/work?unit=T11')).body).not.toContain('T11-0');
    const real = figuresDouble({ synthetic: false });
    const closed = await testServer({ figures: () => real });
    expect((await closed.server.inject('/work')).statusCode).toBe(403);
  });

  it.each(['/work?unit=XX', '/work?when=soon', '/work?page=0', '/work?unit=T11&unit=T12'])(
    '%s is a page that says what is wrong',
    async (url) => {
      const { server } = await testServer();
      const { statusCode, body } = await server.inject(url);
      expect([400, 404]).toContain(statusCode);
      expect(body).toContain('<h1');
    },
  );
});
