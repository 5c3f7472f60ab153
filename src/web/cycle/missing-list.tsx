import type { JSX } from 'preact';
import type { Missing, Standing } from '../../cycle/index.ts';
import type { Report } from '../../pack/index.ts';
import { findingsAddress, indicatorAddress, reportAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { commentAddress } from '../commentary/address.ts';
import { Scroll } from '../components/scroll.tsx';
import { standingAddress } from './address.ts';

interface Props {
  readonly choice: Choice;
  readonly report: Report;
  readonly standing: Standing;
}

const kinds: Readonly<Record<Missing['kind'], string>> = {
  data: 'Data',
  rows: 'Data quality',
  comment: 'Comments',
  check: 'Checks before issue',
  approval: 'Approvals',
};

/** What is missing, and whose it is. */
export function MissingList({ choice, report, standing: { missing } }: Props): JSX.Element {
  return (
    <section class="app-missing">
      <h2 class="app-h2 app-h2--ruled" id="_missing">
        {headingOf(missing.length)}
      </h2>
      {missing.length === 0 ? (
        <p class="app-prose">Figures, comments, checks and approvals are complete: the report is ready to sign.</p>
      ) : (
        <Scroll labelledBy="_missing">
          <table class="app-table app-missing__table" aria-labelledby="_missing">
            <thead>
              <tr>
                <th scope="col">About</th>
                <th scope="col">What is missing</th>
                <th scope="col">Whose it is</th>
              </tr>
            </thead>
            {[...Map.groupBy(missing, ({ kind }) => kind)].map(([kind, group]) => (
              <tbody key={kind}>
                <tr>
                  <th scope="rowgroup" colspan={3} class="app-missing__group">
                    {kinds[kind]} <span class="app-missing__count">{group.length}</span>
                  </th>
                </tr>
                {group.map((one) => (
                  <tr key={`${one.about} ${one.unit} ${one.says}`}>
                    <th scope="row">
                      <a class="govuk-link" href={addressOf(one, choice, report)}>
                        {one.about}
                      </a>
                      {one.unit !== choice.unit && one.kind !== 'approval' && (
                        <span class="app-note">{choice.units.find(({ code }) => code === one.unit)?.name}</span>
                      )}
                    </th>
                    <td>{one.says}</td>
                    <td>{one.whose}</td>
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        </Scroll>
      )}
    </section>
  );
}

function headingOf(count: number): string {
  if (count === 0) return 'Nothing is missing';
  return count === 1 ? 'One thing is missing' : `${count.toLocaleString('en-GB')} things are missing`;
}

/** Where it can be put right. */
function addressOf({ kind, unit, id }: Missing, choice: Choice, report: Report): string {
  const { month } = choice;
  switch (kind) {
    case 'data':
      return '/data';
    case 'rows':
      return findingsAddress({ code: id ?? undefined });
    case 'comment':
      return commentAddress(report.id, { month, unit }, id);
    case 'approval':
      return unit === choice.unit ? '#approval' : standingAddress(report.id, { month, unit });
    case 'check':
      return id === null ? reportAddress(report.id, choice) : indicatorAddress(id, choice);
  }
}
