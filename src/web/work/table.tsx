import type { JSX } from 'preact';
import { shortDayLabel } from '../../calendar/index.ts';
import { indicatorAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Scroll } from '../components/scroll.tsx';
import { several } from '../words.ts';
import type { WorkView } from './model.ts';
import { effectInWords, leftInWords } from './words.ts';

interface Props {
  readonly choice: Choice;
  readonly view: WorkView;
}

/** The work itself, the oldest first, with the figure that each would move. */
export function WorkTable({ choice, view }: Props): JSX.Element {
  const { chosen, shown, pages, filter, indicators } = view;
  if (chosen.length === 0) return <p class="app-empty">Nothing waits that this list is about.</p>;
  const names = new Map(choice.units.map(({ code, name }) => [code, name]));
  return (
    <Scroll labelledBy="work-caption">
      <table class="app-table app-table--work">
        <caption id="work-caption">
          {several(chosen.length, 'case', 'cases')}
          {pages > 1 && `, page ${filter.page} of ${pages}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Last day</th>
            <th scope="col">Time left</th>
            <th scope="col">Figure that it moves if it is late</th>
            <th scope="col">Team</th>
            <th scope="col">Worker</th>
            <th scope="col">Person</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => {
            const indicator = indicators.get(one.indicator);
            return (
              <tr key={`${one.indicator} ${one.caseId} ${one.dueOn}`}>
                <th scope="row">{one.caseId}</th>
                <td class="app-date">{shortDayLabel(one.dueOn)}</td>
                <td class={one.dueOn < view.asAt ? 'app-date app-work-late' : 'app-date'}>
                  {leftInWords(one, view.asAt)}
                </td>
                <td>
                  <a class="govuk-link" href={indicatorAddress(one.indicator, choice)}>
                    {indicator?.definition.shortTitle ?? indicator?.definition.title ?? one.indicator}
                  </a>
                  {indicator && <span class="app-quiet"> {effectInWords(indicator)}</span>}
                </td>
                <td>{names.get(one.unit) ?? one.unit}</td>
                <td>{one.worker ?? 'Not known'}</td>
                <td>{one.person ?? '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}
