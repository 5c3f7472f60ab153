import { BenchmarkRefusal, type Benchmarks, openBenchmarks } from '../benchmark/index.ts';
import type { Pack } from '../pack/index.ts';
import { Refusal } from '../warehouse/index.ts';
import { InputError } from './command.ts';

export { withBenchmarks } from '../reporting/index.ts';

/** @throws InputError where the published statistics of the data folder cannot be read. */
export async function benchmarksOf(data: string, pack: Pack): Promise<Benchmarks> {
  try {
    return await openBenchmarks({ data, pack });
  } catch (error) {
    if (error instanceof Refusal || error instanceof BenchmarkRefusal) throw new InputError(error.message);
    throw error;
  }
}
