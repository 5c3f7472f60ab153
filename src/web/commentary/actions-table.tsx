import type { JSX } from 'preact';
import { dayLabel, monthEnd, monthLabel } from '../../calendar/index.ts';
import type { ActionVersion } from '../../store/index.ts';
import type { Choice } from '../choice.ts';
import { Scroll } from '../components/scroll.tsx';
import { actionAddress } from './address.ts';
import { StateTag } from './state-tag.tsx';

export const actionStates = { open: 'Open', done: 'Done', dropped: 'Dropped' } as const;

interface Props {
  readonly id: string;
  readonly caption: string;
  readonly actions: readonly ActionVersion[];
  readonly choice: Pick<Choice, 'month' | 'figures'>;
  /** Whether each says which indicator it is about. */
  readonly titled?: (indicator: string | null) => string;
}

/** Whether the month has ended without it. */
const isLate = ({ state, due }: ActionVersion, month: string): boolean =>
  state === 'open' && due !== null && due < monthEnd(month);

/** Actions as they stand in a month; each leads to where it is changed. */
export function ActionsTable({ id, caption, actions, choice: { month }, titled }: Props): JSX.Element {
  return (
    <Scroll labelledBy={id}>
      <table class="app-table app-actions__table">
        <caption id={id}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">No</th>
            <th scope="col">Action</th>
            {titled && <th scope="col">About</th>}
            <th scope="col">Who</th>
            <th scope="col">Due</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.number}>
              <td>{action.number}</td>
              <th scope="row">
                <a class="govuk-link" href={actionAddress(action.number, month)}>
                  {action.text}
                </a>
                {action.month !== month && <span class="app-note">Carried from {monthLabel(action.month)}</span>}
              </th>
              {titled && <td>{titled(action.indicator)}</td>}
              <td>{action.ownerRole}</td>
              <td class="app-date">
                {action.due === null ? 'No date' : dayLabel(action.due)}
                {isLate(action, month) && <strong class="app-note app-late">Overdue</strong>}
              </td>
              <td>
                <StateTag state={action.state} word={actionStates[action.state]} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
