import type { Benchmarks } from '../benchmark/index.ts';
import type { Day } from '../calendar/index.ts';
import type { JudgementSource } from '../judgement/index.ts';
import type { Figures } from '../measure/index.ts';

/** Gives figures the published ones that targets may follow: for every unit those of its authority. */
export function withBenchmarks<F extends Figures>(
  figures: F,
  benchmarks: Pick<Benchmarks, 'targetLookUp'>,
): F & Required<Pick<JudgementSource, 'benchmark'>> {
  return Object.assign(figures, {
    benchmark: (indicator: string, unit: string, day: Day, group: string) => {
      const authority = figures.authorityOf?.(unit) ?? null;
      return authority === null ? null : benchmarks.targetLookUp(authority)(indicator, unit, day, group);
    },
  });
}
