import {
  type FigurePart,
  type Publication,
  partName,
  type Suppressed,
  type SuppressionSettings,
  usualSettings,
} from './figures.ts';
import { isSmall, prints, type Quantities, type Quantity } from './quantities.ts';
import { isVisible, type Range, rangesOf, type Standing, standingOf } from './ranges.ts';
import { relate } from './relations.ts';

/**
 * What must not be shown: counts that are small, what goes with them, and as much more as keeps them from being worked out. It is
 * the cheapest next count each time, which is not always the fewest in all. Figures of nothing are shown.
 *
 * @param loosen quantities that somebody could still work out, by `partName`: one more count beside each is taken
 */
export function suppress(
  publication: Publication,
  settings: SuppressionSettings = usualSettings,
  loosen: readonly (readonly string[])[] = [],
): Suppressed {
  const quantities = relate(publication, settings);
  const standing = standingOf(quantities);
  const suppressed = new Map<string, 'small' | 'guards'>();
  const state = { quantities, standing, settings, suppressed };
  const all = [...quantities.all.values()];
  for (const quantity of all) if (isSmall(quantity, settings)) take(state, quantity, 'small');
  takeRests(state);
  for (const quantity of all) if (quantity.wasSuppressed && quantity.truth > 0) take(state, quantity, 'guards');
  while (guardOnce(state)) {
    // Each round takes at least one count more, and there are only so many.
  }
  for (const ids of loosen) {
    const found = ids.map((id) => quantities.all.get(id)).filter((one) => one !== undefined);
    loosenOne(state, found);
    while (guardOnce(state)) {
      // As above.
    }
  }
  return suppressed;
}

interface State {
  readonly quantities: Quantities;
  readonly standing: Standing;
  readonly settings: SuppressionSettings;
  readonly suppressed: Map<string, 'small' | 'guards'>;
}

/** Takes out a count wherever this edition prints it, and the percentage with it. */
function take({ suppressed, quantities, settings }: State, quantity: Quantity, why: 'small' | 'guards'): void {
  if (quantity.isSuppressed || quantity.printedBy.length === 0) return;
  quantity.isSuppressed = true;
  for (const { figure, part } of quantity.printedBy) {
    const { indicator, unit, month } = figure;
    const parts: FigurePart[] = [part, 'value'];
    for (const each of parts.filter((one) => prints(figure, one))) {
      const name = partName(indicator, unit, month, each);
      if (suppressed.get(name) !== 'small') suppressed.set(name, why);
    }
    // The days of few cases say how many cases there are, once their average is known from elsewhere.
    const sum = quantities.all.get(partName(indicator, unit, month, 'numerator' as const));
    if (part === 'denominator' && sum !== undefined && !sum.isCount) {
      take({ suppressed, quantities, settings } as State, sum, why);
    }
  }
}

/** A percentage whose rest is small goes, and the numerator or the denominator with it, as the guarding finds. */
function takeRests(state: State): void {
  for (const quantity of state.quantities.all.values()) {
    if (!quantity.id.includes('|rest') || quantity.id.includes('<') || !isSmall(quantity, state.settings)) continue;
    const numerator = state.quantities.all.get(quantity.id.replace('|rest', '|numerator'));
    if (numerator !== undefined && numerator.truth > 0) take(state, numerator, 'small');
  }
}

/** What is too narrow for what it is: a single number of anything suppressed, and by the stricter setting of a small count. */
function isExposed(quantity: Quantity, range: Range, settings: SuppressionSettings): boolean {
  const small = isSmall(quantity, settings);
  if (isVisible(quantity) || !(small || quantity.isSuppressed)) return false;
  const wanted = small && settings.cover === 'threshold' ? settings.threshold : 2;
  return range.high - range.low + 1 < wanted;
}

