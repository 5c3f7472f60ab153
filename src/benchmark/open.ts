import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addToMonth, type Day, type Month, monthEnd, monthOf } from '../calendar/index.ts';
import type { TargetLookUps } from '../judgement/index.ts';
import type { Pack, PublishedFigure } from '../pack/index.ts';
import { literal, type Session } from '../warehouse/index.ts';
import { type Area, type AreaCodes, areaRegister } from './areas.ts';
import {
  benchmarksFolder,
  type Catalogue,
  type Release,
  readCatalogue,
  releaseFolder,
  releasesInOrder,
  tablesOf,
} from './catalogue.ts';
import { type Comparator, comparatorsOf, type Published } from './comparators.ts';
import { withSession } from './engine.ts';
import { holdsFigure, type PublishedSeries, readSeries } from './series.ts';
import type { NeighbourModel, PublishedMeasure } from './small-files.ts';

/** The published statistics of a data folder, read for one pack. Everything is in memory: nothing is left open. */
export interface Benchmarks {
  readonly catalogue: Catalogue;
  /** What the indicator of an authority is compared with in a month; none where nothing is named or loaded. */
  comparatorsOf(indicator: string, authority: string, month: Month): Comparator[];
  /**
   * Where targets of an authority that follow a published figure find it, by group: england, region, london,
   * neighbours-mean, neighbours-median. Units below the authority follow the same figure.
   */
  targetLookUp(authority: string): NonNullable<TargetLookUps['benchmark']>;
  /** The published figures of an indicator. */
  series(indicator: string): PublishedSeries | undefined;
  /** An authority by any code it has had. */
  area(code: string): Area | undefined;
  /** The indicators that the pack names a published figure for which no loaded table has, and what to look for. */
  readonly notLoaded: readonly { readonly indicator: string; readonly why: string }[];
  /** Indicators whose polarity is not that of the department's list of measures, where the list is loaded. */
  readonly polarityDiffers: readonly {
    readonly indicator: string;
    readonly pack: string;
    readonly published: string;
  }[];
}

/** @throws Refusal folder-unreadable */
export async function openBenchmarks({ data, pack }: { data: string; pack: Pack }): Promise<Benchmarks> {
  const catalogue = await readCatalogue(data);
  const published = await readPublished(data, pack, catalogue);
  const measures = await Promise.all(
    small(catalogue, 'measures').map((release) => content<PublishedMeasure[]>(data, release)),
  );
  return {
    catalogue,
    comparatorsOf: (indicator, authority, month) => comparatorsOf(published, indicator, authority, month),
    targetLookUp: (authority) => (indicator, _unit, day, group) =>
      asTarget(comparatorsOf(published, indicator, authority, endedBy(day)).find((one) => one.group === group)),
    series: (indicator) => published.series.get(indicator),
    area: (code) => published.register.find(code),
    notLoaded: [...pack.benchmarks.indicators]
      .filter(([indicator]) => !published.series.has(indicator))
      .map(([indicator, { table, value }]) => {
        const title = pack.benchmarks.tables.get(table)?.title ?? table;
        return { indicator, why: `no loaded table has ${value.join(' or ')} (${title})` };
      }),
    polarityDiffers: polarities(pack, measures.flat()),
  };
}

/** The last month that had ended by a day. */
function endedBy(day: Day): Month {
  const month = monthOf(day);
  return monthEnd(month) === day ? month : addToMonth(month, -1);
}

function asTarget(comparator: Comparator | undefined): ReturnType<NonNullable<TargetLookUps['benchmark']>> {
  if (!comparator || comparator.value === null || comparator.group === 'own') return null;
  const { value, label, n, of, period } = comparator;
  return { value, label: n === null ? label : `${label}, ${n} of ${of}`, period: period.label };
}

