import type { Month } from '../calendar/index.ts';
import type { JudgementSource } from '../judgement/index.ts';
import type { Figures, Unit } from '../measure/index.ts';
import type { Person } from './person.ts';
import { may, unitsOf } from './rule.ts';
import { lineOf, scopeName, visibleUnits } from './scope.ts';
import { scopedQuality } from './scoped-quality.ts';

/** Figures, with the published ones that targets may follow where there are any: those are for everybody. */
type Seen = Figures & Pick<JudgementSource, 'benchmark'>;

/** Cases were asked for that the person may not see. It says of no case whether it exists. */
export class CasesRefused extends Error {
  readonly unit: string;

  constructor(unit: string) {
    super('The cases of that unit are not open to this person');
    this.name = 'CasesRefused';
    this.unit = unit;
  }
}

const made = new WeakMap<Seen, Map<string, Seen>>();
/** How many scopes are remembered of one state of the figures. */
const remembered = 200;

/**
 * Figures as one person sees them: a unit that is not theirs to see does not exist, and cases are given only where they
 * may see them. Everything that shows figures to somebody reads them through this, so that no page has to remember to.
 *
 * @param day ISO: today, by which grants hold
 * @returns the very figures for who may see all; the same object for the same scope, so that what is made from it can be kept
 */
export function scopedFigures(figures: Seen, person: Person, day: string): Seen {
  if ((['figures', 'cases'] as const).every((right) => unitsOf(person, right, day).includes('*'))) return figures;
  const own = made.get(figures) ?? new Map<string, Seen>();
  made.set(figures, own);
  const name = `${day} ${scopeName(person, day)}`;
  const before = own.get(name);
  if (before) return before;
  const scoped = through(figures, person, day);
  own.set(name, scoped);
  const [oldest] = own.keys();
  if (own.size > remembered && oldest !== undefined) own.delete(oldest);
  return scoped;
}

function through(figures: Seen, person: Person, day: string): Seen {
  const byMonth = new Map<Month, { readonly units: readonly Unit[]; readonly codes: ReadonlySet<string> }>();
  const visible = (month: Month) => {
    const known = byMonth.get(month);
    if (known) return known;
    const units = visibleUnits(person, figures.units(month), day);
    const found = { units, codes: new Set(units.map(({ code }) => code)) };
    byMonth.set(month, found);
    return found;
  };
  const sees = (unit: string, month: Month): boolean => visible(month).codes.has(unit);
  const mayLook = (unit: string, month: Month): boolean =>
    may(person, 'cases', lineOf(figures.units(month), unit), day);
  const checkCases = (unit: string, month: Month): void => {
    if (!mayLook(unit, month)) throw new CasesRefused(unit);
  };
  const seesAllCases = unitsOf(person, 'cases', day).includes('*');
  const latest = figures.months.at(-1) ?? '';
  const { authorityOf, recorded, lists, due, dueChange, quality, doubts, benchmark } = figures;
  // Each member is named: one that is new is nobody's, and does not compile, until it is said here who may see it.
  const scoped: { [Member in keyof Required<Seen>]: Seen[Member] } = {
    pack: figures.pack,
    asAt: figures.asAt,
    synthetic: figures.synthetic,
    sources: figures.sources,
    months: figures.months,
    units: (month) => visible(month).units,
    observation: (indicator, unit, month) =>
      sees(unit, month) ? figures.observation(indicator, unit, month) : undefined,
    async cases(indicator, unit, month) {
      checkCases(unit, month);
      return figures.cases(indicator, unit, month);
    },
    benchmark: benchmark?.bind(figures),
    authorityOf:
      authorityOf &&
      ((unit) => (figures.months.some((month) => sees(unit, month)) ? authorityOf.call(figures, unit) : null)),
    recorded:
      recorded &&
      (async (indicator, unit, month, ids) => {
        checkCases(unit, month);
        return recorded.call(figures, indicator, unit, month, ids);
      }),
    lists:
      lists &&
      (async (month, indicators) => {
        const made = await lists.call(figures, month, indicators);
        return {
          async cases(indicator, unit) {
            checkCases(unit, month);
            return made.cases(indicator, unit);
          },
          async recorded(indicator, ids) {
            // It is about all units at once.
            if (!seesAllCases) throw new CasesRefused('*');
            return made.recorded(indicator, ids);
          },
          close: () => made.close(),
        };
      }),
    due:
      due &&
      (async (unit) => {
        checkCases(unit, latest);
        return due.call(figures, unit);
      }),
    dueChange:
      dueChange &&
      (async (unit) => {
        checkCases(unit, latest);
        return dueChange.call(figures, unit);
      }),
    quality:
      quality &&
      (async () => {
        const team = { sees: (unit: string) => sees(unit, latest), mayLook: (unit: string) => mayLook(unit, latest) };
        return (await quality.call(figures)).map((one) => scopedQuality(one, team, seesAllCases));
      }),
    doubts:
      doubts &&
      (async (indicator, unit, month) => (sees(unit, month) ? doubts.call(figures, indicator, unit, month) : null)),
  };
  return withoutAbsent(scoped);
}

/** A member that figures may lack is then not there, rather than there and undefined: pages ask whether it is. */
function withoutAbsent(seen: { [Member in keyof Required<Seen>]: Seen[Member] }): Seen {
  return Object.fromEntries(Object.entries(seen).filter(([, member]) => member !== undefined)) as unknown as Seen;
}
