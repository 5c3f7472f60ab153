import type { Case, CasesBehind } from '../../measure/index.ts';
import type { Shown } from '../address.ts';

export const casesPerPage = 50;

/** A list of cases as one page shows it; the totals are of the whole list, whatever is shown of it. */
export interface CasesView {
  readonly list: CasesBehind;
  readonly shown: Shown;
  readonly page: number;
  readonly pages: number;
  readonly cases: readonly Case[];
  readonly numbers: { readonly all: number; readonly yes: number; readonly no: number };
  readonly weights: { readonly all: number; readonly yes: number };
  /** Whether any case weighs other than 1. */
  readonly weighted: boolean;
}

/** A sum of weights of at most four decimals, without a floating-point remainder. */
function sum(cases: readonly Case[]): number {
  return cases.reduce((total, { weight }) => total + Math.round(weight * 10_000), 0) / 10_000;
}

export function selected(list: CasesBehind, shown: Shown): readonly Case[] {
  return shown === 'all' ? list.cases : list.cases.filter(({ inNumerator }) => inNumerator === (shown === 'yes'));
}

/** @param page from 1; one beyond the last shows the last. */
export function casesView(list: CasesBehind, shown: Shown, page: number): CasesView {
  const inNumerator = selected(list, 'yes');
  const chosen = selected(list, shown);
  const pages = Math.max(Math.ceil(chosen.length / casesPerPage), 1);
  const current = Math.min(page, pages);
  return {
    list,
    shown,
    page: current,
    pages,
    cases: chosen.slice((current - 1) * casesPerPage, current * casesPerPage),
    numbers: { all: list.cases.length, yes: inNumerator.length, no: list.cases.length - inNumerator.length },
    weights: { all: sum(list.cases), yes: sum(inNumerator) },
    weighted: list.cases.some(({ weight }) => weight !== 1),
  };
}
