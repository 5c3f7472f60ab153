import { addToMonth, type Day, daysBetween, monthEnd, monthOf, workingDays } from '../../calendar/index.ts';
import { type Indicator, type Pack, type Version, versionAt } from '../../pack/index.ts';
import type { Authority } from '../authority.ts';
import { uncovered } from '../coverage.ts';
import { isComputed } from '../planned.ts';
import { prepare } from '../prepare.ts';
import type { DueCase, DueList } from './due.ts';
import { emitDue } from './emit-due.ts';

/** The indicators of a pack that have a due rule on a day. */
export function dueIndicators(pack: Pack, day: Day): { indicator: Indicator; version: Version }[] {
  return [...pack.indicators.values()].flatMap((indicator) => {
    const version = versionAt(indicator, day);
    return version.definition.due && isComputed(indicator) ? [{ indicator, version }] : [];
  });
}

/**
 * All the work of an authority that waits, one query an indicator.
 *
 * @param asAt the day that the extracts speak for; what was recorded later is not known
 */
export async function readDue(pack: Pack, authority: Authority, asAt: Day): Promise<DueList> {
  const month = monthOf(asAt);
  const whole = monthEnd(month) === asAt ? month : addToMonth(month, -1);
  const rules = dueIndicators(pack, asAt).map((rule) => ({
    ...rule,
    reason: uncovered(rule.version, whole, authority.tables, pack.datasets, pack.financialYearStart),
  }));
  const session = await authority.engine.session();
  try {
    const runs = rules
      .filter(({ reason }) => reason === null)
      .map((rule) => ({ ...rule, sql: emitDue(pack, rule.version.definition, session.dialect) }));
    const statements = runs.map(({ sql }) => sql);
    await prepare(session, { pack, months: [month], organisation: authority.organisation, statements, asAt });
    const cases: DueCase[] = [];
    for (const { indicator, version, sql } of runs) {
      const counts = version.definition.due?.counts ?? 'days';
      for (const [caseId, person, unit, worker, day] of await session.rows(sql)) {
        const dueOn = String(day);
        cases.push({
          indicator: indicator.id,
          caseId: String(caseId ?? ''),
          person: person === null || person === undefined ? null : String(person),
          unit: String(unit),
          worker: worker === null || worker === undefined ? null : String(worker),
          dueOn,
          left: counts === 'working-days' ? workingDays(asAt, dueOn) : daysBetween(asAt, dueOn),
          counts,
        });
      }
    }
    return {
      asAt,
      cases: cases.toSorted(inOrder),
      without: rules.flatMap(({ indicator, reason }) => (reason === null ? [] : [{ indicator: indicator.id, reason }])),
    };
  } finally {
    session.close();
  }
}

/** By day, then by indicator, unit and case, in code-point order: the same on every machine. */
function inOrder(a: DueCase, b: DueCase): number {
  const keys = [a.dueOn, a.indicator, a.unit, a.caseId];
  const others = [b.dueOn, b.indicator, b.unit, b.caseId];
  for (const [index, key] of keys.entries()) {
    const other = others[index] ?? '';
    if (key !== other) return key < other ? -1 : 1;
  }
  return 0;
}
