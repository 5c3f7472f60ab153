import type { Day, Month } from '../calendar/index.ts';
import { monthEnd, monthOf } from '../calendar/index.ts';
import { type Pack, type Version, versionAt } from '../pack/index.ts';
import { latestDay } from './as-at.ts';
import type { Authority } from './authority.ts';
import { CollectedFigures } from './collected.ts';
import { uncovered } from './coverage.ts';
import { changeBetween, type DueChange, type DueList, readDue, readDueBefore } from './due/index.ts';
import { type CaseList, type Figures, type MonthLists, notAttributed, type Unit } from './figures.ts';
import { openMonthLists } from './month-lists.ts';
import type { Observation } from './observation.ts';
import { isComputed } from './planned.ts';
import { prepare } from './prepare.ts';
import { type Doubts, doubtsOf, doubtsSql, foundFile, type Quality, readDoubts, readQuality } from './quality/index.ts';
import { absent, figureOf, isRate, reasonOf } from './value.ts';

/** Numerator and denominator by `indicator|unit|month`, for units that hold a case. */
export type Sums = ReadonlyMap<string, { readonly numerator: number; readonly denominator: number | null }>;

const none: Unit = { code: notAttributed, name: 'Not attributed', kind: 'not-attributed', parent: null };

/** The figures of one authority. */
export class AuthorityFigures implements Figures {
  readonly pack: Pack;
  readonly months: readonly Month[];
  readonly authority: Authority;
  private readonly sums: Sums;
  private readonly reasons = new Map<string, string | null>();
  private readonly collected: CollectedFigures;
  private readonly data: string | null;
  private checked: Promise<Quality> | null = null;
  private waiting: Promise<DueList> | null = null;
  private waited: Promise<DueList | null> | null = null;
  private readonly doubted = new Map<string, Promise<Doubts | null>>();

  /**
   * @param data the data folder, where what the checks found is kept; null for figures without one
   * @param collected the figures that are given
   */
  constructor(
    pack: Pack,
    authority: Authority,
    months: readonly Month[],
    sums: Sums,
    data: string | null = null,
    collected: CollectedFigures = new CollectedFigures(pack.observations, authority.organisation.root),
  ) {
    this.collected = collected;
    this.data = data;
    this.pack = pack;
    this.authority = authority;
    this.months = months;
    this.sums = sums;
  }

  authorityOf(): string {
    return this.authority.code;
  }

  get asAt(): Day {
    return latestDay(this.authority.manifests) ?? monthEnd(this.months.at(-1) ?? '');
  }

  get synthetic(): boolean {
    const { manifests } = this.authority;
    return manifests.length > 0 && manifests.every(({ synthetic }) => synthetic);
  }

  get sources(): Figures['sources'] {
    return this.authority.manifests.map(({ source, format, loadedAt, asAt, findings, history }) => ({
      source,
      format,
      loadedAt,
      asAt,
      findings: Object.values(findings).reduce((sum, count) => sum + count, 0),
      ...(history ? { returns: history.length } : {}),
    }));
  }

  /** The units in force at a month, and the cases without a unit last. */
  units(month: Month): readonly Unit[] {
    return [...this.authority.organisation.unitsAt(month), { ...none, parent: this.authority.organisation.root }];
  }

  observation(indicatorId: string, unit: string, month: Month): Observation | undefined {
    const indicator = this.pack.indicators.get(indicatorId);
    const known = unit === notAttributed || this.authority.organisation.codes.includes(unit);
    if (!indicator || !known || !this.months.includes(month)) return undefined;
    const version = versionAt(indicator, monthEnd(month));
    if (!isComputed(indicator)) {
      return unit === notAttributed ? undefined : this.collected.observation(indicatorId, version, unit, month);
    }
    const reason = this.uncovered(indicatorId, version, month);
    const sums = this.sums.get(`${indicatorId}|${unit}|${month}`);
    if (unit === notAttributed && (reason || !sums)) return undefined;
    if (reason) return absent(indicatorId, unit, month, reason);
    const { measuredIn, denominator: divisor } = version.definition;
    const population =
      divisor && 'population' in divisor ? this.authority.populations.get(divisor.population)?.of(unit, month) : null;
    const numerator = sums?.numerator ?? 0;
    const own = measuredIn === 'count' ? null : (sums?.denominator ?? 0);
    const denominator = isRate(measuredIn) ? (population?.people ?? null) : own;
    const { value, state } = figureOf(measuredIn, numerator, denominator);
    return {
      indicator: indicatorId,
      unit,
      month,
      numerator,
      denominator,
      value,
      state,
      reason: reasonOf(state, measuredIn),
      ...(population ? { populationYear: population.year } : {}),
    };
  }

