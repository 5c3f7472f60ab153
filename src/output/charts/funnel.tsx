import { renderToString } from 'preact-render-to-string';
import type { FunnelData } from '../../document/index.ts';
import { formatAmount } from '../../judgement/index.ts';
import { type Chart, type Drawing, opening, withNotes, words } from './chart.ts';
import { FunnelChart } from './funnel-chart.tsx';
import { type FunnelReading, readFunnel } from './funnel-reading.ts';
import { cell, listed, printed } from './number.ts';

/** The picture, words and table of units against what chance alone would give. */
export function funnelChart(data: FunnelData, { id, width, height }: Drawing): Chart {
  const { scale, units, sizeLabel, caption, things = 'units' } = data;
  const reading = readFunnel(units, scale, data.centre?.value ?? null);
  const title = data.title ?? ownTitle(reading, things);
  const alt = data.alt ?? inWords(data, reading, title);
  const chart = (
    <FunnelChart
      id={id}
      title={title}
      description={alt}
      reading={reading}
      sizeLabel={sizeLabel}
      centreLabel={data.centre?.label ?? `All ${things}`}
      scale={scale}
      {...(width === undefined ? {} : { width })}
      {...(height === undefined ? {} : { height })}
    />
  );
  const reasons = new Map(reading.left.map((unit) => [unit.label, unit.missing ?? 'no cases']));
  return {
    title,
    alt,
    caption: withNotes(caption, [limitsNote(reading)]),
    svg: renderToString(chart),
    table: {
      columns: [
        { label: `${things.charAt(0).toUpperCase()}${things.slice(1)}`, kind: 'text' },
        { label: sizeLabel, kind: 'number' },
        { label: 'Figure', kind: 'number' },
        { label: 'Lower 95% limit', kind: 'number' },
        { label: 'Upper 95% limit', kind: 'number' },
        { label: 'Lower 99.8% limit', kind: 'number' },
        { label: 'Upper 99.8% limit', kind: 'number' },
        { label: 'Reading', kind: 'text' },
      ],
      rows: units.map((unit) => {
        const point = reading.points.find(({ label }) => label === unit.label);
        const missing = reasons.get(unit.label) ?? 'no cases';
        const limits = point?.limits;
        return [
          words(unit.label),
          { value: unit.size, text: unit.size === null ? missing : formatAmount(unit.size) },
          cell(point?.value ?? null, scale, missing),
          cell(limits?.lower95 ?? null, scale, 'no limits'),
          cell(limits?.upper95 ?? null, scale, 'no limits'),
          cell(limits?.lower998 ?? null, scale, 'no limits'),
          cell(limits?.upper998 ?? null, scale, 'no limits'),
          words(point === undefined ? missing : readingOf(point, reading.centre)),
        ];
      }),
    },
  };
}

/** What a reader needs to know of the limits, with the distribution they rest on. */
function limitsNote({ drawn, centre, points }: FunnelReading): string {
  const rests = drawn === 'proportion' ? 'exact binomial' : 'exact Poisson';
  const chance =
    points.length === 0 || centre === 0
      ? ''
      : ' Of 20 units that differ by chance alone about one lies beyond the 95% limits, of 500 about one beyond the 99.8% limits.';
  return `Limits are ${rests} limits around the centre line; they are wider for small units. A triangle lies beyond the 95% limit, a diamond beyond the 99.8% limit.${chance}`;
}

function readingOf({ beyond, value }: FunnelReading['points'][number], centre: number): string {
  if (beyond === 'none') return 'within the limits';
  return `${value > centre ? 'above' : 'below'} the ${beyond} limit`;
}

function ownTitle({ points }: FunnelReading, things: string): string {
  const [far, beyond] = ['99.8%', ''].map(
    (limit) => points.filter((one) => one.beyond !== 'none' && one.beyond.startsWith(limit)).length,
  ) as [number, number];
  if (points.length === 0) return 'No figure to draw';
  if (beyond === 0)
    return points.length === 1
      ? 'Within what chance explains'
      : `All ${points.length} ${things} within what chance explains`;
  if (far > 0) return `${far} of ${points.length} ${things} beyond the 99.8% limits`;
  return `${beyond} of ${points.length} ${things} beyond the 95% limits`;
}

function inWords(
  { caption, scale, centre, things = 'units' }: FunnelData,
  reading: FunnelReading,
  title: string,
): string {
  const { points, left } = reading;
  const beyond = (limit: '95%' | '99.8%', side: 1 | -1): string[] => {
    const found = points.filter((one) => one.beyond === limit && Math.sign(one.value - reading.centre) === side);
    const named = found.map(({ label, value }) => `${label} (${printed(value, scale)})`);
    return named.length === 0 ? [] : [`${side > 0 ? 'Above' : 'Below'} the ${limit} limit: ${listed(named)}.`];
  };
  return [
    opening(caption, title),
    ...(points.length === 0 ? [] : [`${centre?.label ?? `All ${things} together`} ${printed(reading.centre, scale)}.`]),
    ...beyond('99.8%', 1),
    ...beyond('99.8%', -1),
    ...beyond('95%', 1),
    ...beyond('95%', -1),
    ...(left.length > 0
      ? [`Not drawn: ${left.map(({ label, missing }) => `${label} ${missing ?? 'no cases'}`).join(', ')}.`]
      : []),
  ].join(' ');
}
