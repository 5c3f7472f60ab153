import type { ReportInput } from '../document/index.ts';
import { judge } from '../judgement/index.ts';
import type { KeptInputs } from './inputs.ts';
import { figureKey, type KeptFigure, type KeptJudgement } from './kept-figures.ts';

type Figures = ReportInput['figures'];

/** An input that remembers what was asked of it: that alone is what the document rests on. */
export interface RecordedInput {
  readonly input: ReportInput;
  figures(): KeptFigure[];
  /** Of the figures of the report's month, by the input's own figures and targets. */
  judgements(): KeptJudgement[];
  beside(): Pick<KeptInputs, 'beside' | 'benchmarks'>;
}

/**
 * Wraps the input of a report so that what is read can be kept.
 *
 * @param editionOf the edition that a figure comes from; null where it is worked out
 */
export function recordUse(
  input: ReportInput,
  editionOf: (indicator: string, unit: string, month: string) => number | null,
): RecordedInput {
  const used = new Map<string, KeptFigure>();
  const beside = new Map<string, KeptInputs['beside'][number]>();
  const benchmarks = new Map<string, KeptInputs['benchmarks'][number]>();
  const given = input.figures;
  const observation: Figures['observation'] = (indicator, unit, month) => {
    const found = given.observation(indicator, unit, month);
    const key = figureKey(indicator, unit, month);
    if (found && !used.has(key)) used.set(key, { observation: found, from: editionOf(indicator, unit, month) });
    return found;
  };
  const benchmark: Figures['benchmark'] = (indicator, unit, day, group) => {
    const figure = given.benchmark?.(indicator, unit, day, group) ?? null;
    benchmarks.set([indicator, unit, day, group].join('|'), { indicator, unit, day, group, figure });
    return figure;
  };
  const figures = new Proxy(given, {
    get(target, name) {
      if (name === 'observation') return observation;
      if (name === 'benchmark') return target.benchmark && benchmark;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    input: {
      ...input,
      figures,
      beside(indicator, month) {
        const found = input.beside(indicator, month);
        if (found.length > 0) beside.set(`${indicator}|${month}`, { indicator, month, figures: found });
        return found;
      },
    },
    figures: () => [...used.values()],
    judgements: () =>
      [...used.values()]
        .filter(({ observation: { month } }) => month === input.month)
        .map(({ observation: { indicator, unit } }) => judgementOf(given, indicator, unit, input.month)),
    beside: () => ({ beside: [...beside.values()], benchmarks: [...benchmarks.values()] }),
  };
}

/** What is kept of a judgement. */
export function judgementOf(figures: Figures, indicator: string, unit: string, month: string): KeptJudgement {
  const judged = judge(figures, indicator, unit, month);
  const { target } = judged;
  return {
    indicator,
    unit,
    month,
    status: judged.status,
    statusByRule: judged.statusByRule,
    statusReason: judged.statusReason,
    target: target && [target.target, ...(target.target_high === undefined ? [] : [target.target_high])],
    trend: judged.trend,
    fromPrevious: judged.directionFromPrevious,
    fromOutturn: judged.directionFromOutturn,
    fromYearAgo: judged.directionFromYearAgo,
  };
}
