import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/access/index.ts';
import { judge } from '../../src/judgement/index.ts';
import { found } from '../../src/web/home/search.ts';
import { mostTelling } from '../../src/web/units/telling.ts';
import { figuresDouble } from './figures-double.ts';
import { testServer } from './started.ts';

const month = '2026-10';
const rowsOf = (body: string, caption: string): number =>
  (
    body
      .split(caption)[1]
      ?.split('</table>')[0]
      ?.match(/<th scope="row">/g) ?? []
  ).length;

describe('the most telling figures', () => {
  const figures = figuresDouble();
  const all = [...figures.pack.indicators.keys()].map((id) => judge(figures, id, 'T11', month));

  it('are those away from target first, then what got worse, then what moved', () => {
    const telling = mostTelling(all, 30);
    const order = telling.map(({ why }) => ['away', 'worse', 'moved'].indexOf(why));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    const away = all.filter(({ status }) => status === 'away').length;
    expect(telling.filter(({ why }) => why === 'away')).toHaveLength(away);
    expect(away).toBeGreaterThan(0);
    expect(telling.some(({ why }) => why === 'worse')).toBe(true);
    expect(mostTelling(all, 6)).toEqual(telling.slice(0, 6));
  });

  it('do not hold a figure that is not there, and not one that few cases moved before one of many', () => {
    const telling = mostTelling(all, 30);
    expect(telling.every(({ judgement }) => judgement.figure !== null)).toBe(true);
    for (const why of ['away', 'worse', 'moved']) {
      const few = telling.filter((one) => one.why === why).map(({ judgement }) => Number(judgement.smallDenominator));
      expect(few).toEqual(few.toSorted((a, b) => a - b));
    }
  });
});

describe('a home', () => {
  it('shows six figures, what is due in numbers and the units below, and names no case', async () => {
    const { server, audited } = await testServer();
    const { body, headers } = await server.inject('/home?unit=D1');
    expect(body.match(/class="app-card"/g)).toHaveLength(6);
    // Two rules are late or due in 28 days for three teams twice over, the plans are a year off.
    expect(rowsOf(body, 'What is due, by indicator')).toBe(3);
    expect(rowsOf(body, 'Figures by status and direction')).toBe(3);
    expect(body).not.toContain('T11-0');
    expect(audited).toEqual([]);
    expect(headers['cache-control']).toBe('no-store');
  });

  it('has no list of what is due over real children, where nobody signs in', async () => {
    const figures = figuresDouble({ synthetic: false });
    const { server } = await testServer({ figures: () => figures });
    const { body, statusCode } = await server.inject('/home');
    expect(statusCode).toBe(200);
    expect(body).not.toContain('What is due');
  });
});

describe('pages of units', () => {
  it('show a unit with those below it, or beside it where there are none', async () => {
    const { server } = await testServer();
    expect((await server.inject('/units')).body.match(/href="\/units\//g)).toHaveLength(18);
    const team = (await server.inject('/units/T11?month=2026-06')).body;
    expect(team).toContain('Beside the other teams');
    expect(team).toContain('June 2026');
    expect(rowsOf((await server.inject('/units/CTY')).body, 'Figures by status and direction')).toBe(4);
    expect((await server.inject('/units/XX')).statusCode).toBe(404);
  });

  it('compare an indicator over the units right below, or over all teams, in bars, funnel and table', async () => {
    const { server } = await testServer();
    const compare = async (query: string) => (await server.inject(`/compare?unit=CTY&${query}`)).body;
    const right = await compare('indicator=assessments-45-days');
    expect(rowsOf(right, 'the highest first')).toBe(4);
    expect(right.match(/class="app-compare__chart"/g)).toHaveLength(2);
    expect(rowsOf(await compare('indicator=assessments-45-days&level=teams'), 'the highest first')).toBe(12);
    // An average has no size that a funnel could draw.
    expect((await compare('indicator=caseload-average')).match(/class="app-compare__chart"/g)).toHaveLength(1);
    expect((await server.inject('/compare?indicator=none')).statusCode).toBe(404);
    const figures = figuresDouble();
    for (const unit of ['D1', 'D2', 'D3', 'D4']) {
      const figure = figures.observation('assessments-45-days', unit, month);
      expect(right).toContain(`>${figure?.numerator?.toLocaleString('en-GB')}<`);
    }
  });
});

describe('the search', () => {
  it('finds indicators by title, id and short form, units by name and code, and pages', async () => {
    const { server } = await testServer();
    const titles = async (q: string) =>
      [
        ...(await server.inject(`/search?${new URLSearchParams({ q })}`)).body.matchAll(
          /app-reports__title"[^>]*>([^<]*)</g,
        ),
      ].map(([, title]) => title);
    expect((await titles('assessments 45'))[0]).toBe('Assessments completed within 45 working days');
    expect(await titles('icpcs')).toContain('ICPCs held within 15 working days');
    expect(await titles('cp-seen-20-days')).toEqual(['Children with a CP plan seen in the last 20 working days']);
    expect(await titles('T21')).toEqual(['Hills and Vale assessment']);
    expect(await titles('work list')).toContain('Work list');
    expect(await titles('zebra')).toEqual([]);
    expect(await titles('')).toEqual([]);
  });

  it('writes what was searched for as words, whatever it is', async () => {
    const { server } = await testServer();
    const { body } = await server.inject(`/search?${new URLSearchParams({ q: '"><script>alert(1)</script>' })}`);
    expect(body).not.toContain('<script>');
  });

  it('names no page that whoever asks may not open', () => {
    const figures = figuresDouble();
    const person: Person = {
      id: 'r',
      name: 'Reader',
      post: 'Councillor',
      grants: [{ role: 'reader', unit: '*', from: '2020-01-01', to: null }],
    };
    const asking = { person, day: '2026-11-04', signIn: true, signedIn: true, formToken: null };
    const units = figures.units(month);
    const [chosen] = units;
    if (!chosen) throw new Error('no unit');
    const choice = { figures, month, unit: chosen.code, units, chosen };
    expect(found(choice, 'audit who looked', asking)).toEqual([]);
    expect(found(choice, 'work list', asking)).toEqual([]);
    expect(found(choice, 'scorecard', asking).map(({ href }) => href)).toEqual(['/scorecard']);
  });
});