async function readPublished(data: string, pack: Pack, catalogue: Catalogue): Promise<Published> {
  if (catalogue.releases.length === 0)
    return { pack, register: areaRegister([]), series: new Map(), population: null, model: null };
  return withSession([benchmarksFolder(data)], async (session) => {
    const lookUps = await Promise.all(small(catalogue, 'areas').map((release) => content<AreaCodes[]>(data, release)));
    const register = areaRegister([...lookUps.flat(), ...(await areasInTables(session, data, catalogue))]);
    const read = async (figure: PublishedFigure): Promise<PublishedSeries | null> => {
      const table = pack.benchmarks.tables.get(figure.table);
      const releases = releasesWith(catalogue, figure);
      if (!table || releases.length === 0) return null;
      const rows = releases.map((release) => ({ release, path: rowsFile(data, release) }));
      return readSeries(session, rows, figure, table, register);
    };
    const series = new Map<string, PublishedSeries>();
    for (const [indicator, figure] of pack.benchmarks.indicators) {
      const own = await read(figure);
      if (own) series.set(indicator, own);
    }
    const where = pack.benchmarks.population;
    const population = where && (await read({ ...where, covers: 'day', likeForLike: true }));
    return { pack, register, series, population, model: await latestModel(data, catalogue) };
  });
}

/** The releases of the table that holds a figure; where two tables do, the one with the later release is meant. */
function releasesWith(catalogue: Catalogue, figure: PublishedFigure): readonly Release[] {
  const tables = [...tablesOf(catalogue).values()].filter((own) => own.some((release) => holdsFigure(release, figure)));
  const latest = releasesInOrder(tables.flatMap((own) => own.at(-1) ?? [])).at(-1);
  return tables.find((own) => latest !== undefined && own.includes(latest)) ?? [];
}

const rowsFile = (data: string, { id }: Release) => join(releaseFolder(data, id), 'rows.parquet');

const small = ({ releases }: Catalogue, kind: Release['kind']) =>
  releasesInOrder(releases.filter((release) => release.kind === kind));

async function content<T>(data: string, { id }: Release): Promise<T> {
  return JSON.parse(await readFile(join(releaseFolder(data, id), 'content.json'), 'utf8')) as T;
}

async function latestModel(data: string, catalogue: Catalogue): Promise<Published['model']> {
  const latest = small(catalogue, 'neighbours').at(-1);
  if (!latest) return null;
  const year = latest.periods.at(-1);
  const label = year === undefined ? latest.label : `${year} model`;
  return { label, neighbours: await content<NeighbourModel>(data, latest) };
}

/** The codes that rows of authorities give side by side, the latest period last, so that its name and region hold. */
async function areasInTables(session: Session, data: string, catalogue: Catalogue): Promise<AreaCodes[]> {
  const files = catalogue.releases
    .filter(({ kind }) => kind === 'table')
    .map((release) => literal(rowsFile(data, release)));
  if (files.length === 0) return [];
  const rows = await session.rows(
    `select old_la_code, new_la_code, max_by(la_name, time_period), max_by(region_code, time_period), max_by(region_name, time_period)
    from read_parquet([${files.join(', ')}], union_by_name = true) where geographic_level = 'Local authority'
    group by old_la_code, new_la_code order by max(time_period), old_la_code, new_la_code`,
  );
  return rows.map((row) => {
    const [dfeCode = '', onsCode = '', name = '', regionCode = '', regionName = ''] = row.map(String);
    return { dfeCode, onsCode, name, regionCode, regionName };
  });
}

/** High and Low of the department's list against higher and lower of the pack. */
function polarities(pack: Pack, measures: readonly PublishedMeasure[]): Benchmarks['polarityDiffers'] {
  const words: Readonly<Record<string, string>> = { High: 'higher', Low: 'lower', '-': 'none' };
  return [...pack.benchmarks.indicators].flatMap(([indicator, figure]) => {
    const measure = measures.find(({ shortCode }) => shortCode === figure.measure);
    const own = pack.indicators.get(indicator)?.versions.at(-1)?.definition.polarity;
    const published = measure && words[measure.polarity];
    return own && published && published !== own ? [{ indicator, pack: own, published }] : [];
  });
}
