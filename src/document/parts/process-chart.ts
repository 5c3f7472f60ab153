import { monthLabel, shortMonthLabel } from '../../calendar/index.ts';
import { boundedLimits, type FigureProcess, signalWords, targetAt } from '../../judgement/index.ts';
import type { ProcessData } from '../chart-data.ts';
import { captionOf, periodsOf, spanOf } from '../compile/series.ts';
import type { DataOf } from './chart.ts';
import { ofEntry } from './nothing.ts';

const pointsInWords: Readonly<Record<FigureProcess['pointsAre'], string | null>> = {
  figures: null,
  'months inside the year to date': 'Each point is one month alone, taken out of the year to date.',
  quarters: 'Each point is one quarter.',
};

/** The points behind a figure with the limits of their usual range, over the months that the pack sets for it. */
export const processData: DataOf = (context, entry) => {
  const { indicator, definition } = entry;
  const { process, target } = context.judgement(indicator.id);
  if (process.notTaken !== null) return ofEntry(context, entry, `no usual range is taken. ${process.notTaken}.`);
  if (process.points.every((point) => point === null)) return ofEntry(context, entry, 'there is no figure to draw.');
  const every = process.pointsAre === 'quarters' ? 'quarter' : 'month';
  // A range has two ends, of which a single line would show one.
  const hasLine = process.assurance !== null && target !== null && target.target_high === undefined;
  const rebases = process.stretches.flatMap(({ rebase }) => (rebase === null ? [] : [rebase]));
  const monthAt = (index: number): string => process.months[index] ?? context.month;
  const notes = [
    pointsInWords[process.pointsAre],
    ...rebases.map(
      ({ index, reason }) => `The range begins anew in ${monthLabel(monthAt(index))}: ${reason.replace(/\.?$/, '.')}`,
    ),
    process.stretches.some(({ limits }) => limits?.isTrial === true)
      ? `Limits drawn dashed are trial limits: they rest on fewer than ${process.settings.minimum} points.`
      : null,
  ].filter((note) => note !== null);
  const data: ProcessData = {
    kind: 'process',
    caption: captionOf(context, entry, spanOf(context, process.months, every), notes),
    scale: { measuredIn: definition.measuredIn, decimals: definition.decimals },
    ...periodsOf(context, process.months, every),
    points: process.points,
    limits: boundedLimits(process, definition.measuredIn),
    signals: process.signals.map((signals) =>
      signals.map((signal) => signalWords(signal, process.settings)).join('; '),
    ),
    ...(hasLine && {
      targets: process.months.map(
        (month) => targetAt(context.input.figures, indicator.id, context.unit.code, month)?.target ?? null,
      ),
    }),
    breaks: rebases.map(({ index }) => ({ index, label: `New range, ${shortMonthLabel(monthAt(index))}` })),
  };
  return data;
};
