import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store } from '../store/index.ts';
import { lockFolder } from '../warehouse/index.ts';
import { beginning } from './canonical.ts';
import { clearLeftovers } from './folder.ts';

/** The place of the next edition in the chain. */
export interface NextPlace {
  readonly number: number;
  /** The hash of the edition before it. */
  readonly previous: string;
}

/**
 * Does one publication, alone: one process at a time, after what an earlier one left has been cleared.
 *
 * @throws Refusal locked
 */
export async function publishing<T>(
  data: string,
  { editions }: Pick<Store, 'editions'>,
  work: (place: NextPlace) => Promise<T>,
): Promise<T> {
  const folder = join(data, 'editions');
  await mkdir(folder, { recursive: true });
  const unlock = await lockFolder(folder, { file: 'publish.lock', doing: 'is publishing' });
  try {
    const number = await editions.next();
    await clearLeftovers(data, number - 1);
    return await work({ number, previous: (await editions.at(number - 1))?.contentHash ?? beginning });
  } finally {
    await unlock();
  }
}
