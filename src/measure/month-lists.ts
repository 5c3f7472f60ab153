import type { Month } from '../calendar/index.ts';
import { monthEnd } from '../calendar/index.ts';
import { type Pack, type Version, versionAt } from '../pack/index.ts';
import type { Session } from '../warehouse/index.ts';
import type { Authority } from './authority.ts';
import { emitCases } from './emit-cases.ts';
import { emitRecorded } from './emit-recorded.ts';
import type { CaseList, MonthLists } from './figures.ts';
import type { Plan } from './plan.ts';
import { isComputed, planVersion } from './planned.ts';
import { prepare } from './prepare.ts';

/** What lists are read from. */
export interface ListedFrom {
  readonly pack: Pack;
  readonly authority: Pick<Authority, 'engine' | 'organisation'>;
  /** Why there is no figure of an indicator's version in the month; null where there may be one. */
  readonly uncovered: (indicator: string, version: Version) => string | null;
}

/** Makes ready all that the lists of some indicators and one month are read from: once, however many units are asked about. */
export async function openMonthLists(
  { pack, authority, uncovered }: ListedFrom,
  month: Month,
  indicators: readonly string[],
): Promise<MonthLists> {
  const { engine, organisation } = authority;
  const versions = new Map<string, Version>();
  for (const id of indicators) {
    const indicator = pack.indicators.get(id);
    if (!indicator) throw new Error(`No indicator ${id} in the pack`);
    if (isComputed(indicator)) versions.set(id, versionAt(indicator, monthEnd(month)));
  }
  const columnsOf = (id: string): readonly string[] => {
    const indicator = pack.indicators.get(id);
    return indicator ? versionAt(indicator, monthEnd(month)).definition.list : [];
  };
  const plans = new Map([...versions].map(([id, version]) => [id, planVersion(pack, version)]));
  const planOf = (id: string): Plan => {
    const plan = plans.get(id);
    if (!plan) throw new Error(`${id} is not among the indicators that were made ready`);
    return plan;
  };
  const isListed = new Set([...versions].flatMap(([id, version]) => (uncovered(id, version) === null ? [id] : [])));
  const session: Session | null = versions.size > 0 ? await engine.session() : null;
  if (session) {
    // The list reads all that `recorded` reads; a view that one statement alone reads is left to the engine to narrow.
    const statements = [...versions.keys()].map((id) =>
      isListed.has(id) ? emitCases(planOf(id), organisation.root, session.dialect) : emitRecorded(planOf(id), ['']),
    );
    try {
      await prepare(session, { pack, months: [month], organisation, statements });
    } catch (error) {
      session.close();
      throw error;
    }
  }
  return {
    async cases(indicator, unit): Promise<CaseList> {
      const empty = { indicator, unit, month, columns: columnsOf(indicator), cases: [] };
      if (!session || !isListed.has(indicator)) return empty;
      const rows = await session.rows(emitCases(planOf(indicator), unit, session.dialect));
      return {
        ...empty,
        cases: rows.map(([caseId, at, date, inNumerator, weight, ...shown]) => ({
          caseId: String(caseId ?? ''),
          unit: String(at),
          date: String(date ?? monthEnd(month)),
          inNumerator: inNumerator === true,
          weight: Number(weight),
          columns: shown,
        })),
      };
    },
    async recorded(indicator, ids) {
      if (!session || !plans.has(indicator) || ids.length === 0) return new Set();
      return new Set((await session.rows(emitRecorded(planOf(indicator), ids))).map(([id]) => String(id)));
    },
    close: () => session?.close(),
  };
}
