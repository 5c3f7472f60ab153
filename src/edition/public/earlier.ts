import { join } from 'node:path';
import type { Edition, Store } from '../../store/index.ts';
import { publicationOf } from '../read-edition.ts';
import type { EarlierTogether } from '../suppression/index.ts';
import { togetherOf } from './kept-publication.ts';

/** What a public edition is held against. */
export interface EarlierEditions {
  /** Newest first. */
  readonly numbers: readonly number[];
  readonly together: readonly EarlierTogether[];
}

/**
 * The public editions that a new one is held against: of every report the newest so many, corrected ones among them, because
 * what was once shown stays known.
 *
 * @param most how many of each report
 * @throws EditionError `edition-unreadable`: what cannot be read cannot be guarded
 */
export async function earlierEditions(
  data: string,
  { editions }: Pick<Store, 'editions'>,
  most: number,
): Promise<EarlierEditions> {
  const all = (await editions.list({ kind: 'public' })).toReversed();
  const chosen = [...Map.groupBy(all, ({ report }) => report).values()].flatMap((own) => own.slice(0, most));
  return readEarlier(
    data,
    chosen.toSorted((a, b) => b.number - a.number),
  );
}

/** What some public editions showed. */
export async function readEarlier(data: string, entries: readonly Edition[]): Promise<EarlierEditions> {
  const together: EarlierTogether[] = [];
  for (const { number, path } of entries) {
    together.push(togetherOf(await publicationOf({ folder: join(data, path) }), number));
  }
  return { numbers: entries.map(({ number }) => number), together };
}
