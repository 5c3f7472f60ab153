import type { Store } from '../../store/index.ts';
import { readEarlier } from '../public/index.ts';
import { type OpenEdition, publicationOf } from '../read-edition.ts';
import { checkSuppression } from '../suppression/index.ts';
import type { Fault } from './fault.ts';

/** Tries once more to undo what a public edition suppressed, with the earlier ones that it was held against. */
export async function checkDisclosure(
  data: string,
  edition: OpenEdition,
  { editions }: Pick<Store, 'editions'>,
): Promise<Fault[]> {
  const { number, kind } = edition.entry;
  if (kind !== 'public') return [];
  const { publication, suppressed, settings, earlier } = await publicationOf(edition);
  const entries = (await Promise.all(earlier.map((one) => editions.at(one)))).filter((one) => one !== null);
  const { together } = await readEarlier(data, entries);
  const reasons = new Map([...suppressed].map((name) => [name, 'small' as const]));
  const { disclosures } = checkSuppression({ ...publication, earlier: together }, reasons, settings);
  return disclosures.map(({ of, because }) => ({
    code: 'disclosed',
    edition: number,
    where: of,
    says: `A count that is not shown could be worked out: ${because.join('; ')}.`,
  }));
}
