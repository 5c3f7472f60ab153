import type { JSX } from 'preact';
import { lineOf } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';
import { Pagination } from '../cases/pagination.tsx';
import type { Choice } from '../choice.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Details } from '../components/details.tsx';
import { Layout } from '../components/layout.tsx';
import { several } from '../words.ts';
import { whens, workAddress } from './filter.ts';
import { WorkForm } from './form.tsx';
import { GroupTable } from './group-table.tsx';
import type { WorkView } from './model.ts';
import { WorkTable } from './table.tsx';
import { WorkTiles } from './tiles.tsx';
import { whenInWords } from './words.ts';

interface Props {
  readonly choice: Choice;
  readonly view: WorkView;
}

/** What became of the list since the extract before. */
function Since({ view: { change } }: Props): JSX.Element | null {
  if (change === null) return null;
  const { from, added, gone, late } = change;
  return (
    <p class="app-prose">
      Since the extract of {dayLabel(from)}: {several(gone, 'case has', 'cases have')} left the list, of which{' '}
      {late === 0 ? 'none was' : several(late, 'was', 'were')} late by then already, and{' '}
      {several(added, 'is new or waits', 'are new or wait')} for another day.
    </p>
  );
}

function Without({ view: { without, indicators } }: Props): JSX.Element | null {
  if (without.length === 0) return null;
  return (
    <Details
      summary={`${without.length === 1 ? 'One indicator has' : `${without.length} indicators have`} no list here`}
    >
      <ul class="govuk-list govuk-list--bullet">
        {without.map(({ indicator, reason }) => (
          <li key={indicator}>
            {indicators.get(indicator)?.definition.title ?? indicator}: {reason}
          </li>
        ))}
      </ul>
    </Details>
  );
}

function Ways({ view: { filter } }: Props): JSX.Element {
  return (
    <nav class="app-filter" aria-label="Which work">
      <ul>
        {whens.map((when) => (
          <li key={when}>
            <a
              href={workAddress({ ...filter, when, page: 1 })}
              aria-current={when === filter.when ? 'true' : undefined}
            >
              {whenInWords[when]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** What will breach and when, in a unit and below it. */
export function WorkPage(props: Props): JSX.Element {
  const { choice, view } = props;
  const { figures, chosen, units } = choice;
  const { filter, indicators } = view;
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const above = lineOf(units, choice.unit).slice(1, 2);
  return (
    <Layout title={`Work list, ${chosen.name}`} section="work" synthetic={figures.synthetic}>
      <Breadcrumbs
        crumbs={[
          ...above.map((code) => ({ text: names.get(code) ?? code, href: workAddress({ unit: code }) })),
          { text: chosen.name },
        ]}
      />
      <h1 class="app-h1">
        <span class="app-h1__above">Work list</span> {chosen.name}
      </h1>
      <p class="app-lead">What is late and what will be, the oldest first · data to {dayLabel(figures.asAt)}</p>
      <WorkTiles total={view.total} unit={filter.unit} />
      <Since {...props} />
      <div class="app-work-groups">
        <GroupTable
          caption="By indicator"
          first="Indicator"
          groups={view.byIndicator}
          name={(code) =>
            indicators.get(code ?? '')?.definition.shortTitle ?? indicators.get(code ?? '')?.definition.title ?? ''
          }
          address={(code, when) => workAddress({ ...filter, indicator: code, when, page: 1 })}
        />
        {view.byUnit.length > 1 ? (
          <GroupTable
            caption="By team"
            first="Team"
            groups={view.byUnit}
            name={(code) => names.get(code ?? '') ?? code ?? ''}
            address={(code, when) => workAddress({ ...filter, unit: code ?? choice.unit, when, page: 1 })}
          />
        ) : (
          <GroupTable
            caption="By worker"
            first="Worker"
            groups={view.byWorker}
            name={(code) => code ?? 'No worker known'}
            address={(code, when) => workAddress({ ...filter, worker: code ?? '', when, page: 1 })}
          />
        )}
      </div>
      <h2 class="app-h2 app-h2--ruled" id="list">
        The list
      </h2>
      <WorkForm {...props} />
      <div class="app-top">
        <Ways {...props} />
        <p class="app-work-files">
          <a class="govuk-button govuk-button--secondary" href={workAddress({ ...filter, page: 1 }, '.csv')}>
            Download as CSV
          </a>{' '}
          <a class="govuk-button govuk-button--secondary" href={workAddress({ ...filter, page: 1 }, '.xlsx')}>
            Download for Excel
          </a>
        </p>
      </div>
      <WorkTable {...props} />
      <Pagination page={filter.page} pages={view.pages} address={(page) => workAddress({ ...filter, page })} />
      <Without {...props} />
      <p class="app-caption">
        This look was recorded: when, which list, and how many cases; not who is in it. What was recorded after{' '}
        {dayLabel(figures.asAt)} is not in it yet.
      </p>
    </Layout>
  );
}
