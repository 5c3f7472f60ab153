import type { Report } from './bind-indicator.ts';
import type { Placed } from './check-pack.ts';
import { diagnose } from './diagnostic.ts';
import { placeIn } from './merge.ts';
import type { Definition, Distribution, Target } from './model.ts';

/** What the rows of targets.csv may name. */
export interface TargetNames {
  readonly indicators: ReadonlySet<string>;
  /** Of the indicators that keep one polarity through all their versions. */
  readonly polarities: ReadonlyMap<string, Definition['polarity']>;
  /** Empty where the pack has no units.csv. */
  readonly units: ReadonlySet<string>;
  readonly schemes: ReadonlySet<string>;
  readonly distributions: readonly Pick<Distribution, 'of'>[];
}

/** Targets are for indicators and units of the pack, say one thing each, and have their ends in order. */
export function checkTargets(targets: readonly Placed<Target>[], names: TargetNames, report: Report): void {
  for (const row of targets) {
    checkNames(row, names, report);
    checkForm(row, report);
    checkEdges(row, report);
    checkAmber(row, names, report);
    checkActivity(row, names, report);
    checkGrade(row, names, report);
  }
}

function checkNames(
  { item, value }: Placed<Target>,
  { indicators, units, schemes }: TargetNames,
  report: Report,
): void {
  for (const column of ['indicator', 'complement_of'] as const) {
    const found = value[column];
    if (found === undefined || indicators.has(found)) continue;
    report(diagnose('unknown-indicator', placeIn(item, [column]), { found, allowed: indicators }));
  }
  if (value.unit !== undefined && units.size > 0 && !units.has(value.unit)) {
    report(diagnose('unknown-unit', placeIn(item, ['unit']), { found: value.unit, allowed: units }));
  }
  if (value.scheme !== undefined && !schemes.has(value.scheme)) {
    report(diagnose('unknown-scheme', placeIn(item, ['scheme']), { found: value.scheme, allowed: schemes }));
  }
  if (value.to !== undefined && value.to < value.from) {
    report(diagnose('dates-reversed', placeIn(item, ['to']), { found: value.to }));
  }
}

const kinds = ['target', 'reduction', 'complement_of', 'benchmark', 'no_target'] as const;

/** A row says in one way what is aimed at, or that nothing is. */
function checkForm({ item, value }: Placed<Target>, report: Report): void {
  const given = kinds.filter((kind) => value[kind] !== undefined);
  const say = (detail: string): void =>
    report(diagnose('target-form', placeIn(item, [given[0] ?? 'target']), { words: { detail } }));
  if (given.length === 0) say('no target, nor what takes its place');
  if (given.length > 1) say(given.join(' and '));
  const bases = [value.base, value.base_month].filter((base) => base !== undefined).length;
  if (value.reduction !== undefined && bases !== 1) say('a reduction without one base');
}

function checkEdges({ item, value }: Placed<Target>, report: Report): void {
  const { target, target_high: high, tolerance_low: low, tolerance_high: top } = value;
  const say = (column: string, detail: string): void =>
    report(diagnose('edges-reversed', placeIn(item, [column]), { words: { detail } }));
  if (target === undefined) return;
  if (high !== undefined && high < target) say('target_high', `the range ends at ${high}, below ${target}`);
  if (low !== undefined && low > target) say('tolerance_low', `the tolerance begins at ${low}, above ${target}`);
  if (top !== undefined && top < (high ?? target))
    say('tolerance_high', `the tolerance ends at ${top}, below ${target}`);
}

/** An amber limit that is better than the target marks out nothing between the two. */
function checkAmber({ item, value }: Placed<Target>, { polarities }: TargetNames, report: Report): void {
  const { indicator, target, amber } = value;
  const polarity = polarities.get(indicator);
  if (target === undefined || amber === undefined) return;
  const isBetter = polarity === 'higher' ? amber > target : polarity === 'lower' && amber < target;
  if (!isBetter) return;
  const words = { detail: `${polarity} is better and the target is ${target}` };
  report(diagnose('amber-beyond-target', placeIn(item, ['amber']), { found: String(amber), words }));
}

const limits = ['amber', 'tolerance_low', 'tolerance_high', 'met_within', 'near_within'] as const;

/** Limits decide between statuses, and an activity measure has none; its target alone is shown beside it. */
function checkActivity({ item, value }: Placed<Target>, { polarities }: TargetNames, report: Report): void {
  if (polarities.get(value.indicator) !== 'none') return;
  const given = limits.filter((limit) => value[limit] !== undefined);
  const [first] = given;
  if (first === undefined) return;
  const words = { detail: given.join(' and ') };
  report(diagnose('limits-of-activity', placeIn(item, [first]), { found: value.indicator, words }));
}

/** A target for a sum of grades needs a distribution that both indicators are shares of. */
function checkGrade({ item, value }: Placed<Target>, { distributions }: TargetNames, report: Report): void {
  const { indicator, down_to: last } = value;
  if (last === undefined) return;
  if (distributions.some(({ of }) => of.includes(indicator) && of.includes(last))) return;
  report(diagnose('not-in-distribution', placeIn(item, ['down_to']), { found: last, words: { detail: indicator } }));
}
