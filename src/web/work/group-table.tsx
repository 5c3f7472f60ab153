import type { JSX } from 'preact';
import { Details } from '../components/details.tsx';
import { Scroll } from '../components/scroll.tsx';
import type { When } from './filter.ts';
import type { Group } from './model.ts';

interface Props {
  readonly caption: string;
  /** The heading of the first column. */
  readonly first: string;
  readonly groups: readonly Group[];
  readonly name: (code: string | null) => string;
  readonly address: (code: string | null, when: When) => string;
}

/** How many rows stand open; the rest are folded away. */
const open = 8;

function Rows({ groups, name, address }: Omit<Props, 'caption' | 'first'>): JSX.Element {
  return (
    <tbody>
      {groups.map(({ code, late, week, month }) => (
        <tr key={code ?? ''}>
          <th scope="row">
            <a class="govuk-link" href={address(code, 'due')}>
              {name(code)}
            </a>
          </th>
          <td class={late > 0 ? 'app-number app-work-late' : 'app-number'}>{late.toLocaleString('en-GB')}</td>
          <td class="app-number">{week.toLocaleString('en-GB')}</td>
          <td class="app-number">{month.toLocaleString('en-GB')}</td>
        </tr>
      ))}
    </tbody>
  );
}

/** How much waits by indicator, team or worker, the most late first. */
export function GroupTable({ caption, first, groups, ...rest }: Props): JSX.Element {
  const table = (some: readonly Group[], title: string): JSX.Element => {
    const id = title.toLowerCase().replaceAll(/\W+/g, '-');
    return (
      <Scroll labelledBy={id}>
        <table class="app-table">
          <caption id={id}>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{first}</th>
              <th scope="col" class="app-number">
                Late
              </th>
              <th scope="col" class="app-number">
                7 days
              </th>
              <th scope="col" class="app-number">
                28 days
              </th>
            </tr>
          </thead>
          <Rows groups={some} {...rest} />
        </table>
      </Scroll>
    );
  };
  if (groups.length === 0) return <p class="app-empty">{caption}: nothing is late, and nothing is due in 28 days.</p>;
  const more = groups.slice(open);
  return (
    <div>
      {table(groups.slice(0, open), caption)}
      {more.length > 0 && <Details summary={`${more.length} more`}>{table(more, `${caption}, the rest`)}</Details>}
    </div>
  );
}
