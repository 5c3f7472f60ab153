import { BenchmarkRefusal } from '../benchmark/index.ts';
import { EditionError, SuppressionFailed } from '../edition/index.ts';
import { UnfitForm } from '../output/index.ts';
import { openStore, type Store, StoreError, storeAddress } from '../store/index.ts';
import { Refusal } from '../warehouse/index.ts';
import { type Effects, InputError } from './command.ts';

/** Opens the store of a data folder, does a work with it, and closes it; what the work refuses ends the command with a line. */
export async function withStore<T>(data: string, effects: Effects, work: (store: Store) => Promise<T>): Promise<T> {
  try {
    const store = await openStore(storeAddress(data, process.env.OUTTURN_STORE), effects.now());
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } catch (error) {
    const refused = [EditionError, SuppressionFailed, StoreError, Refusal, BenchmarkRefusal, UnfitForm].some(
      (kind) => error instanceof kind,
    );
    if (refused && error instanceof Error) throw new InputError(error.message);
    throw error;
  }
}
