import type { Query } from '../choice.ts';
import { Problem } from '../problem.ts';

/** Which work is listed by its day: late, until a day so many days after the extract's, or all that waits. */
export const whens = ['due', 'late', 'week', 'month', 'all'] as const;
export type When = (typeof whens)[number];

/** How a work list is narrowed. */
export interface WorkFilter {
  readonly unit: string;
  readonly when: When;
  readonly indicator: string | null;
  /** The worker's id; an empty one: nobody is known to do it. */
  readonly worker: string | null;
  readonly page: number;
}

function one(query: Query, name: string): string | null {
  const value = query[name];
  if (Array.isArray(value)) {
    throw new Problem(400, 'That address has a part twice', [`It gives “${name}” more than once.`]);
  }
  return typeof value === 'string' && value !== '' ? value : null;
}

/** How an address says that nobody is known to do the work. */
export const nobody = 'none';

/** @throws Problem 400 for a time that there is no list for. */
export function chooseWork(query: Query, unit: string, page: number): WorkFilter {
  const when = one(query, 'when') ?? 'due';
  const known = whens.find((candidate) => candidate === when);
  if (known === undefined) {
    throw new Problem(400, 'That address asks for something unknown', [`“when” is ${whens.join(', ')}.`]);
  }
  const worker = one(query, 'worker');
  return { unit, when: known, indicator: one(query, 'indicator'), worker: worker === nobody ? '' : worker, page };
}

/** The address of a work list; parts that are as usual are left out of it. */
export function workAddress(filter: Partial<WorkFilter> & { readonly unit: string }, ending = ''): string {
  const parameters = new URLSearchParams({ unit: filter.unit });
  if (filter.when !== undefined && filter.when !== 'due') parameters.set('when', filter.when);
  if (filter.indicator) parameters.set('indicator', filter.indicator);
  if (filter.worker !== undefined && filter.worker !== null) parameters.set('worker', filter.worker || nobody);
  if (filter.page !== undefined && filter.page > 1) parameters.set('page', String(filter.page));
  return `/work${ending}?${parameters}`;
}
