import { addToMonth, type Month, monthEnd, monthOf, monthRange } from '../calendar/index.ts';
import type { Pack } from '../pack/index.ts';
import { currentExtracts, type Manifest } from '../warehouse/index.ts';
import { type Authority, openAuthority } from './authority.ts';
import { AuthorityFigures, type Sums } from './authority-figures.ts';
import type { Figures } from './figures.ts';
import { ObservationStore } from './observation-store.ts';
import { isComputed, planIndicator } from './planned.ts';
import { prepare } from './prepare.ts';
import { severalAuthorities } from './several-authorities.ts';

export interface OpenOptions {
  /** The data folder. */
  readonly data: string;
  readonly pack: Pack;
  /** The months to have figures for; default the 60 whole months up to the extracts' as-at date. */
  readonly months?: { readonly last?: Month; readonly count?: number };
  /** Only these indicators; default all of the pack. */
  readonly indicators?: readonly string[];
  /** Told after each indicator that had to be computed. */
  readonly progress?: (done: number, total: number, label: string) => void;
}

/** The data folder holds no extract yet. */
export class NothingLoaded extends Error {
  constructor(data: string) {
    super(`Nothing is loaded in ${data}: load an extract first`);
    this.name = 'NothingLoaded';
  }
}

/** Reads the figures of all that is loaded; computes and stores those that are not stored yet. */
export async function openFigures(options: OpenOptions): Promise<Figures & { close(): Promise<void> }> {
  const manifests = await currentExtracts(options.data);
  if (manifests.length === 0) throw new NothingLoaded(options.data);
  const byAuthority = [...Map.groupBy(manifests, ({ authority }) => authority).values()];
  const opened: AuthorityFigures[] = [];
  for (const current of byAuthority) opened.push(await openOne(options, current));
  const [only] = opened;
  return only && opened.length === 1 ? only : severalAuthorities(opened);
}

async function openOne(options: OpenOptions, manifests: readonly Manifest[]): Promise<AuthorityFigures> {
  const authority = await openAuthority(options.data, options.pack, manifests);
  const months = monthsOf(options, manifests);
  const sums = await compute(options, authority, months);
  return new AuthorityFigures(options.pack, authority, months, sums);
}

/** The month of the as-at date where that is its last day, else the month before: the last whole month. */
function lastWholeMonth(asAt: string): Month {
  const month = monthOf(asAt);
  return monthEnd(month) === asAt ? month : addToMonth(month, -1);
}

function monthsOf({ months = {} }: OpenOptions, manifests: readonly Manifest[]): Month[] {
  const asAt =
    manifests
      .map((manifest) => manifest.asAt)
      .toSorted()
      .at(-1) ?? '';
  const last = months.last ?? lastWholeMonth(asAt);
  return monthRange(addToMonth(last, 1 - (months.count ?? 60)), last);
}

async function compute(options: OpenOptions, authority: Authority, months: readonly Month[]): Promise<Sums> {
  const { pack, data, progress } = options;
  const wanted = options.indicators ? new Set(options.indicators) : null;
  const indicators = [...pack.indicators.values()].filter(
    (indicator) => isComputed(indicator) && (wanted?.has(indicator.id) ?? true),
  );
  const session = await authority.engine.session();
  try {
    const planned = indicators.map((indicator) => planIndicator(pack, indicator));
    const store = new ObservationStore(data, stateOf(pack, authority), months);
    const missing = await store.missing(planned);
    if (missing.length > 0) {
      const statements = missing.map(({ sql }) => sql);
      await prepare(session, { pack, months, organisation: authority.organisation, statements });
    }
    for (const [index, indicator] of missing.entries()) {
      progress?.(index, missing.length, indicator.indicator);
      await store.save(session, indicator, indicator.sql);
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
