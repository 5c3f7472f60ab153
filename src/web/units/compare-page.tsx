import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { AnyChartData } from '../../document/index.ts';
import { formatAmount, formatValue, periodInWords } from '../../judgement/index.ts';
import { captionText, chartOf } from '../../output/index.ts';
import { indicatorAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Chooser } from '../components/chooser.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { statusLabels } from '../status-labels.ts';
import { unitAddress } from './address.ts';
import { type Compared, comparable } from './compare.ts';

interface Props {
  readonly choice: Choice;
  readonly compared: Compared;
  readonly deep: boolean;
}

/** A chart drawn twice: for a wide page and for a telephone. */
function Picture({ id, data }: { readonly id: string; readonly data: AnyChartData }): JSX.Element {
  const wide = chartOf(data, { id: `${id}-w`, width: 720 });
  const narrow = chartOf(data, { id: `${id}-n`, width: 340 });
  return (
    <figure class="app-compare__chart">
      <p class="app-compare__title">{wide.title}</p>
      <div class="app-chart app-chart--wide" dangerouslySetInnerHTML={{ __html: wide.svg }} />
      <div class="app-chart app-chart--narrow" dangerouslySetInnerHTML={{ __html: narrow.svg }} />
      <figcaption class="app-caption">{captionText(wide.caption)}</figcaption>
    </figure>
  );
}

function CompareTable({ choice, compared: { units, indicator, above } }: Omit<Props, 'deep'>): JSX.Element {
  const labels = statusLabels(choice.figures.pack);
  return (
    <Scroll labelledBy="compare-caption">
      <table class="app-table">
        <caption id="compare-caption">
          {above.definition.title}, {monthLabel(choice.month)}, the highest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col" class="app-number">
              Figure
            </th>
            <th scope="col">Status</th>
            <th scope="col" class="app-number">
              Numerator
            </th>
            <th scope="col" class="app-number">
              Denominator
            </th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, judgement: { figure, definition, status, observation, smallDenominator } }) => (
            <tr key={unit.code}>
              <th scope="row">
                <a class="govuk-link" href={unitAddress({ unit: unit.code, month: choice.month })}>
                  {unit.name}
                </a>
              </th>
              <td class="app-number">
                <a class="govuk-link" href={indicatorAddress(indicator.id, { unit: unit.code, month: choice.month })}>
                  {figure === null ? (observation?.reason ?? 'No figure') : formatValue(figure, definition)}
                </a>
              </td>
              <td>
                <StatusTag status={status} labels={labels} />
              </td>
              <td class="app-number">{observation?.numerator == null ? '–' : formatAmount(observation.numerator)}</td>
              <td class="app-number">
                {observation?.denominator == null ? '–' : formatAmount(observation.denominator)}
                {smallDenominator && ' few'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** One indicator over units: bars, and where it is a share or a rate a funnel by their size, with the figures below. */
export function ComparePage({ choice, compared, deep }: Props): JSX.Element {
  const { figures, chosen, month, unit } = choice;
  const { above, bars, funnel, indicator } = compared;
  const title = above.definition.title;
  const drawn = bars.bars.filter(({ value }) => value !== null).length;
  return (
    <Layout title={`Compare units: ${title}`} section="units" synthetic={figures.synthetic}>
      <h1 class="app-h1">
        <span class="app-h1__above">Units compared</span> {title}
      </h1>
      <p class="app-lead">
        {chosen.name} · {periodInWords(above.definition.basis, month, figures.pack.financialYearStart)}
      </p>
      <form class="app-chooser" action="/compare" method="get">
        <input type="hidden" name="month" value={month} />
        <input type="hidden" name="unit" value={unit} />
        {deep && <input type="hidden" name="level" value="teams" />}
        <div class="govuk-form-group">
          <label class="govuk-label" for="indicator">
            Indicator
          </label>
          <select class="govuk-select" id="indicator" name="indicator">
            {comparable(choice).map(({ id, title: text }) => (
              <option key={id} value={id} selected={id === indicator.id}>
                {text}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="govuk-button">
          Compare
        </button>
      </form>
      <Chooser
        action="/compare"
        choice={choice}
        keep={{ indicator: indicator.id, ...(deep ? { level: 'teams' } : {}) }}
      />
      <nav class="app-filter" aria-label="Which units">
        <ul>
          {[false, true].map((way) => (
            <li key={String(way)}>
              <a
                href={`/compare?${new URLSearchParams({ indicator: indicator.id, month, unit, ...(way ? { level: 'teams' } : {}) })}`}
                aria-current={way === deep ? 'true' : undefined}
              >
                {way ? 'All teams' : 'The units right below'}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {drawn === 0 ? <p class="app-empty">None of the units has a figure.</p> : <Picture id="bars" data={bars} />}
      {funnel && <Picture id="funnel" data={funnel} />}
      <CompareTable choice={choice} compared={compared} />
    </Layout>
  );
}
