import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import {
  basisInWords,
  type Comparison,
  type Direction,
  formatTarget,
  formatValue,
  type Judgement,
  polarityInWords,
} from '../../judgement/index.ts';
import { TrendChart } from '../../output/index.ts';
import { indicatorAddress } from '../address.ts';
import { DirectionMark } from '../components/direction-mark.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { indicatorView } from '../indicator/model.ts';
import { statusLabels } from '../status-labels.ts';
import type { Opened } from './open.ts';

interface Props {
  readonly opened: Opened;
  readonly judgement: Judgement;
}

/** The figure that the words are about, with its judgement and what it is compared with. */
export function FigurePanel({ opened: { choice, report }, judgement }: Props): JSX.Element {
  const { figure, definition, target, observation, previous, outturn, yearAgo } = judgement;
  const labels = statusLabels(choice.figures.pack, report);
  return (
    <section class="app-figure-panel" aria-label="The figure">
      <div class="app-figure-panel__main">
        <p class="app-figure-panel__figure">
          {figure === null ? (observation?.reason ?? 'No figure') : formatValue(figure, definition)}
        </p>
        <p>
          <StatusTag status={judgement.status} labels={labels} reason={judgement.statusReason} />
        </p>
      </div>
      <dl class="app-tiles app-figure-panel__tiles">
        <Tile label="Target" value={target === null ? 'None' : formatTarget(target, definition)} />
        <Earlier label={monthLabel(previous.month)} earlier={previous} {...{ judgement }} />
        <Earlier label={`Outturn, ${monthLabel(outturn.month)}`} earlier={outturn} {...{ judgement }} />
        <Earlier label={monthLabel(yearAgo.month)} earlier={yearAgo} {...{ judgement }} />
      </dl>
      <p class="app-quiet app-figure-panel__note">
        {basisInWords(definition.basis)} · {polarityInWords[definition.polarity]} ·{' '}
        <a class="govuk-link" href={indicatorAddress(judgement.indicator.id, choice)}>
          More about the figure
        </a>
      </p>
    </section>
  );
}

interface EarlierProps {
  readonly label: string;
  readonly earlier: Comparison;
  readonly judgement: Judgement;
}

function Earlier({ label, earlier, judgement: { definition } }: EarlierProps): JSX.Element {
  const value = earlier.figure === null ? '–' : formatValue(earlier.figure, definition);
  return <Tile label={label} value={value} direction={earlier.brokenBy === null ? earlier.direction : null} />;
}

interface TileProps {
  readonly label: string;
  readonly value: string;
  readonly direction?: Direction | null;
}

function Tile({ label, value, direction = null }: TileProps): JSX.Element {
  return (
    <div class="app-tile">
      <dt>{label}</dt>
      <dd>
        {value}
        {direction !== null && (
          <span class="app-figure-panel__way">
            <DirectionMark direction={direction} />
          </span>
        )}
      </dd>
    </div>
  );
}

/** The trend, small: what a person looks back on while they write. */
export function FigureTrend({ opened, indicator: id }: { opened: Opened; indicator: string }): JSX.Element | null {
  const { choice } = opened;
  const indicator = choice.figures.pack.indicators.get(id);
  const view = indicator === undefined ? null : indicatorView(choice, indicator);
  if (view === null || view.trend === null) return null;
  const { trend, judgement } = view;
  const { definition } = judgement;
  const { series, range } = trend;
  const now = series.values.findLast((value) => value !== null) ?? null;
  const target = series.targets.findLast((value) => value !== null) ?? null;
  return (
    <section aria-labelledby="trend">
      <h2 id="trend" class="app-h2">
        {trend.title}
      </h2>
      <div class="app-chart app-chart--small">
        <TrendChart
          id="trend-chart"
          width={320}
          height={220}
          title={`${definition.title}: ${trend.title}`}
          description={`Month by month to ${monthLabel(choice.month)}; the page of the indicator has the table.`}
          months={series.months}
          main={{ label: now === null ? '' : formatValue(now, definition), values: series.values }}
          benchmarks={[]}
          target={target === null ? null : { label: 'Target', values: series.targets }}
          targetHigh={null}
          amber={null}
          breaks={series.breaks.map(({ index }) => ({ index, label: 'New definition' }))}
          range={range}
          scale={definition}
        />
      </div>
    </section>
  );
}
