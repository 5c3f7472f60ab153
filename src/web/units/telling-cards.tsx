import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import { changeInWords, formatTarget, formatValue } from '../../judgement/index.ts';
import { indicatorAddress } from '../address.ts';
import { Details } from '../components/details.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import type { StatusLabels } from '../status-labels.ts';
import { type Telling, tellingRule } from './telling.ts';

interface Props {
  readonly telling: readonly Telling[];
  readonly labels: StatusLabels;
}

function Card({ telling: { judgement }, labels }: { telling: Telling; labels: StatusLabels }): JSX.Element {
  const { definition, figure, target, previous, directionFromPrevious } = judgement;
  const comparable = previous.figure !== null && previous.brokenBy === null;
  return (
    <li class="app-card">
      <h3 class="app-card__title">
        <a class="govuk-link" href={indicatorAddress(judgement.indicator.id, judgement)}>
          {definition.shortTitle ?? definition.title}
        </a>
      </h3>
      <p class="app-card__figure">{figure === null ? '–' : formatValue(figure, definition)}</p>
      <p class="app-card__status">
        <StatusTag status={judgement.status} labels={labels} byHand={judgement.statusOverride !== null} />
        {target !== null && <span class="app-quiet"> target {formatTarget(target, definition)}</span>}
      </p>
      {figure !== null && previous.figure !== null && comparable && (
        <p class="app-card__moved">
          {changeInWords(figure, previous.figure, definition)} on {monthLabel(previous.month)}
          {directionFromPrevious !== null && directionFromPrevious !== 'same' && `: ${directionFromPrevious}`}
        </p>
      )}
      {judgement.smallDenominator && <p class="app-quiet">Few cases: read it with care.</p>}
    </li>
  );
}

/** The most telling figures of a unit, and by which rule they were chosen. */
export function TellingCards({ telling, labels }: Props): JSX.Element {
  return (
    <section aria-labelledby="telling">
      <h2 id="telling" class="app-h2 app-h2--ruled">
        The most telling figures
      </h2>
      {telling.length === 0 ? (
        <p class="app-empty">No figure is away from target, and none moved since the month before.</p>
      ) : (
        <ul class="app-cards">
          {telling.map((one) => (
            <Card key={one.judgement.indicator.id} telling={one} labels={labels} />
          ))}
        </ul>
      )}
      <Details summary="How they are chosen">
        <p>{tellingRule}</p>
      </Details>
    </section>
  );
}
