import { BenchmarkRefusal, type Benchmarks, openBenchmarks } from '../benchmark/index.ts';
import type { Day } from '../calendar/index.ts';
import type { JudgementSource } from '../judgement/index.ts';
import type { Figures } from '../measure/index.ts';
import type { Pack } from '../pack/index.ts';
import { Refusal } from '../warehouse/index.ts';
import { InputError } from './command.ts';

/** @throws InputError where the published statistics of the data folder cannot be read. */
export async function benchmarksOf(data: string, pack: Pack): Promise<Benchmarks> {
  try {
    return await openBenchmarks({ data, pack });
  } catch (error) {
    if (error instanceof Refusal || error instanceof BenchmarkRefusal) throw new InputError(error.message);
    throw error;
  }
}

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