  async cases(indicatorId: string, unit: string, month: Month): Promise<CaseList> {
    const lists = await this.lists(month, [indicatorId]);
    try {
      return await lists.cases(indicatorId, unit);
    } finally {
      lists.close();
    }
  }

  async recorded(
    indicatorId: string,
    _unit: string,
    month: Month,
    ids: readonly string[],
  ): Promise<ReadonlySet<string>> {
    if (!this.pack.indicators.has(indicatorId) || ids.length === 0) return new Set();
    const lists = await this.lists(month, [indicatorId]);
    try {
      return await lists.recorded(indicatorId, ids);
    } finally {
      lists.close();
    }
  }

  lists(month: Month, indicators: readonly string[]): Promise<MonthLists> {
    const { pack, authority } = this;
    const uncovered = (id: string, version: Version) => this.uncovered(id, version, month);
    return openMonthLists({ pack, authority, uncovered }, month, indicators);
  }

  /** Read at first use of a state of the extracts, for all units at once. */
  async due(unit: string): Promise<DueList> {
    this.waiting ??= kept(readDue(this.pack, this.authority, this.asAt), () => {
      this.waiting = null;
    });
    return this.below(await this.waiting, unit);
  }

  async dueChange(unit: string): Promise<DueChange | null> {
    if (this.data === null) return null;
    this.waited ??= kept(readDueBefore(this.data, this.pack, this.authority.manifests), () => {
      this.waited = null;
    });
    const before = await this.waited;
    return before && changeBetween(this.below(before, unit), await this.due(unit));
  }

  private below(list: DueList, unit: string): DueList {
    const tree = this.authority.organisation.treeAt(monthOf(list.asAt));
    const units = new Set(tree.filter(({ ancestor }) => ancestor === unit).map((pair) => pair.unit));
    return { ...list, cases: list.cases.filter((one) => units.has(one.unit)) };
  }

  /** The checks run at first use of a state of the extracts; then they are read. None where nothing is loaded. */
  async quality(): Promise<readonly Quality[]> {
    if (this.data === null || this.authority.manifests.length === 0) return [];
    this.checked ??= readQuality(this.data, this.pack, this.authority);
    return [await this.checked];
  }

  /** Worked out when first asked for; the last few hundred are kept. */
  doubts(indicatorId: string, unit: string, month: Month): Promise<Doubts | null> {
    const key = `${indicatorId}|${unit}|${month}`;
    const known = this.doubted.get(key);
    if (known) return known;
    if (this.doubted.size >= 500) this.doubted.clear();
    const fresh = this.doubtsOf(indicatorId, unit, month);
    this.doubted.set(key, fresh);
    fresh.catch(() => this.doubted.delete(key));
    return fresh;
  }

  private async doubtsOf(indicatorId: string, unit: string, month: Month): Promise<Doubts | null> {
    const indicator = this.pack.indicators.get(indicatorId);
    const [quality] = await this.quality();
    if (!indicator || !isComputed(indicator) || !quality || this.data === null) return null;
    const version = versionAt(indicator, monthEnd(month));
    if (this.uncovered(indicatorId, version, month)) return null;
    const { pack, authority } = this;
    const session = await authority.engine.session();
    try {
      const sql = doubtsSql(pack, version, unit, session, foundFile(this.data, pack, authority));
      await prepare(session, { pack, months: [month], organisation: authority.organisation, statements: [sql] });
      return doubtsOf(await session.rows(sql), readDoubts(quality.current, version));
    } finally {
      session.close();
    }
  }

  async close(): Promise<void> {
    const running = [this.checked, this.waiting, this.waited];
    await Promise.all(running.map((one) => one?.catch(() => undefined)));
    this.authority.engine.close();
  }

  private uncovered(indicator: string, version: Version, month: Month): string | null {
    const key = `${indicator}|${month}`;
    let reason = this.reasons.get(key);
    if (reason === undefined) {
      const { datasets, financialYearStart } = this.pack;
      reason = uncovered(version, month, this.authority.tables, datasets, financialYearStart);
      this.reasons.set(key, reason);
    }
    return reason;
  }
}

/** Something worked out once, unless it fails: then the next who asks tries anew. */
function kept<T>(working: Promise<T>, forget: () => void): Promise<T> {
  working.catch(forget);
  return working;
}
