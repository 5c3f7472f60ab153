import { addToMonth, type Month, monthEnd, monthOf, monthRange } from '../calendar/index.ts';
import type { CollectedFigure, Pack } from '../pack/index.ts';
import { currentExtracts, type Manifest } from '../warehouse/index.ts';
import { latestDay } from './as-at.ts';
import { type Authority, openAuthority } from './authority.ts';
import { AuthorityFigures, type Sums } from './authority-figures.ts';
import { CollectedFigures, loadedFigures, monthsGiven } from './collected.ts';
import type { Figures } from './figures.ts';
import { ObservationStore } from './observation-store.ts';
import { isComputed, listsOf, planIndicator, queryOf } from './planned.ts';
import { prepare } from './prepare.ts';
import { type Quality, readQuality } from './quality/index.ts';
import { severalAuthorities } from './several-authorities.ts';
import { shareRows } from './shared-rows.ts';

export interface OpenOptions {
  /** The data folder. */
  readonly data: string;
  readonly pack: Pack;
  /** The months to have figures for; default the 60 whole months up to the extracts' as-at date. */
  readonly months?: { readonly last?: Month; readonly count?: number };
  /** Only these indicators; default all of the pack. */
  readonly indicators?: readonly string[];
  /** The extracts to read, one of each authority and source; default those in force. */
  readonly extracts?: readonly Manifest[];
  /** Where sums are kept and looked for, below the data folder; default the data folder. An empty one: all is computed anew. */
  readonly sums?: string;
  /** Told after each indicator that had to be computed. */
  readonly progress?: (done: number, total: number, label: string) => void;
}

/** The data folder holds no extract yet. */
export class NothingLoaded extends Error {
  constructor(data: string, authority?: string) {
    super(`Nothing${authority === undefined ? '' : ` of ${authority}`} is loaded in ${data}: load an extract first`);
    this.name = 'NothingLoaded';
  }
}

/** Reads the figures of all that is loaded; computes and stores those that are not stored yet. */
export async function openFigures(options: OpenOptions): Promise<Figures & { close(): Promise<void> }> {
  const manifests = options.extracts ?? (await currentExtracts(options.data));
  // A pack of collected figures alone is its own source: it needs no load.
  if (manifests.length === 0 && options.pack.observations.length === 0) throw new NothingLoaded(options.data);
  const byAuthority =
    manifests.length === 0 ? [[]] : [...Map.groupBy(manifests, ({ authority }) => authority).values()];
  const opened: AuthorityFigures[] = [];
  for (const current of byAuthority) opened.push(await openOne(options, current));
  const [only] = opened;
  return only && opened.length === 1 ? only : severalAuthorities(opened);
}

async function openOne(options: OpenOptions, manifests: readonly Manifest[]): Promise<AuthorityFigures> {
  const authority = await openAuthority(options.data, options.pack, manifests);
  const session = await authority.engine.session();
  const loaded = await loadedFigures(session, options.pack);
  session.close();
  const figures = [...options.pack.observations, ...loaded];
  const months = monthsOf(options, manifests, figures);
  const sums = await compute(options, authority, months);
  const collected = new CollectedFigures(figures, authority.organisation.root);
  return new AuthorityFigures(options.pack, authority, months, sums, options.data, collected);
}

/** The month of the as-at date where that is its last day, else the month before: the last whole month. */
function lastWholeMonth(asAt: string): Month {
  const month = monthOf(asAt);
  return monthEnd(month) === asAt ? month : addToMonth(month, -1);
}

function monthsOf(
  { months = {} }: OpenOptions,
  manifests: readonly Manifest[],
  figures: readonly CollectedFigure[],
): Month[] {
  const asAt = latestDay(manifests);
  const given = monthsGiven(figures).at(-1);
  const last = months.last ?? (asAt === null ? (given ?? '') : lastWholeMonth(asAt));
  return monthRange(addToMonth(last, 1 - (months.count ?? 60)), last);
}

async function compute(options: OpenOptions, authority: Authority, months: readonly Month[]): Promise<Sums> {
  const { pack, data, progress, sums = data } = options;
  const wanted = options.indicators ? new Set(options.indicators) : null;
  const indicators = [...pack.indicators.values()].filter(
    (indicator) => isComputed(indicator) && (wanted?.has(indicator.id) ?? true),
  );
  const session = await authority.engine.session();
  try {
    const planned = indicators.map((indicator) => planIndicator(pack, indicator));
    const store = new ObservationStore(sums, stateOf(pack, authority), months);
    const missing = await store.missing(planned);
    if (missing.length > 0) {
      const shared = shareRows(pack, missing.flatMap(listsOf));
      const queries = missing.map((indicator) => ({ indicator, sql: queryOf(indicator, shared.rows) }));
      const statements = queries.map(({ sql }) => sql);
      await prepare(session, { pack, months, organisation: authority.organisation, statements, shared });
      for (const [index, { indicator, sql }] of queries.entries()) {
        progress?.(index, missing.length, indicator.indicator);
        await store.save(session, indicator, sql);
      }
    }
    if (missing.length > 0) progress?.(missing.length, missing.length, 'done');
    return new Map(
      (await store.load(session, planned)).map(([indicator, month, unit, numerator, denominator]) => [
        `${indicator}|${unit}|${month}`,
        {
          numerator: Number(numerator),
          denominator: denominator === null || denominator === undefined ? null : Number(denominator),
        },
      ]),
    );
  } finally {
    session.close();
  }
}

/** What besides its definition decides a figure. */
function stateOf(pack: Pack, { manifests, organisation }: Authority): unknown[] {
  const holding = pack.holding ? pack.views.get(pack.holding)?.sql : null;
  return [manifests.map(({ id }) => id).toSorted(), organisation.root, pack.units, pack.financialYearStart, holding];
}

/** Opens what is loaded for its quality alone: by authority what is wrong with its data. Nothing is computed. */
export async function openQuality(
  options: Pick<OpenOptions, 'data' | 'pack'> & { readonly authority?: string },
): Promise<{ readonly qualities: readonly Quality[]; close(): Promise<void> }> {
  const manifests = (await currentExtracts(options.data)).filter(
    ({ authority }) => authority === (options.authority ?? authority),
  );
  if (manifests.length === 0) throw new NothingLoaded(options.data, options.authority);
  const authorities: Authority[] = [];
  const qualities: Quality[] = [];
  for (const current of Map.groupBy(manifests, ({ authority }) => authority).values()) {
    const authority = await openAuthority(options.data, options.pack, current);
    authorities.push(authority);
    qualities.push(await readQuality(options.data, options.pack, authority));
  }
  return {
    qualities,
    async close() {
      for (const { engine } of authorities) engine.close();
    },
  };
}
