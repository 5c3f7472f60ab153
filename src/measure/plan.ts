import type { CaseList, Definition, SummedList } from '../pack/index.ts';

/** The rows of one list of an indicator, resolved from its definition; SQL is emitted from this and nothing else. */
export interface ListPlan {
  readonly from: string;
  /** How rows meet a month end: events by their date, intervals open at it, or rows that carry it. */
  readonly rows:
    | { readonly kind: 'event'; readonly on: string; readonly basis: string }
    | { readonly kind: 'open'; readonly start: string; readonly end: string }
    | { readonly kind: 'dated'; readonly at: string };
  readonly id: string;
  /** Column that names the person, by whom the holding team is found; null where the relation has none. */
  readonly person: string | null;
  /** Conditions a row must all meet. */
  readonly where: readonly string[];
  /** Condition of the numerator; null: every row. */
  readonly numerator: string | null;
  /** What a row weighs; null: 1. */
  readonly weight: string | null;
  /** Columns of which each combination counts once; empty: rows count. */
  readonly distinct: readonly string[];
  readonly last: CaseList['last'] | null;
  /** Where the unit is found, in order: columns, or the word holding. */
  readonly unitFrom: readonly string[];
  readonly unitDayBefore: boolean;
  /** Columns that a list of the cases shows; null where this relation lacks one. */
  readonly list: readonly (string | null)[];
}

/** How numerator and denominator come from lists. */
export type Plan =
  /** Denominator: all rows; numerator: those that meet the condition. */
  | { readonly kind: 'share'; readonly list: ListPlan }
  /** Numerator: the sum of the weights; denominator: the number of rows. */
  | { readonly kind: 'average'; readonly list: ListPlan }
  /** Numerator: the sum; no denominator of its own (a count, or a rate over a population). */
  | { readonly kind: 'sum'; readonly list: ListPlan; readonly population: string | null }
  /** Two lists. */
  | { readonly kind: 'ratio'; readonly numerator: ListPlan; readonly denominator: ListPlan };

/**
 * The plan of a definition.
 *
 * @param columnsOf the columns of a dataset or view
 */
export function planOf(definition: Definition, columnsOf: (relation: string) => readonly string[]): Plan {
  const list = (cases: CaseList | SummedList, parts: Partial<ListPlan>): ListPlan => {
    const columns = columnsOf(cases.from);
    return {
      from: cases.from,
      rows: rowsOf(cases, definition.basis),
      id: cases.id,
      person: columns.includes('person_id') ? 'person_id' : null,
      where: cases.where ? [cases.where] : [],
      numerator: null,
      weight: null,
      distinct: cases.distinct ?? [],
      last: cases.last ?? null,
      unitFrom: cases.unit?.from ?? (columns.includes('team_id') ? ['team_id', 'holding'] : ['holding']),
      unitDayBefore: cases.unit?.at === 'day-before',
      list: definition.list.map((column) => (columns.includes(column) ? column : null)),
      ...parts,
    };
  };
  const { cases, numerator, denominator, value, weight } = definition;
  if (typeof numerator === 'object' && denominator && 'from' in denominator) {
    return {
      kind: 'ratio',
      numerator: list(numerator, { weight: numerator.sum ?? null }),
      denominator: list(denominator, { weight: denominator.sum ?? null }),
    };
  }
  if (!cases) throw new Error(`${definition.title}: no cases to plan`);
  const leftOut = definition.findings.filter((finding) => finding.leaveOut).map(({ when }) => `(${when}) is not true`);
  const where = [...(cases.where ? [cases.where] : []), ...leftOut];
  if (value)
    return { kind: 'average', list: list(cases, { where: [...where, `(${value}) is not null`], weight: value }) };
  const condition = typeof numerator === 'string' ? numerator : null;
  const counted = list(cases, { where, weight: weight ?? null, numerator: condition });
  if (denominator && 'population' in denominator)
    return { kind: 'sum', list: counted, population: denominator.population };
  if (definition.measuredIn === 'count') return { kind: 'sum', list: counted, population: null };
  return { kind: 'share', list: counted };
}

function rowsOf(cases: CaseList | SummedList, basis: string): ListPlan['rows'] {
  if (cases.on) return { kind: 'event', on: cases.on, basis };
  const [start, end] = cases.open ?? [];
  if (start && end) return { kind: 'open', start, end };
  if (cases.at) return { kind: 'dated', at: cases.at };
  throw new Error(`${cases.from}: a list of cases needs one of on, open and at`);
}
