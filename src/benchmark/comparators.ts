import {
  addMonths,
  type Day,
  type Month,
  monthEnd,
  monthRange,
  parseBasis,
  type Window,
  windowLabel,
  windowOf,
} from '../calendar/index.ts';
import type { Pack, PublishedFigure } from '../pack/index.ts';
import { versionAt } from '../pack/index.ts';
import type { Area, AreaRegister } from './areas.ts';
import { agrees } from './arithmetic.ts';
import { difference, mean, median } from './average.ts';
import { type PublishedPeriod, publishedPeriod } from './period.ts';
import type { PublishedSeries, PublishedValue } from './series.ts';
import type { NeighbourModel } from './small-files.ts';
import { type PublishedState, stateInWords } from './symbols.ts';

export type ComparatorGroup = 'own' | 'england' | 'region' | 'london' | 'neighbours-mean' | 'neighbours-median';

/** What an indicator of an authority is compared with. */
export interface Comparator {
  readonly indicator: string;
  readonly group: ComparatorGroup;
  /** Who it is about, in words that can stand on a page. */
  readonly label: string;
  /** The period of the published figure, which must be printed with it. */
  readonly period: PublishedPeriod;
  /** On the scale of the indicator, as published; of neighbours unrounded. Null in every state but value. */
  readonly value: number | null;
  readonly state: PublishedState | 'not-published';
  /** The counts printed beside it; those of England and regions are rounded, so the value is not their ratio. */
  readonly numerator: number | null;
  readonly denominator: number | null;
  /** Of neighbours: how many of `of` had a figure. */
  readonly n: number | null;
  readonly of: number | null;
  /** The release the figure comes from. */
  readonly release: string | null;
  /** The value less that of the period before; null where either is missing, and for neighbours. */
  readonly change: number | null;
  /** Whether it is defined as the indicator is and covers as long a time. */
  readonly likeForLike: boolean;
  /** All that must be said beside it, in sentences. */
  readonly note: string | null;
  /** The same, one sentence each, for a page that gives each of them once. */
  readonly notes: readonly string[];
}

/** Everything that was read of published statistics for one pack. */
export interface Published {
  readonly pack: Pack;
  readonly register: AreaRegister;
  readonly series: ReadonlyMap<string, PublishedSeries>;
  /** The mid-year estimates that rates are on; null where none are loaded. */
  readonly population: PublishedSeries | null;
  readonly model: { readonly label: string; readonly neighbours: NeighbourModel } | null;
}

const england = 'E92000001';
const london = { code: 'E12000007', parts: ['E13000001', 'E13000002'] };
const regionNames: Readonly<Record<string, string>> = {
  E12000001: 'North East',
  E12000002: 'North West',
  E12000003: 'Yorkshire and The Humber',
  E12000004: 'East Midlands',
  E12000005: 'West Midlands',
  E12000006: 'East of England',
  E12000007: 'London',
  E12000008: 'South East',
  E12000009: 'South West',
  E13000001: 'Inner London',
  E13000002: 'Outer London',
};

/**
 * The comparators of an indicator of an authority in a month: what was published for the last period that had ended by
 * then. None where the pack names no published figure, or none is loaded. Figures of England and regions are as
 * published, never taken from those of authorities.
 *
 * @param authority any code the authority has had
 */
export function comparatorsOf(published: Published, indicator: string, authority: string, month: Month): Comparator[] {
  const series = published.series.get(indicator);
  const definition = published.pack.indicators.get(indicator);
  if (!series || !definition) return [];
  const found = periodBy(series, month);
  if (!found) return [];
  const { key: inTime, period, before: yearBefore } = found;
  const basis = versionAt(definition, monthEnd(month)).definition.basis;
  const window = windowOf(parseBasis(basis), month, published.pack.financialYearStart);
  const said = differences(series.figure, period, window, basis === 'snapshot');
  const area = published.register.find(authority);
  const one = (group: ComparatorGroup, label: string, key: string): Comparator => {
    const value = series.areas.get(key)?.get(inTime);
    const before = yearBefore === null ? undefined : series.areas.get(key)?.get(yearBefore);
    const vintage = value ? vintageNote(published.population, series, value, key) : null;
    const more = vintage === null ? said : { ...said, notes: [...said.notes, vintage] };
    return single(indicator, group, label, period, value, before, more);
  };
  return [
    ...(area ? [one('own', `${area.name}, as published`, area.key)] : []),
    one('england', 'England', england),
    ...(area && area.regionCode !== ''
      ? [one('region', regionNames[area.regionCode] ?? area.regionName, area.regionCode)]
      : []),
    ...(area && london.parts.includes(area.regionCode) ? [one('london', 'London', london.code)] : []),
    ...(area ? neighbours(published, series, area, indicator, found, said) : []),
  ];
}

