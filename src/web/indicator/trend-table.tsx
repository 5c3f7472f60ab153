import type { JSX } from 'preact';
import { monthLabel } from '../../calendar/index.ts';
import type { FigureSeries } from '../../judgement/index.ts';
import { formatAmount, formatTarget, formatValue, judge } from '../../judgement/index.ts';
import type { Indicator } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { Scroll } from '../components/scroll.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { statusLabels } from '../status-labels.ts';

interface Props {
  readonly choice: Choice;
  readonly indicator: Indicator;
  readonly series: FigureSeries;
}

/** The months of a chart as a table, the latest first. */
export function TrendTable({ choice, indicator, series }: Props): JSX.Element {
  const { figures, unit } = choice;
  const labels = statusLabels(figures.pack);
  const rows = series.months.map((month, index) => ({
    judgement: judge(figures, indicator.id, unit, month),
    changed: series.breaks.find((one) => one.index === index)?.version.note ?? null,
  }));
  return (
    <Scroll labelledBy="trend-caption">
      <table class="app-table">
        <caption id="trend-caption">{choice.chosen.name}, by month, latest first</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col" class="app-number">
              Figure
            </th>
            <th scope="col" class="app-number">
              Num
            </th>
            <th scope="col" class="app-number">
              Denom
            </th>
            <th scope="col" class="app-number">
              Target
            </th>
            <th scope="col">Status</th>
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map(({ judgement, changed }) => {
            const { observation, figure, definition, target, month } = judgement;
            return (
              <tr key={month}>
                <th scope="row">
                  {monthLabel(month)}
                  {changed !== null && <span class="app-note">Definition changed: {changed}</span>}
                </th>
                <td class="app-number">
                  {figure === null ? (
                    <span class="app-quiet">{observation?.reason ?? 'no figure'}</span>
                  ) : (
                    formatValue(figure, definition)
                  )}
                </td>
                <td class="app-number">{observation?.numerator == null ? '–' : formatAmount(observation.numerator)}</td>
                <td class="app-number">
                  {observation?.denominator == null ? '–' : formatAmount(observation.denominator)}
                </td>
                <td class="app-number">{target === null ? '–' : formatTarget(target, definition)}</td>
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
