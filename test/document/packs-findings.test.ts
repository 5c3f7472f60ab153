import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Finding, reportFindings } from '../../src/document/index.ts';
import { openFigures } from '../../src/measure/index.ts';
import { readPack } from '../../src/pack/index.ts';
import { givenBeside } from '../../src/reporting/beside.ts';

let data = '';
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'outturn-findings-'));
});
afterAll(() => rm(data, { recursive: true, force: true }));

/** What is found in the report of a pack of collected figures. */
async function found(name: string, report: string, month: string): Promise<readonly Finding[]> {
  const { pack } = await readPack(name, { packsFolder: join(import.meta.dirname, '../../packs') });
  const definition = pack?.reports.get(report);
  if (pack === null || definition === undefined) throw new Error(`${name} has faults`);
  const figures = await openFigures({ data, pack, months: { last: month, count: 60 } });
  try {
    const unit = figures.units(month).find(({ parent }) => parent === null)?.code ?? '';
    const beside = (id: string, at: string) => givenBeside(pack, id, at);
    const common = { comments: pack.comments, faults: null, lastEdition: null };
    return reportFindings({ figures, report: definition, unit, month, beside, ...common });
  } finally {
    await figures.close();
  }
}

const printed = (findings: readonly Finding[]): string[] =>
  findings.flatMap(({ about, where, says }) => (about === 'print' ? [`${where}: ${says}`] : []));

describe('the published reports', () => {
  it('Birmingham, October 2018: two misprinted ratios, and two sentences that their figures contradict', async () => {
    const all = printed(await found('birmingham-2018', 'contract-report', '2018-10'));
    expect(all).toHaveLength(4);
    expect(all.map((line) => line.replace(/^.*\((KPI \d+), [^)]*\): /, '$1: '))).toEqual([
      'KPI 7: 67% is printed, but 466 of 680 is 68.5%.',
      'KPI 5: 77% is printed, but 124 of 160 is 77.5%.',
      'KPI 1: “Meets target” is said, and by the rule it is “Within tolerance”: 84.6% against a target of 85%.',
      expect.stringMatching(/^KPI 2: It is said that the number fell, but it rose: 24% in October 2018 after 22% /),
    ]);
  });

  it('Cafcass, July 2008: an increase that fell, and an area on target below it', async () => {
    expect(printed(await found('cafcass-2008', 'board', '2008-07'))).toEqual([
      expect.stringMatching(
        /It is said that the number rose, but it fell: 1,607 in July 2008 after 2,157 \(July 2007\)\.$/,
      ),
      expect.stringMatching(
        /“Target met” is said, and by the rule it is “Target missed”: 92\.1% against a target of 95\.0%\.$/,
      ),
    ]);
  });

  it('Kent, May 2014: two pages without the outturn that the scorecard has; no red indicator without a comment', async () => {
    const all = await found('kent-2014', 'scorecard', '2014-05');
    expect(printed(all)).toEqual([
      expect.stringMatching(/“n\/a” is printed, and the figure is 317\.$/),
      expect.stringMatching(/“n\/a” is printed, and the figure is 0\.$/),
    ]);
    expect(all.filter(({ about }) => about === 'commentary')).toEqual([]);
    expect(all.filter(({ about }) => about === 'figures')).toEqual([]);
  });

  it('the trust, December 2019: three trend words that no rule gives', async () => {
    const all = printed(await found('trust-2019', 'contract', '2019-12'));
    expect(all.map((line) => line.replace(/^.*\): /, ''))).toEqual([
      'The trend is said to be “Stable”, and by the rule it is “Improving”.',
      'The trend is said to be “Stable”, and by the rule it is “Declining”.',
      'The trend is said to be “Improving”, and by the rule it is “Stable”.',
    ]);
  });
});
