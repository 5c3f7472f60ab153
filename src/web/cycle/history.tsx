import type { JSX } from 'preact';
import { dayOf } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';
import type { ApprovalAction, ApprovalVersion } from '../../store/index.ts';
import { Scroll } from '../components/scroll.tsx';
import { doneWords } from './words.ts';

const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', minute: '2-digit' });

/** Everything that was done with the approval, the latest first. */
export function History({ history }: { readonly history: readonly ApprovalVersion[] }): JSX.Element {
  return (
    <section>
      <h2 class="app-h2 app-h2--ruled" id="_history">
        History
      </h2>
      {history.length === 0 ? (
        <p class="app-prose">Nobody has submitted it yet.</p>
      ) : (
        <Scroll labelledBy="_history">
          <table class="app-table app-history" aria-labelledby="_history">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">What</th>
                <th scope="col">By</th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {history.toReversed().map((one) => (
                <tr key={one.version}>
                  <th scope="row">
                    {dayLabel(dayOf(one.at))}, {time.format(one.at)}
                  </th>
                  <td>{whatOf(one)}</td>
                  <td>{one.role}</td>
                  <td class="app-history__why">{one.why}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}

function whatOf({ action, state, submission }: ApprovalVersion): string {
  const words = doneWords[action as ApprovalAction] ?? action;
  if (action !== 'approve' || submission?.steps !== 2) return words;
  return state === 'approved-1' ? `${words} (first of two)` : `${words} (second of two)`;
}
