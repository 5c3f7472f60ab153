import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { Comparison, Exact, Judgement } from '../../judgement/index.ts';
import { basisInWords, formatAmount, formatValue, polarityInWords } from '../../judgement/index.ts';
import { extent, Sparkline } from '../../output/index.ts';
import type { Definition } from '../../pack/index.ts';
import { indicatorAddress } from '../address.ts';
import { DirectionMark } from '../components/direction-mark.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import type { StatusLabels } from '../status-labels.ts';
import type { Row as RowModel } from './model.ts';

const stateWords = {
  value: '',
  'no-cases': 'No cases',
  'no-denominator': 'No rate',
  'not-collected': 'Not collected',
  suppressed: 'Suppressed',
} as const;

/** A figure, and the word that stands after it once in a row: days. */
function printed(value: Exact | number, definition: Definition): { number: string; unit: string } {
  const [number = '', unit = ''] = formatValue(value, definition).split(' ');
  return { number, unit };
}

/** What a sparkline shows, in words. */
function sparklineTitle({ series, judgement }: RowModel): string {
  const range = extent(series.values);
  const months = `${monthLabel(series.months[0] ?? '')} to ${monthLabel(judgement.month)}`;
  if (range === null) return `No figures from ${months}`;
  const [low, high] = range.map((value) => formatValue(value, judgement.definition));
  return `${months}: lowest ${low}, highest ${high}`;
}

function Earlier({
  judgement,
  earlier,
  label,
}: {
  judgement: Judgement;
  earlier: Comparison;
  label: string;
}): JSX.Element {
  return (
    <>
      <td class="app-number" data-label={label}>
        {earlier.figure === null ? '–' : printed(earlier.figure, judgement.definition).number}
      </td>
      <td class="app-way">
        {earlier.direction !== null && <DirectionMark direction={earlier.direction} />}
        {earlier.figure !== null && earlier.brokenBy !== null && <span class="app-quiet">not comparable</span>}
      </td>
    </>
  );
}

interface Props {
  readonly row: RowModel;
  readonly labels: StatusLabels;
  /** Whether people have said something of the figure. */
  readonly isSaid: boolean;
}

export function Row({ row, labels, isSaid }: Props): JSX.Element {
  const { judgement, number, series } = row;
  const { definition, observation, figure, target } = judgement;
  const href = indicatorAddress(judgement.indicator.id, judgement);
  return (
    <tr class="app-row">
      <td class="app-row__number">{number}</td>
      <th scope="row" class="app-row__title">
        <a class="govuk-link" href={href}>
          {definition.title}
        </a>
        <span class="app-row__basis">
          {basisInWords(definition.basis)} · {polarityInWords[definition.polarity]}
          {isSaid && ' · '}
          {isSaid && (
            <a class="govuk-link" href={`${href}#said`} aria-label={`Commentary on ${definition.title}`}>
              Commentary
            </a>
          )}
        </span>
        {figure === null && observation?.state !== 'no-cases' && (
          <span class="app-row__why">{observation?.reason ?? 'There is no figure for this month'}</span>
        )}
      </th>
      <td class="app-number app-row__latest">
        {figure === null ? (
          <span class="app-state">{stateWords[observation?.state ?? 'not-collected']}</span>
        ) : (
          <a class="app-figure" href={href}>
            {printed(figure, definition).number}
            {printed(figure, definition).unit !== '' && (
              <span class="app-figure__unit">{printed(figure, definition).unit}</span>
            )}
          </a>
        )}
      </td>
      <td class="app-row__status">
        <StatusTag
          status={judgement.status}
          labels={labels}
          reason={judgement.statusReason === 'no target' ? 'no target' : labels.none.toLowerCase()}
          byHand={judgement.statusOverride !== null}
        />
      </td>
      <td class="app-number app-number--quiet" data-label="Numerator">
        {observation?.numerator == null ? '–' : formatAmount(observation.numerator)}
      </td>
      <td class="app-number app-number--quiet" data-label="Denominator">
        {observation?.denominator == null ? (
          '–'
        ) : judgement.smallDenominator ? (
          <span class="app-few">
            {formatAmount(observation.denominator)} <span class="app-few__word">few</span>
          </span>
        ) : (
          formatAmount(observation.denominator)
        )}
      </td>
      <td class="app-number" data-label="Target">
        {target === null ? '–' : printed(target.target, definition).number}
      </td>
      <td class="app-row__trend">
        {series.values.some((value) => value !== null) && (
          <Sparkline
            id={`trend-${number}`}
            values={series.values}
            targets={series.targets}
            breaks={series.breaks.map(({ index }) => index)}
            title={sparklineTitle(row)}
          />
        )}
      </td>
      <Earlier judgement={judgement} earlier={judgement.previous} label={monthLabel(judgement.previous.month)} />
      <Earlier judgement={judgement} earlier={judgement.outturn} label={monthLabel(judgement.outturn.month)} />
    </tr>
  );
}
