import type { Month } from '../calendar/index.ts';
import type { AuthorityFigures } from './authority-figures.ts';
import type { DueChange, DueList } from './due/index.ts';
import type { CaseList, Figures, Unit } from './figures.ts';
import type { Observation } from './observation.ts';

/** Several authorities seen together; a unit is written AUTHORITY/CODE. */
export function severalAuthorities(members: readonly AuthorityFigures[]): Figures & { close(): Promise<void> } {
  const [first] = members;
  if (!first) throw new Error('No authority to show');
  const byCode = new Map(members.map((member) => [member.authority.code, member]));
  const written = (member: AuthorityFigures, unit: string) => `${member.authority.code}/${unit}`;
  const located = (unit: string) => {
    const slash = unit.indexOf('/');
    const member = byCode.get(unit.slice(0, slash));
    return member ? { member, inner: unit.slice(slash + 1) } : null;
  };
  return {
    pack: first.pack,
    asAt:
      members
        .map(({ asAt }) => asAt)
        .toSorted()
        .at(-1) ?? '',
    synthetic: members.every(({ synthetic }) => synthetic),
    sources: members.flatMap(({ sources }) => sources),
    months: [...new Set(members.flatMap(({ months }) => months))].toSorted(),
    units: (month: Month): Unit[] =>
      members.flatMap((member) =>
        member.units(month).map((unit) => ({
          ...unit,
          code: written(member, unit.code),
          parent: unit.parent === null ? null : written(member, unit.parent),
        })),
      ),
    authorityOf: (unit: string) => located(unit)?.member.authority.code ?? null,
    observation(indicator: string, unit: string, month: Month): Observation | undefined {
      const found = located(unit);
      const observation = found?.member.observation(indicator, found.inner, month);
      return observation && { ...observation, unit };
    },
    async cases(indicator: string, unit: string, month: Month): Promise<CaseList> {
      const found = located(unit);
      if (!found) throw new Error(`No unit ${unit} among the authorities loaded`);
      const list = await found.member.cases(indicator, found.inner, month);
      const cases = list.cases.map((one) => ({ ...one, unit: written(found.member, one.unit) }));
      return { ...list, unit, cases };
    },
    async recorded(indicator: string, unit: string, month: Month, ids: readonly string[]) {
      const found = located(unit);
      return found ? found.member.recorded(indicator, found.inner, month, ids) : new Set<string>();
    },
    async due(unit: string): Promise<DueList> {
      const found = located(unit);
      if (!found) throw new Error(`No unit ${unit} among the authorities loaded`);
      const list = await found.member.due(found.inner);
      return { ...list, cases: list.cases.map((one) => ({ ...one, unit: written(found.member, one.unit) })) };
    },
    async dueChange(unit: string): Promise<DueChange | null> {
      const found = located(unit);
      const change = found && (await found.member.dueChange(found.inner));
      if (!found || !change) return null;
      const named = (cases: DueChange['added']) =>
        cases.map((one) => ({ ...one, unit: written(found.member, one.unit) }));
      return { ...change, added: named(change.added), gone: named(change.gone) };
    },
    async quality() {
      return (await Promise.all(members.map((member) => member.quality()))).flat();
    },
    async doubts(indicator: string, unit: string, month: Month) {
      const found = located(unit);
      return found ? found.member.doubts(indicator, found.inner, month) : null;
    },
    async close(): Promise<void> {
      await Promise.all(members.map((member) => member.close()));
    },
  };
}