interface Found {
  readonly key: string;
  readonly period: PublishedPeriod;
  /** The key of the period a year before; null where none is published. */
  readonly before: string | null;
}

/** The last period that had ended by the end of a month. */
function periodBy(series: PublishedSeries, month: Month): Found | null {
  const { figure, table, periods } = series;
  const read = periods
    .map(({ key, code, identifier }) => ({
      key,
      period: publishedPeriod(code, identifier, figure.covers, table.yearEnds),
    }))
    .toSorted((a, b) => (a.period.window.end < b.period.window.end ? -1 : 1));
  const now = read.findLast(({ period }) => period.window.end <= monthEnd(month));
  if (!now) return null;
  const { start, end } = now.period.window;
  const yearBefore = (day: Day) => addMonths(day, -12);
  const before = read.find(
    ({ period: { window } }) => window.end === yearBefore(end) && window.start === yearBefore(start),
  );
  return { ...now, before: before?.key ?? null };
}

interface Said {
  readonly likeForLike: boolean;
  readonly notes: readonly string[];
}

/** Where the published figure differs from the indicator: in what it counts, and in the time it covers. */
function differences(
  figure: PublishedFigure,
  { window: theirs }: PublishedPeriod,
  ours: Window,
  isState: boolean,
): Said {
  const notes = figure.difference === undefined ? [] : [figure.difference];
  const span = spanNote(figure.covers === 'day', theirs, ours, isState);
  return { likeForLike: figure.likeForLike && span === null, notes: span === null ? notes : [...notes, span] };
}

function spanNote(theirsIsState: boolean, theirs: Window, ours: Window, oursIsState: boolean): string | null {
  if (theirsIsState && oursIsState) return null;
  const [theirMonths, ourMonths] = [monthsIn(theirs), monthsIn(ours)];
  if (!theirsIsState && !oursIsState && theirMonths === ourMonths) return null;
  const words = (isState: boolean, window: Window, months: number) => {
    if (isState) return `is the state on ${windowLabel({ start: window.end, end: window.end })}`;
    const length = months === 12 ? 'a full year' : months === 1 ? 'one month' : `${months} months`;
    return `covers ${length}, ${windowLabel(window)}`;
  };
  return `The published figure ${words(theirsIsState, theirs, theirMonths)}; this indicator ${words(oursIsState, ours, ourMonths)}.`;
}

const monthsIn = ({ start, end }: Window) => monthRange(start.slice(0, 7), end.slice(0, 7)).length;

function single(
  indicator: string,
  group: ComparatorGroup,
  label: string,
  period: PublishedPeriod,
  value: PublishedValue | undefined,
  before: PublishedValue | undefined,
  said: Said,
): Comparator {
  const common = { indicator, group, label, period, n: null, of: null, likeForLike: said.likeForLike };
  if (!value) {
    const notes = [...said.notes, 'No figure is published for this area and period.'];
    return {
      ...common,
      value: null,
      state: 'not-published',
      numerator: null,
      denominator: null,
      release: null,
      change: null,
      note: noteOf(notes),
      notes,
    };
  }
  const comparable =
    value.value !== null && before !== undefined && before.value !== null && value.joint === before.joint;
  const change = comparable ? difference(value.value ?? 0, before?.value ?? 0) : null;
  const { state, release } = value;
  const [numerator, denominator] = [value.numerator?.value ?? null, value.denominator?.value ?? null];
  const notes = [...said.notes, ...notesOn(value)];
  return { ...common, value: value.value, state, numerator, denominator, release, change, note: noteOf(notes), notes };
}