/** Takes counts until everything that is exposed has lost one that exposed it; whether there was anything to take. */
function guardOnce(state: State): boolean {
  const { quantities, standing, settings } = state;
  const ranges = rangesOf(quantities, standing, settings);
  const exposed = new Map<string, Range>();
  for (const quantity of quantities.all.values()) {
    const range = ranges.get(quantity.id) as Range;
    if (isExposed(quantity, range, settings)) exposed.set(quantity.id, range);
  }
  // What is exposed only because something else was before it may be safe again once that is.
  const first = [...exposed].filter(([id, { lowFrom, highFrom, at = 0 }]) =>
    [lowFrom, highFrom].every((cause) =>
      (cause?.ids ?? []).every((other) => other === id || (exposed.get(other)?.at ?? Number.POSITIVE_INFINITY) >= at),
    ),
  );
  const groups = first.flatMap(([id]) => exposing(quantities, ranges, [id]));
  const others = () => [...exposed.keys()].flatMap((id) => exposing(quantities, ranges, [id]));
  return takeFrom(state, groups.length > 0 ? groups : others());
}

/** The counts of which one must go: those that the ends of a range come from, or, where they cannot go, what those come from. */
function exposing(
  { all }: Quantities,
  ranges: ReadonlyMap<string, Range>,
  start: readonly string[],
): (readonly Quantity[])[] {
  const seen = new Set<string>(start);
  let near = start;
  while (near.length > 0) {
    const causes = new Set(near.flatMap((id) => [ranges.get(id)?.lowFrom, ranges.get(id)?.highFrom]));
    causes.delete(undefined);
    const ids = new Set([...causes].flatMap((relation) => relation?.ids ?? []).filter((id) => !seen.has(id)));
    const found = [...ids].flatMap((id) => all.get(id) ?? []).filter(canGo);
    // A percentage goes with the count itself, when it is that that says what the count is.
    const own = start.flatMap((id) => all.get(id) ?? []).filter((one) => canGo(one));
    if (found.length + own.length > 0) return [[...found, ...own]];
    for (const id of ids) seen.add(id);
    near = [...ids];
  }
  return [];
}

/** One that is nothing stays, because its absence would say that it is not. */
const canGo = ({ truth, isPublic, isSuppressed, printedBy }: Quantity): boolean =>
  truth > 0 && !isPublic && !isSuppressed && printedBy.length > 0;

/** Takes one of each group: the one first that least is lost with for as many groups as it stands in. */
function takeFrom(state: State, groups: readonly (readonly Quantity[])[]): boolean {
  const groupsOf = new Map<Quantity, number[]>();
  groups.forEach((group, index) => {
    for (const one of new Set(group)) groupsOf.set(one, [...(groupsOf.get(one) ?? []), index]);
  });
  const open = new Set(groups.keys());
  while (open.size > 0) {
    let best: Quantity | undefined;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const [one, mine] of groupsOf) {
      const guarded = mine.filter((index) => open.has(index)).length;
      if (guarded > 0 && one.cost / guarded < bestCost) [best, bestCost] = [one, one.cost / guarded];
    }
    if (best === undefined) break;
    take(state, best, 'guards');
    for (const index of groupsOf.get(best) ?? []) open.delete(index);
  }
  return groups.length > 0;
}

/** One count more beside quantities that could be worked out in some other way: near first, then all that they hang together with. */
function loosenOne(state: State, start: readonly Quantity[]): void {
  const { quantities, standing } = state;
  const seen = new Set<string>(start.map(({ id }) => id));
  let near: readonly string[] = [...seen];
  while (near.length > 0) {
    const ids = near.flatMap((id) => standing.get(id) ?? []).flatMap((relation) => relation.ids);
    const found = [...new Set(ids)].flatMap((id) => quantities.all.get(id) ?? []).filter(canGo);
    if (found.length > 0) {
      takeFrom(state, [found]);
      return;
    }
    near = [...new Set(ids.filter((id) => !seen.has(id)))];
    for (const id of near) seen.add(id);
  }
}
