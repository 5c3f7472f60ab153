import { join } from 'node:path';
import { StoreError } from './error.ts';

/** Where a store is: a file of the data folder, or a PostgreSQL database. */
export type StoreAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'postgres'; readonly url: string };

/**
 * Where the store of a data folder is.
 *
 * @param named the setting OUTTURN_STORE; empty: `store.sqlite` in the data folder
 * @throws StoreError `store-address`; the message never repeats the address, which may hold a password.
 */
export function storeAddress(data: string, named: string | undefined): StoreAddress {
  if (named === undefined || named.trim() === '') return { kind: 'sqlite', file: join(data, 'store.sqlite') };
  const url = named.trim();
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return { kind: 'postgres', url };
  throw new StoreError(
    'store-address',
    'OUTTURN_STORE is no address of a store: leave it empty for a file in the data folder, or write postgres://USER@HOST/DATABASE',
  );
}
