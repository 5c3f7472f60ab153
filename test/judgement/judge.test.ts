import { describe, expect, it } from 'vitest';
import type { JudgementSource } from '../../src/judgement/index.ts';
import { compare, exact, figure, judge } from '../../src/judgement/index.ts';
import type { Observation } from '../../src/measure/observation.ts';
import type { Definition, Indicator, Target, Version } from '../../src/pack/model.ts';

const definition: Definition = {
  title: 'Assessments within 45 working days',
  theme: 'assessments',
  polarity: 'higher',
  measuredIn: 'percent',
  decimals: 1,
  basis: 'year-to-date',
  list: [],
  findings: [],
  looksBackMonths: 0,
};
const version = (over: Partial<Version>): Version => ({
  from: null,
  note: '',
  comparable: true,
  definition,
  hash: '',
  needs: new Map(),
  ...over,
});
const targets: Target[] = [
  { indicator: 'a', from: '2014-04-01', target: 85, amber: 70, set_by: 'Director', reason: 'Plan' },
];

/** Numerators and denominators by month. */
function source(sums: Record<string, [number, number]>, versions: Version[] = [version({})]): JudgementSource {
  const indicator: Indicator = { id: 'a', versions };
  return {
    pack: { indicators: new Map([['a', indicator]]), targets, financialYearStart: 4 },
    observation: (id, unit, month): Observation | undefined => {
      const found = sums[month];
      if (found === undefined) return undefined;
      const [numerator, denominator] = found;
      const common = { indicator: id, unit, month, numerator, denominator };
      return denominator === 0
        ? { ...common, value: null, state: 'no-cases', reason: 'No assessments.' }
        : { ...common, value: (numerator / denominator) * 100, state: 'value', reason: null };
    },
  };
}

describe('judge', () => {
  it('sets a figure beside its target, the month before and the March that ended the last year', () => {
    const judged = judge(
      source({ '2014-05': [2080, 2817], '2014-04': [718, 1000], '2014-03': [729, 1000] }),
      'a',
      'KENT',
      '2014-05',
    );
    expect(judged).toMatchObject({
      status: 'near',
      statusReason: null,
      directionFromPrevious: 'better',
      directionFromOutturn: 'better',
      smallDenominator: false,
    });
    expect([judged.previous.month, judged.outturn.month]).toEqual(['2014-04', '2014-03']);
  });

  it.each([
    ['2015-03', '2014-03'],
    ['2015-04', '2015-03'],
    ['2015-01', '2014-03'],
  ])('takes as the outturn of %s that of %s', (month, outturn) => {
    expect(judge(source({}), 'a', 'KENT', month).outturn.month).toBe(outturn);
  });

  it('gives a month without cases no status and no direction, and says why', () => {
    const judged = judge(source({ '2014-05': [0, 0], '2014-04': [718, 1000] }), 'a', 'KENT', '2014-05');
    expect(judged).toMatchObject({ status: null, statusReason: 'no cases', directionFromPrevious: null, figure: null });
    expect(judge(source({}), 'a', 'KENT', '2014-05').statusReason).toBe('no figure');
    expect(judge(source({ '2014-03': [1, 2] }), 'a', 'KENT', '2014-03').statusReason).toBe('no target');
  });

  it('gives no direction across a change of definition that breaks the series, and one where it does not', () => {
    const sums = { '2014-06': [8, 10], '2014-05': [7, 10], '2014-03': [6, 10] } satisfies Record<
      string,
      [number, number]
    >;
    const broken = [version({}), version({ from: '2014-05-15', comparable: false, note: 'Now counts drafts.' })];
    const june = judge(source(sums, broken), 'a', 'KENT', '2014-06');
    expect(june.directionFromPrevious).toBe('better');
    expect(june.directionFromOutturn).toBeNull();
    expect(june.outturn.brokenBy?.note).toBe('Now counts drafts.');
    const harmless = [version({}), version({ from: '2014-05-15', note: 'Renamed.' })];
    expect(judge(source(sums, harmless), 'a', 'KENT', '2014-06').directionFromOutturn).toBe('better');
  });

  it('judges the exact ratio, not its floating-point image', () => {
    const sums = { '2014-05': [17, 20] } satisfies Record<string, [number, number]>;
    expect(judge(source(sums), 'a', 'KENT', '2014-05').status).toBe('met');
    const fte = { '2014-05': [405.45, 477] } satisfies Record<string, [number, number]>;
    expect(judge(source(fte), 'a', 'KENT', '2014-05').status).toBe('met');
  });

  it('takes the figure from its sums, and a figure that they do not give as it is printed', () => {
    const common = { indicator: 'a', unit: 'X', month: '2014-05', state: 'value', reason: null } as const;
    const image = (29 / 100) * 100;
    expect(image).not.toBe(29);
    const found = figure({ ...common, numerator: 29, denominator: 100, value: image }, 'percent');
    expect(found && compare(found, exact(29))).toBe(0);
    expect(figure({ ...common, numerator: 466, denominator: 680, value: 67 }, 'percent')).toEqual(exact(67));
  });
});
