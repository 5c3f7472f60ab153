import { monthLabel } from '../../calendar/index.ts';
import { overBands, type Status } from '../../judgement/index.ts';
import { plainText } from '../../narrative/index.ts';
import type { StackedData, StackedRow } from '../chart-data.ts';
import { dataWords } from '../columns/index.ts';
import type { Context } from '../compile/context.ts';
import { type Every, monthsBefore } from '../compile/periods.ts';
import { prose } from '../compile/prose.ts';
import { periodTitle, sourceOf, spanOf } from '../compile/series.ts';
import { unitName, unitsAt } from '../compile/units-at.ts';
import { toldApart } from '../words/told-apart.ts';
import { type MeasuredEntry, measuredEntries } from './measured.ts';
import { nothing } from './nothing.ts';
import type { Part, PartSpec } from './part.ts';

type Spec = Extract<PartSpec, { part: 'distribution' }>;

/** How each period, unit or measure divides into grades or bands. */
export const distribution: Part<'distribution'> = (context, spec) => {
  const named = context.input.figures.pack.distributions?.find(({ id }) => id === spec.distribution);
  const indicators = spec.indicators ?? named?.of;
  const whole = indicators === undefined ? context : { ...context, entry: null };
  const entries = measuredEntries(whole, { indicators });
  if (entries.length === 0) return [];
  const asked = spec.title === undefined ? named?.title : plainText(prose(context, spec.title));
  const data = spec.over === 'bands' ? overBandsOf(context, spec, entries) : sharesOf(context, spec, entries);
  if (data === null) return [nothing(`${asked ?? 'Distribution'}: there are no figures to divide.`)];
  const { caption, ...rest } = data;
  const chart: StackedData = {
    ...rest,
    caption: { ...caption, measure: asked ?? caption.measure },
  };
  return [{ kind: 'figure', id: context.id(`${asked ?? 'distribution'} ${spec.over}`), chart, table: 'shown' }];
};

/** The cell of one share: cases where they are counted, the share as it was given elsewhere. */
function sharesOf(
  context: Context,
  { over, every, last, level }: Spec,
  entries: readonly MeasuredEntry[],
): StackedData | null {
  const { month, unit } = context;
  const places =
    over === 'units'
      ? unitsAt(context, level ?? 'team').units.map(({ code }) => ({
          label: unitName(context, code),
          unit: code,
          month,
        }))
      : monthsBefore(month, every, last, context.input.figures.pack.financialYearStart).map((at) => ({
          label: titleOf(context, at, every),
          unit: unit.code,
          month: at,
        }));
  const judged = places.map((place) => ({
    ...place,
    parts: entries.map(({ indicator }) => context.judgement(indicator.id, place.month, place.unit).observation),
  }));
  if (judged.every(({ parts }) => parts.every((part) => part?.value == null))) return null;
  // A bar holds counts or shares, never both: one share without its count makes all of them shares.
  const counted = judged.every(({ parts }) => parts.every((part) => part?.value == null || part.numerator !== null));
  const rows = judged.map(({ label, unit: code, parts }): StackedRow => {
    const absent = parts.find((part) => part?.value == null);
    const isAbsent = parts.some((part) => part?.value == null);
    const state = absent?.state ?? 'not-collected';
    return {
      label,
      amounts: parts.map((part) => (part?.value == null ? null : counted ? part.numerator : part.value)),
      ...(isAbsent && { missing: state === 'value' ? 'no figure' : dataWords[state].toLowerCase() }),
      ...(over === 'units' && code === unit.code && { own: true }),
    };
  });
  return {
    kind: 'stacked',
    caption: {
      measure: entries.map(({ title }) => title).join('; '),
      area: unit.name,
      period:
        over === 'units'
          ? monthLabel(month)
          : spanOf(
              context,
              places.map((place) => place.month),
              every,
            ),
      source: entries[0] === undefined ? '' : sourceOf(entries[0].definition),
    },
    categories: toldApart(entries.map(({ title }) => title)),
    rows,
    rowsAre: over === 'units' ? 'Unit' : { month: 'Month', quarter: 'Quarter', year: 'Year' }[every],
    ...(counted && { of: 'cases' }),
    decimals: counted ? 1 : Math.max(...entries.map(({ definition }) => definition.decimals)),
  };
}

const titleOf = ({ input }: Context, month: string, every: Every): string =>
  periodTitle(month, every, input.figures.pack.financialYearStart);

const statuses = ['met', 'near', 'away'] as const satisfies readonly Status[];

/** How many units of a level are in each band of the target of the unit of the report, measure by measure. */
function overBandsOf(context: Context, { level }: Spec, entries: readonly MeasuredEntry[]): StackedData | null {
  const { units, things } = unitsAt(context, level ?? 'team');
  const rows = entries.map(({ title, indicator }): StackedRow => {
    const { bands } = context.judgement(indicator.id);
    const figures = units.map(({ code }) => context.judgement(indicator.id, context.month, code).figure);
    if (bands.length === 0) return { label: title, amounts: statuses.map(() => null), missing: 'no target' };
    if (figures.every((figure) => figure === null)) {
      return { label: title, amounts: statuses.map(() => null), missing: 'no figures' };
    }
    const counts = overBands(figures, bands);
    const inAll = (status: Status): number =>
      counts.filter((band) => band.status === status).reduce((sum, band) => sum + band.units, 0);
    return { label: title, amounts: statuses.map(inAll) };
  });
  if (rows.every(({ amounts }) => amounts.every((amount) => amount === null))) return null;
  return {
    kind: 'stacked',
    caption: {
      measure: `${things.charAt(0).toUpperCase()}${things.slice(1)} by status against one target`,
      area: context.unit.name,
      period: monthLabel(context.month),
      source: entries[0] === undefined ? '' : sourceOf(entries[0].definition),
    },
    categories: statuses.map((status) => context.labels.statuses[status]),
    rows,
    rowsAre: 'Measure',
    of: things,
    decimals: 1,
  };
}
