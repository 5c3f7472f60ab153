import { type Case, sumsOfCase } from '../../measure/index.ts';
import type { Definition } from '../../pack/index.ts';
import type { CaseChange, ChangeCause, ChangeReason } from './case-change.ts';

/** The cases behind a figure at one time, with what tells why others are not among them. */
export interface CaseSide {
  readonly definition: Definition;
  /** The list of the figure. */
  readonly own: readonly Case[];
  /** The list of the whole authority, in which a case that has moved to another unit still stands. */
  readonly whole: readonly Case[];
  /** The ids, of those that are asked about, that are among the records which the indicator reads. */
  readonly recorded: ReadonlySet<string>;
}

const parts = 10_000;
/** A sum as a whole number of ten-thousandths: what the figures are exact to. */
export const inParts = (sum: number | null): number => Math.round((sum ?? 0) * parts);

/**
 * What became of each case from one list to another. The changes add up to the difference of the sums of the lists without a
 * remainder: every case of either list is in one change, or in none because it counts as it did.
 */
export function compareLists(before: CaseSide, after: CaseSide, cause: ChangeCause): CaseChange[] {
  const ids = new Set([...before.own, ...after.own].map(keyIn(before, after)));
  const [was, is] = [grouped(before.own, keyIn(before, after)), grouped(after.own, keyIn(before, after))];
  const wasElsewhere = new Set(before.whole.map(({ caseId }) => caseId));
  const isElsewhere = new Set(after.whole.map(({ caseId }) => caseId));
  const changes: CaseChange[] = [];
  const change = (one: Case | null, other: Case | null, reason: ChangeReason): void => {
    const earlier = one && sumsOfCase(before.definition, one);
    const later = other && sumsOfCase(after.definition, other);
    const numerator = inParts(later?.numerator ?? 0) - inParts(earlier?.numerator ?? 0);
    const denominator = inParts(later?.denominator ?? 0) - inParts(earlier?.denominator ?? 0);
    if (numerator === 0 && denominator === 0) return;
    changes.push({
      caseId: (one ?? other)?.caseId ?? '',
      reason,
      cause,
      before: one,
      after: other,
      numerator,
      denominator,
    });
  };
  for (const id of [...ids].toSorted()) {
    const [gone, come] = withoutEqual(was.get(id) ?? [], is.get(id) ?? []);
    const both = Math.min(gone.length, come.length);
    for (let place = 0; place < both; place++) {
      const [one, other] = [gone[place] as Case, come[place] as Case];
      change(one, other, one.inNumerator === other.inNumerator ? 'weight-changed' : 'changed-side');
    }
    for (const one of gone.slice(both)) change(one, null, lost(one, isElsewhere, after.recorded));
    for (const other of come.slice(both)) change(null, other, won(other, wasElsewhere, before.recorded));
  }
  return changes;
}

function lost({ caseId }: Case, isElsewhere: ReadonlySet<string>, recorded: ReadonlySet<string>): ChangeReason {
  if (isElsewhere.has(caseId)) return 'moved-out';
  return recorded.has(caseId) ? 'corrected-out' : 'deleted';
}

function won({ caseId }: Case, wasElsewhere: ReadonlySet<string>, recorded: ReadonlySet<string>): ChangeReason {
  if (wasElsewhere.has(caseId)) return 'moved-in';
  return recorded.has(caseId) ? 'corrected-in' : 'recorded-late';
}

const isRatio = ({ denominator }: Definition) => denominator !== undefined && 'from' in denominator;

/** A case is known by its id; where numerator and denominator are lists of different things, by its list as well. */
function keyIn(before: CaseSide, after: CaseSide): (one: Case) => string {
  const apart = isRatio(before.definition) || isRatio(after.definition);
  return ({ caseId, inNumerator }) => (apart ? `${inNumerator ? 'n' : 'd'} ${caseId}` : caseId);
}

function grouped(cases: readonly Case[], key: (one: Case) => string): Map<string, Case[]> {
  return Map.groupBy(cases, key);
}

/** Two lists of one id without the cases that count in both as in the other, in an order that does not depend on theirs. */
function withoutEqual(one: readonly Case[], other: readonly Case[]): [Case[], Case[]] {
  const sign = ({ inNumerator, weight }: Case) => `${inNumerator ? 1 : 0} ${weight}`;
  const rest = other.toSorted(byCounting);
  const gone = one.toSorted(byCounting).filter((item) => {
    const place = rest.findIndex((candidate) => sign(candidate) === sign(item));
    if (place >= 0) rest.splice(place, 1);
    return place < 0;
  });
  return [gone, rest];
}

const byCounting = (a: Case, b: Case): number =>
  Number(b.inNumerator) - Number(a.inNumerator) ||
  a.weight - b.weight ||
  (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
