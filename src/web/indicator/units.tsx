import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import { formatAmount, formatValue } from '../../judgement/index.ts';
import { BarChart } from '../../output/index.ts';
import { indicatorAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Details } from '../components/details.tsx';
import { Scroll } from '../components/scroll.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { statusLabels } from '../status-labels.ts';
import type { ByUnit, UnitRow } from './by-unit.ts';

interface Props {
  readonly choice: Choice;
  readonly byUnit: ByUnit;
}

const printed = ({ judgement }: UnitRow): string =>
  judgement.figure === null
    ? (judgement.statusReason ?? 'no figure')
    : formatValue(judgement.figure, judgement.definition);

/** What a figure rests on: 'of 612', for percentages and averages; nothing for counts and rates. */
function restsOn({ judgement }: UnitRow): string {
  const { observation, definition, figure } = judgement;
  if (figure === null || observation?.denominator == null || definition.measuredIn.startsWith('rate-')) return '';
  return `of ${formatAmount(observation.denominator)}${judgement.smallDenominator ? ', few' : ''}`;
}

/** One figure over the units below the chosen one, or beside it, with the line of the unit above. */
export function Units({ choice, byUnit }: Props): JSX.Element {
  const { rows, above, title } = byUnit;
  const drawn = rows.filter(({ unit, judgement }) => unit.kind !== 'not-attributed' && judgement.figure !== null);
  // The count of a whole is no measure for its parts.
  const comparable = above !== null && above.judgement.definition.measuredIn !== 'count';
  const aboveValue = comparable ? (above.judgement.observation?.value ?? null) : null;
  const chart = (id: string, width: number, stacked: boolean): JSX.Element => (
    <BarChart
      id={id}
      width={width}
      stacked={stacked}
      title={`${title}, ${monthLabel(choice.month)}`}
      description={drawn.map((row) => `${row.unit.name} ${printed(row)}`).join(', ')}
      bars={drawn.map((row) => ({
        label: row.unit.name,
        value: row.judgement.observation?.value ?? null,
        text: printed(row),
        note: restsOn(row),
        own: row.unit.code === choice.unit,
      }))}
      reference={
        above === null || aboveValue === null
          ? null
          : { value: aboveValue, label: `${above.unit.name} ${printed(above)}` }
      }
    />
  );
  return (
    <section aria-labelledby="units">
      <h2 id="units" class="app-h2 app-h2--ruled">
        {title}
      </h2>
      {drawn.length > 0 && (
        <>
          <div class="app-chart app-chart--wide">{chart('units-wide', 420, false)}</div>
          <div class="app-chart app-chart--narrow">{chart('units-narrow', 288, true)}</div>
        </>
      )}
      {drawn.length === 0 && <p>None of them has a figure{rows[0] === undefined ? '' : `: ${printed(rows[0])}`}.</p>}
      <Details summary={`View as table, with links to each`}>
        <UnitsTable choice={choice} byUnit={byUnit} />
      </Details>
    </section>
  );
}

function UnitsTable({ choice, byUnit: { rows, title } }: Props): JSX.Element {
  const labels = statusLabels(choice.figures.pack);
  return (
    <Scroll labelledBy="units-caption">
      <table class="app-table">
        <caption id="units-caption">
          {title}, {monthLabel(choice.month)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col" class="app-number">
              Figure
            </th>
            <th scope="col" class="app-number">
              Num
            </th>
            <th scope="col" class="app-number">
              Denom
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { unit, judgement } = row;
            const { observation } = judgement;
            return (
              <tr key={unit.code}>
                <th scope="row">
                  <a
                    class="govuk-link"
                    href={indicatorAddress(judgement.indicator.id, { month: choice.month, unit: unit.code })}
                  >
                    {unit.name}
                  </a>
                </th>
                <td class="app-number">{judgement.figure === null ? '–' : printed(row)}</td>
                <td class="app-number">{observation?.numerator == null ? '–' : formatAmount(observation.numerator)}</td>
                <td class="app-number">
                  {observation?.denominator == null ? '–' : formatAmount(observation.denominator)}
                </td>
                <td>
                  <StatusTag
                    status={judgement.status}
                    labels={labels}
                    reason={judgement.statusReason}
                    byHand={judgement.statusOverride !== null}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
