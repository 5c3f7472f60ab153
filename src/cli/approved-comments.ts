import { existsSync } from 'node:fs';
import { commentsFor } from '../edition/index.ts';
import type { Comment } from '../pack/index.ts';
import { storeAddress } from '../store/index.ts';
import type { Effects } from './command.ts';
import { withStore } from './store.ts';

/** What people wrote of a report and month, and others approved. A data folder without a store is not given one for it. */
export async function approvedComments(
  data: string,
  report: string,
  month: string,
  effects: Effects,
): Promise<readonly Comment[]> {
  const address = storeAddress(data, process.env.OUTTURN_STORE);
  if (address.kind === 'sqlite' && !existsSync(address.file)) return [];
  return withStore(data, effects, async (store) => (await commentsFor(store, report, month)).approved);
}
