import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import { formatAmount, formatValue, periodInWords, polarityInWords } from '../../judgement/index.ts';
import type { Doubts as DoubtsOfFigure } from '../../measure/index.ts';
import { casesAddress, indicatorAddress, scorecardAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import type { SaidBeside } from '../commentary/said.ts';
import { SaidSection } from '../commentary/said-section.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Chooser } from '../components/chooser.tsx';
import { DirectionMark } from '../components/direction-mark.tsx';
import { Layout } from '../components/layout.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { statusLabels } from '../status-labels.ts';
import { ComparedTable } from './compared-table.tsx';
import { Definition } from './definition.tsx';
import { Doubts } from './doubts.tsx';
import { HeadingFor } from './heading-for.tsx';
import type { IndicatorView } from './model.ts';
import { NoFigure } from './no-figure.tsx';
import { SetByHand } from './set-by-hand.tsx';
import { Trend } from './trend.tsx';
import { Units } from './units.tsx';
import { UsualRangeSection } from './usual-range-section.tsx';

interface Props {
  readonly choice: Choice;
  readonly view: IndicatorView;
  /** How much of the figure stands on doubtful data; null where nothing can be said. */
  readonly doubts: DoubtsOfFigure | null;
  /** What people said of it; null where there is no store. */
  readonly said: SaidBeside | null;
}

/** Numerator and denominator in words: 'of' only where a part of a whole is meant. */
function restsOn({ observation, definition }: IndicatorView['judgement']): string | null {
  if (observation?.numerator == null) return null;
  if (observation.denominator === null) {
    return definition.measuredIn === 'count' ? null : `${formatAmount(observation.numerator)} counted`;
  }
  const [numerator, denominator] = [formatAmount(observation.numerator), formatAmount(observation.denominator)];
  if (definition.measuredIn === 'percent' && definition.polarity !== 'none') return `${numerator} of ${denominator}`;
  if (definition.measuredIn.startsWith('rate-')) return `${numerator} in a population of ${denominator}`;
  return `${numerator} over ${denominator}`;
}

function Headline({ choice, view }: Omit<Props, 'doubts' | 'said'>): JSX.Element {
  const { judgement, facts } = view;
  const { figure, definition, observation, indicator } = judgement;
  const words = restsOn(judgement);
  return (
    <>
      <div class="app-headline">
        {figure === null ? (
          <NoFigure choice={choice} observation={observation} />
        ) : (
          <p class="app-headline__figure">{formatValue(figure, definition)}</p>
        )}
        <div>
          <p class="app-headline__status">
            <StatusTag
              status={judgement.status}
              labels={statusLabels(choice.figures.pack)}
              reason={judgement.statusReason}
            />
          </p>
          <SetByHand judgement={judgement} labels={statusLabels(choice.figures.pack)} />
          {words !== null && (
            <p class="app-headline__cases">
              <a class="govuk-link" href={casesAddress(indicator.id, choice)}>
                {words}
              </a>
            </p>
          )}
        </div>
      </div>
      {facts.length > 0 && (
        <ul class="app-facts">
          {facts.map(({ text, direction }) => (
            <li key={text}>
              {text}
              {direction === null ? '' : ': '}
              {direction !== null && <DirectionMark direction={direction} />}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function IndicatorPage({ choice, view, doubts, said }: Props): JSX.Element {
  const { figures, month, chosen } = choice;
  const { judgement, trend, byUnit, heading, compared, usual } = view;
  const { definition, indicator } = judgement;
  const theme = figures.pack.themes.find(({ id }) => id === definition.theme)?.title ?? 'Indicators';
  return (
    <Layout
      title={`${definition.title}, ${chosen.name}, ${monthLabel(month)}`}
      section="indicators"
      synthetic={figures.synthetic}
    >
      <Breadcrumbs crumbs={[{ text: 'Scorecard', href: scorecardAddress(choice) }, { text: theme }]} />
      <h1 class="app-h1">{definition.title}</h1>
      <p class="app-lead">
        {chosen.name} · {definition.basis === 'snapshot' ? '' : `${definition.basis.replaceAll('-', ' ')}, `}
        {periodInWords(definition.basis, month, figures.pack.financialYearStart)} ·{' '}
        {polarityInWords[definition.polarity]}
      </p>
      <div class="app-top">
        <Chooser action={indicatorAddress(indicator.id, choice).split('?')[0] ?? ''} choice={choice} />
        <a class="govuk-button app-cases-button" href={casesAddress(indicator.id, choice)}>
          See the cases
        </a>
      </div>
      <div class="app-columns">
        <div class="app-columns__main">
          <Headline choice={choice} view={view} />
          {doubts !== null && <Doubts choice={choice} indicator={indicator.id} doubts={doubts} />}
          {trend === null ? (
            <p class="app-empty">There are no figures in the 24 months to {monthLabel(month)}, so there is no chart.</p>
          ) : (
            <Trend choice={choice} judgement={judgement} trend={trend} />
          )}
          {heading !== null && <HeadingFor heading={heading} />}
          {compared !== null && <ComparedTable choice={choice} judgement={judgement} compared={compared} />}
          {usual !== null && <UsualRangeSection choice={choice} judgement={judgement} usual={usual} />}
        </div>
        <div class="app-columns__side">
          {said !== null && <SaidSection beside={said} />}
          {byUnit.kind !== 'none' && <Units choice={choice} byUnit={byUnit} />}
          <Definition judgement={judgement} />
        </div>
      </div>
    </Layout>
  );
}
