/** Numbers of cases that everything else is added up from: of a team, in a month, in the numerator or not. */
export interface Atom {
  readonly truth: number;
}

/** What is printed, or what is wanted: a sum of atoms; or a percentage of one sum in another. */
export interface Sum {
  readonly name: string;
  readonly atoms: readonly number[];
}

export type Told =
  | { readonly kind: 'sum'; readonly sum: Sum; readonly low: number; readonly high: number }
  /** 100 × part / whole, rounded half up to so many decimals. */
  | {
      readonly kind: 'percent';
      readonly part: Sum;
      readonly whole: Sum;
      readonly printed: number;
      readonly decimals: number;
    };

export type Verdict = 'has another value' | 'pinned' | 'undecided';

const roundedTo = (value: number, decimals: number): number => Math.floor(value * 10 ** decimals + 0.5 + 1e-9);
export const printedAs = (part: number, whole: number, decimals: number): number =>
  roundedTo((100 * part) / whole, decimals);

/** Atoms in an order in which what is told can be held against them early: those of the shortest unfinished sum next. */
function inOrder(atoms: readonly Atom[], told: readonly Told[], target: Sum): number[] {
  const order = new Set(target.atoms);
  const known = told
    .filter((one) => one.kind === 'percent' || Number.isFinite(one.high))
    .map((one) => (one.kind === 'sum' ? one.sum.atoms : [...one.part.atoms, ...one.whole.atoms]));
  for (;;) {
    const open = known
      .map((sum) => [...new Set(sum)].filter((atom) => !order.has(atom)))
      .filter((sum) => sum.length > 0);
    const next = open.toSorted((a, b) => a.length - b.length)[0];
    if (next === undefined) break;
    for (const atom of next) order.add(atom);
  }
  for (const atom of atoms.keys()) order.add(atom);
  return [...order];
}

/**
 * Brute force: goes through all whole numbers for the atoms, none above `most`, that agree with all that is told, until one gives
 * the target another value than the true one. Knows nothing of how anything was suppressed.
 */
export function attack(
  atoms: readonly Atom[],
  told: readonly Told[],
  target: Sum,
  most: number,
  patience = 3_000_000,
): Verdict {
  const order = inOrder(atoms, told, target);
  const place = new Map(order.map((atom, index) => [atom, index]));
  const sums = told.filter((one) => one.kind === 'sum');
  const bySum = order.map((atom) => sums.flatMap((one, index) => (one.sum.atoms.includes(atom) ? [index] : [])));
  const soFar = sums.map(() => 0);
  const unset = sums.map(({ sum }) => sum.atoms.length);
  const lastOf = (indexes: readonly number[]) => Math.max(...indexes.map((atom) => place.get(atom) as number));
  const percents = told.filter((one) => one.kind === 'percent');
  const percentsAt = order.map((_, at) =>
    percents.filter(({ part, whole }) => lastOf([...part.atoms, ...whole.atoms]) === at),
  );
  const value = atoms.map(() => 0);
  const totalOf = ({ atoms: of }: Sum) => of.reduce((sum, atom) => sum + (value[atom] as number), 0);
  const truth = target.atoms.reduce((sum, atom) => sum + (atoms[atom] as Atom).truth, 0);
  let steps = 0;
  const isFound = (at: number): boolean => {
    if (at === target.atoms.length && totalOf(target) === truth) return false;
    if (at === order.length) return true;
    const atom = order[at] as number;
    const mine = bySum[at] as number[];
    let [low, high] = [0, most];
    for (const index of mine) {
      const { low: from, high: to } = sums[index] as { low: number; high: number };
      high = Math.min(high, to - (soFar[index] as number));
      if (unset[index] === 1) low = Math.max(low, from - (soFar[index] as number));
      else low = Math.max(low, from - (soFar[index] as number) - most * ((unset[index] as number) - 1));
    }
    const true_ = (atoms[atom] as Atom).truth;
    const candidates = Array.from({ length: Math.max(0, high - low + 1) }, (_, index) => low + index);
    candidates.sort((a, b) => Math.abs(a - true_) - Math.abs(b - true_));
    for (const candidate of candidates) {
      if (++steps > patience) return false;
      value[atom] = candidate;
      for (const index of mine) {
        (soFar[index] as number) += candidate;
        (unset[index] as number)--;
      }
      const agrees = (percentsAt[at] as typeof percents).every(({ part, whole, printed, decimals }) => {
        const [n, d] = [totalOf(part), totalOf(whole)];
        return d > 0 && printedAs(n, d, decimals) === printed;
      });
      if (agrees && isFound(at + 1)) return true;
      for (const index of mine) {
        (soFar[index] as number) -= candidate;
        (unset[index] as number)++;
      }
    }
    return false;
  };
  if (isFound(0)) return 'has another value';
  return steps > patience ? 'undecided' : 'pinned';
}
