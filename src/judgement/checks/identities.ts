import type { Distribution, Identity } from '../../pack/index.ts';
import type { Exact } from '../exact.ts';
import { absolute, compare, divide, exact, subtract, toNumber, total } from '../exact.ts';
import { formatAmount } from '../format.ts';
import type { Inconsistency } from './inconsistency.ts';

/** A side of an identity: parts of indicators, and numbers. */
export type Term = Identity['left'][number];

const named = (terms: readonly Term[]): string => terms.join(' + ');
const shown = (value: Exact): string => formatAmount(toNumber(value));

/**
 * Whether what must hold between figures does hold, on exact figures.
 *
 * @param findTerm the figure of a term; null where it has none, and then nothing is said
 * @example 1,237 children on a plan by the rate, 1,230 by the length of plans: they count the same children
 */
export function checkIdentity(
  identity: Identity,
  where: string,
  findTerm: (term: Term) => Exact | null,
): Inconsistency | null {
  const sum = (terms: readonly Term[]): Exact | null => {
    const found = terms.map(findTerm).filter((value) => value !== null);
    return found.length === terms.length ? total(found) : null;
  };
  const [left, right] = [sum(identity.left), sum(identity.right)];
  if (left === null || right === null) return null;
  const apart = subtract(left, right);
  const within = exact(identity.within);
  const holds = compare(identity.is === 'equal' ? absolute(apart) : apart, within) <= 0;
  if (holds) return null;
  const must = identity.is === 'equal' ? 'must be equal' : 'must not be more';
  return {
    check: 'identity',
    where,
    says: `${named(identity.left)} is ${shown(left)} and ${named(identity.right)} ${shown(right)}; ${must}: ${identity.because}`,
  };
}

/**
 * Whether the shares of a distribution add up, as far as rounding lets them: each printed share may be half a unit of
 * its last decimal off.
 *
 * @param decimals of the printed shares; null for unrounded ones, which must add up exactly
 * @example 37, 57, 7 and 0% add up to 101: within the rounding of four whole percentages
 */
export function checkDistribution(
  { title, total: whole }: Pick<Distribution, 'title' | 'total'>,
  where: string,
  shares: readonly Exact[],
  decimals: number | null,
): Inconsistency | null {
  const apart = absolute(subtract(total(shares), exact(whole)));
  // Exact shares of one whole still miss it by the last digit of a floating-point figure.
  const each = decimals === null ? exact(1e-9) : divide(exact(1), exact(2 * 10 ** decimals));
  const allowed = total(shares.map(() => each));
  if (compare(apart, allowed) <= 0) return null;
  return {
    check: 'distribution',
    where,
    says: `the shares of ${title} add up to ${shown(total(shares))}, not ${whole}`,
  };
}
