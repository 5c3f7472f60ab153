import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Benchmarks } from '../../src/benchmark/index.ts';
import { openBenchmarks } from '../../src/benchmark/index.ts';
import { withBenchmarks } from '../../src/cli/benchmarked.ts';
import type { Figures } from '../../src/measure/index.ts';
import { files, library, loaded, temporaryFolder } from '../benchmark/published.ts';
import { comparedDouble } from './benchmarks-double.ts';
import { figuresDouble, reportOf } from './figures-double.ts';
import { testServer } from './started.ts';

/** The text of a page, without its markup. */
const textOf = (body: string): string => body.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const kent = 'E10000016';
const page = '/indicators/re-referrals';

/** The invented county with the published figures that the library names, under Kent's code. */
async function asKent(): Promise<Figures> {
  const figures = figuresDouble();
  return {
    ...figures,
    pack: { ...figures.pack, benchmarks: (await library()).benchmarks },
    authorityOf: () => kent,
  };
}

async function textWith(figures: Figures, benchmarks: Benchmarks | null, url: string): Promise<string> {
  const { server } = await testServer({ figures: () => figures, benchmarks: () => benchmarks });
  onTestFinished(() => server.close());
  return textOf((await server.inject(url)).body);
}

describe('with published files', () => {
  let figures: Figures;
  let benchmarks: Benchmarks;
  beforeAll(async () => {
    figures = await asKent();
    const data = mkdtempSync(join(tmpdir(), 'outturn-sections-'));
    await loaded(data, files('c1_children_in_need_referrals_and_rereferrals_2013_to_2025', 'sn_model', 'la_lookup'));
    benchmarks = await openBenchmarks({ data, pack: figures.pack });
    return () => rmSync(data, { recursive: true });
  });

  it('sets a figure beside its own authority, England, its region and its neighbours, with period, release and why they differ', async () => {
    const text = await textWith(figures, benchmarks, `${page}?month=2026-10`);
    expect(text).toMatch(/Kent, as published 21\.6% \S+ percentage points (higher|lower) year ending 31 March 2025 No/);
    expect(text).toMatch(/England 22\.6% .{10,60} year ending 31 March 2025/);
    expect(text).toMatch(/South East 28\.4%/);
    expect(text).toMatch(/Statistical neighbours, mean of 10 20\.5%/);
    expect(text).toMatch(/Statistical neighbours, median of 10 21\.0%/);
    expect(text).toContain('The published figure covers a full year, 1 April 2024 to 31 March 2025; this indicator');
    expect(text).toContain('Release c1_children_in_need_referrals_and_rereferrals_2013_to_2025 (to 2025)');
  });

  it('calls a full year beside a full year like for like, and says on the page of a team that it is of whole authorities', async () => {
    expect(await textWith(figures, benchmarks, `${page}?month=2026-03`)).toMatch(/England 22\.6% .{10,60} 2025 Yes/);
    const team = await textWith(figures, benchmarks, `${page}?unit=T11`);
    expect(team).toContain('Published figures for whole authorities');
    expect(team).toContain('Kent, as published 21.6%');
  });

  it('draws a target that follows a published figure and says which', async () => {
    const follows = {
      indicator: 're-referrals',
      from: '2020-04-01',
      benchmark: 'england' as const,
      set_by: 'Director',
      reason: 'x',
    };
    const targets = [...figures.pack.targets.filter(({ indicator }) => indicator !== 're-referrals'), follows];
    const following = withBenchmarks({ ...figures, pack: { ...figures.pack, targets } }, benchmarks);
    const { server } = await testServer({ figures: () => following });
    const { body } = await server.inject(page);
    expect(textOf(body)).toContain('The target follows another figure: England, year ending 31 March 2025.');
    expect(body).toMatch(/<path class="line-target" d="M[^"]*L/);
    expect(body).toContain('Target 22.6%');
  });
});

it('says how many neighbours had a figure, whose release another is, and gives each note once', async () => {
  const { figures, benchmarks } = comparedDouble();
  const text = await textWith(figures, benchmarks, page);
  expect(text).toContain('Statistical neighbours, mean of 9 of 10 neighbours');
  expect(text).toMatch(/County, as published not available – year ending 31 March 2025 No \(a, b\)/);
  expect(text).toContain('Release referrals_2013_to_2024 (to 2024) (Yorkshire and The Humber)');
  expect(text.match(/The published figure covers a full year/g)).toHaveLength(1);
});

describe('without published files', () => {
  it('says nothing of them, or in a line how to load them where the pack names one', async () => {
    const figures = await asKent();
    expect(await textWith(figures, null, page)).not.toContain('Compared with');
    const empty = await openBenchmarks({ data: temporaryFolder(), pack: figures.pack });
    expect(await textWith(figures, empty, page)).toContain('Load it with: outturn benchmarks load');
    expect(await textWith(figures, empty, '/indicators/cp-reviews-on-time')).not.toContain('Compared with');
  });
});

describe('an indicator page', () => {
  it('says why rolling figures have no usual range, and takes a year to date apart into its months', async () => {
    const rolling = await textWith(figuresDouble(), null, '/indicators/referrals-rate');
    expect(rolling).toContain('No usual range is taken: rolling figures share their months');
    expect(rolling).not.toContain('2.66');
    const yearToDate = await textWith(figuresDouble(), null, page);
    expect(yearToDate).toContain('each month alone, taken out of the year to date');
    expect(yearToDate).toMatch(/October 2026 alone \(\d/);
  });

  it('begins the usual range anew where the definition changes, with trial limits while there are few points', async () => {
    const text = await textWith(figuresDouble(), null, '/indicators/assessments-overdue');
    expect(text).toContain(
      'The range begins anew in February 2026 (the definition changed): Drafts are no longer counted.',
    );
    expect(text).toContain('These are trial limits: they rest on 9 points, and limits that stand take 12.');
  });

  it('sets the same month last year beside the month before and the outturn, each month once', async () => {
    const text = await textWith(figuresDouble(), null, `${page}?month=2026-10`);
    for (const name of [
      /on September 2026/,
      /on the outturn of March 2026/,
      /on the same month last year, October 2025/,
    ])
      expect(text).toMatch(name);
    const march = await textWith(figuresDouble(), null, `${page}?month=2026-03`);
    expect(march).toContain('the outturn of March 2025');
    expect(march).not.toContain('same month last year');
  });
});

it('takes the words for statuses from the label set that the report names', async () => {
  const report = reportOf({
    id: 'board',
    title: 'Board scorecard',
    kind: 'scorecard',
    groups: [{ title: 'First', indicators: ['cla-reviews-on-time', 're-referrals', 'cp-reviews-on-time'] }],
    'status-labels': { met: 'Green', near: 'Amber', away: 'Red', none: 'No RAG rating' },
    'label-set': 'faces',
  });
  const figures = figuresDouble({ report });
  const { labels } = await library();
  const text = await textWith({ ...figures, pack: { ...figures.pack, labels } }, null, '/scorecard');
  expect(text).toMatch(/Target met|On the way to target|Target missed/);
  expect(text).not.toMatch(/Green|Amber|Red\b/);
});