/** What a published figure brings with it: its symbol, its joint return, an earlier release that said otherwise. */
function notesOn(value: PublishedValue): string[] {
  const { state, joint, restated } = value;
  return [
    ...(state === 'value' ? [] : [`The figure is ${stateInWords(value)}.`]),
    ...(joint === null ? [] : [`The figure is of a joint return: ${joint}.`]),
    ...(restated === null
      ? []
      : [`Restated: ${restated.release} gave ${restated.text === '' ? 'no figure' : restated.text}.`]),
  ];
}

/**
 * Which population a rate is on. A rate has two vintages, that of its count and that of its population: estimates are
 * put right in later years, and a rate published before is still on the old one.
 */
function vintageNote(
  population: PublishedSeries | null,
  { figure, decimals }: PublishedSeries,
  value: PublishedValue,
  key: string,
): string | null {
  const years = figure.populationYearsBefore;
  if (years === undefined || value.value === null) return null;
  const year = Number(value.period.slice(0, 4)) + (value.period.length === 6 ? 1 : 0) - years;
  const estimate = population?.areas.get(key)?.get(String(year));
  const plain = `The rate is on the population of mid-${year}.`;
  if (!estimate || estimate.value === null) return plain;
  // The counts of England and regions are rounded to the nearest ten.
  const roundedTo = /^E(92|1[23])/.test(key) ? 10 : 0;
  const fits = agrees({ ...value, denominator: estimate }, { scale: 10_000, decimals, roundedTo });
  if (fits !== false) return plain;
  return `The rate is on an estimate of the population of mid-${year} that was changed since: it is not that of ${estimate.release}.`;
}

const noteOf = (notes: readonly string[]) => (notes.length === 0 ? null : notes.join(' '));

function neighbours(
  { register, model }: Published,
  series: PublishedSeries,
  area: Area,
  indicator: string,
  { key: inTime, period }: Found,
  said: Said,
): Comparator[] {
  const codes = [...area.codes].map((code) => model?.neighbours[code]).find((found) => found !== undefined);
  if (!model || !codes) return [];
  const own = series.areas.get(area.key)?.get(inTime);
  const values = codes.map((code) => series.areas.get(register.find(code)?.key ?? code)?.get(inTime));
  const isOwn = (value: PublishedValue) => value.joint !== null && value.joint === own?.joint;
  // Two neighbours that make one return are one figure, and a return the authority is part of is no neighbour's.
  const joint = new Set(values.flatMap((value) => (value?.joint && !isOwn(value) ? value.joint : [])));
  const distinct = values.filter(
    (value, index) =>
      value && !isOwn(value) && !values.slice(0, index).some((other) => other?.joint && other.joint === value.joint),
  );
  const numbers = distinct.flatMap((value) => value?.value ?? []);
  const restated = distinct.filter((value) => value?.restated).length;
  const notes = [
    ...said.notes,
    ...(numbers.length < codes.length
      ? [`${numbers.length} of the ${codes.length} neighbours had a figure of their own.`]
      : []),
    ...[...joint].map((name) => `A joint return counts once: ${name}.`),
    ...(restated > 0 ? [`${restated} of the figures were restated by a later release.`] : []),
  ];
  const releases = [...new Set(distinct.flatMap((value) => value?.release ?? []))];
  const made = (group: ComparatorGroup, word: string, value: number | null): Comparator => ({
    indicator,
    group,
    label: `${word} of statistical neighbours (${model.label})`,
    period,
    value,
    state: value === null ? 'not-published' : 'value',
    numerator: null,
    denominator: null,
    n: numbers.length,
    of: codes.length,
    release: releases.length === 0 ? null : releases.join('; '),
    change: null,
    likeForLike: said.likeForLike,
    note: noteOf(notes),
    notes,
  });
  return [made('neighbours-mean', 'Mean', mean(numbers)), made('neighbours-median', 'Median', median(numbers))];
}
