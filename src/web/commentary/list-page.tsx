import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import type { CommentPlace } from '../../document/index.ts';
import { formatValue } from '../../judgement/index.ts';
import type { Report } from '../../pack/index.ts';
import type { ActionVersion, Comment } from '../../store/index.ts';
import { Chooser } from '../components/chooser.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { StatusTag } from '../components/status-tag.tsx';
import { statusLabels } from '../status-labels.ts';
import { ActionsTable } from './actions-table.tsx';
import { commentAddress, commentaryAddress } from './address.ts';
import { dueDay } from './model.ts';
import type { Opened } from './open.ts';
import { StateTag } from './state-tag.tsx';
import { headingStates, type Standing, standingOf, standingWords } from './states.ts';

interface Props {
  readonly opened: Opened;
  /** Every report of the pack that asks for comments. */
  readonly reports: readonly Report[];
  /** Those of the report, month and unit. */
  readonly comments: readonly Comment[];
  readonly actions: readonly ActionVersion[];
}

interface Row {
  readonly place: CommentPlace;
  readonly standing: Standing;
  readonly detail: string;
}

/** What a report asks people to say of a unit and month, where each stands, and whose it is. */
export function CommentaryPage({ opened, reports, comments, actions }: Props): JSX.Element {
  const { choice, report, desk, hand } = opened;
  const { figures, chosen, month } = choice;
  const rows = desk.places.map((place): Row => {
    const own = comments.filter(({ key }) => key.indicator === place.indicator);
    return { place, standing: standingOf(place, own), detail: headingStates(place, own) };
  });
  const due = dueDay(report, month);
  return (
    <Layout
      title={`Commentary, ${report.title}, ${chosen.name}, ${monthLabel(month)}`}
      section="commentary"
      synthetic={figures.synthetic}
    >
      <h1 class="app-h1">Commentary</h1>
      <p class="app-lead">
        {[report.title, chosen.name, monthLabel(month)].join(' · ')}
        {due !== null && ` · due by ${dayLabel(due)}`}
      </p>
      {reports.length > 1 && (
        <nav class="app-filter app-commentary-reports" aria-label="Report">
          <ul>
            {reports.map(({ id, title }) => (
              <li key={id}>
                <a href={commentaryAddress(choice, id)} aria-current={id === report.id ? 'true' : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="app-top">
        <Chooser action="/commentary" choice={choice} keep={{ report: report.id }} />
        <Counts rows={rows} />
      </div>
      {rows.length === 0 ? (
        <p class="app-empty">
          The report asks for no comment in {monthLabel(month)}: no figure of it is where one is asked for.
        </p>
      ) : (
        <Places opened={opened} rows={rows} />
      )}
      {actions.length > 0 && (
        <div class="app-commentary-actions">
          <ActionsTable
            id="actions"
            caption={`Actions of ${chosen.name}, carried until they are done or dropped`}
            actions={actions}
            choice={choice}
            titled={(indicator) => desk.place(indicator)?.title ?? 'The report as a whole'}
          />
        </div>
      )}
      {!hand.comments && (
        <p class="app-quiet">You may read what is approved. Writing it is for authors of this unit.</p>
      )}
    </Layout>
  );
}

function Counts({ rows }: { readonly rows: readonly Row[] }): JSX.Element {
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  const shown: readonly Standing[] = ['missing', 'returned', 'draft', 'submitted', 'approved'];
  return (
    <dl class="app-tiles">
      {shown.map((standing) => (
        <div key={standing} class="app-tile">
          <dt>{standingWords[standing]}</dt>
          <dd>{count(standing)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Places({ opened, rows }: { readonly opened: Opened; readonly rows: readonly Row[] }): JSX.Element {
  const { chosen, month } = opened.choice;
  const groups = [...Map.groupBy(rows, ({ place }) => place.group)];
  return (
    <Scroll labelledBy="places">
      <table class="app-table app-commentary">
        <caption id="places">
          What the report prints comments on, {chosen.name}, {monthLabel(month)}
        </caption>
        <thead>
          <tr>
            <th scope="col">Indicator</th>
            <th scope="col" class="app-number">
              Figure
            </th>
            <th scope="col">Status</th>
            <th scope="col">Asked for</th>
            <th scope="col">Commentary</th>
            <th scope="col">Whose</th>
          </tr>
        </thead>
        {groups.map(([group, same]) => (
          <tbody key={group}>
            {group !== '' && (
              <tr class="app-commentary__group">
                <th scope="rowgroup" colspan={6}>
                  {group}
                </th>
              </tr>
            )}
            {same.map((row) => (
              <PlaceRow key={row.place.indicator ?? ''} opened={opened} row={row} />
            ))}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

function PlaceRow({ opened, row }: { readonly opened: Opened; readonly row: Row }): JSX.Element {
  const { choice, report } = opened;
  const { place, standing, detail } = row;
  const { judgement, required, owner } = place;
  return (
    <tr>
      <th scope="row">
        <a class="govuk-link" href={commentAddress(report.id, choice, place.indicator)}>
          {place.title}
        </a>
      </th>
      <td class="app-number">
        {judgement !== null && (judgement.figure === null ? '–' : formatValue(judgement.figure, judgement.definition))}
      </td>
      <td>
        {judgement !== null && (
          <StatusTag
            status={judgement.status}
            labels={statusLabels(choice.figures.pack, report)}
            reason={judgement.statusReason}
          />
        )}
      </td>
      <td>{required === null ? <span class="app-quiet">Not required</span> : 'Required'}</td>
      <td>
        <StateTag state={standing} word={standingWords[standing]} />
        {detail !== '' && <span class="app-note">{detail}</span>}
      </td>
      <td>{owner ?? <span class="app-quiet">Nobody named</span>}</td>
    </tr>
  );
}
