import type { JSX } from 'preact';
import { dayLabel, isDay, monthLabel, shortDayLabel } from '../../calendar/index.ts';
import type { Judgement } from '../../judgement/index.ts';
import { formatAmount, formatValue, periodInWords } from '../../judgement/index.ts';
import type { Case } from '../../measure/index.ts';
import { casesAddress, csvAddress, indicatorAddress, type Shown, scorecardAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { columnInWords, several } from '../words.ts';
import type { CasesView } from './model.ts';
import { casesPerPage } from './model.ts';
import { Pagination } from './pagination.tsx';

interface Props {
  readonly choice: Choice;
  readonly judgement: Judgement;
  readonly view: CasesView;
}

/** How the list gives the figure. Where it does not, the page says so: one of the two is wrong. */
function Totals({ judgement, view }: Props): JSX.Element {
  const { observation, figure, definition } = judgement;
  const { numbers, weights, weighted } = view;
  const isShare = definition.value === undefined && typeof definition.denominator !== 'object';
  const agrees =
    observation?.numerator == null ||
    (weights.yes === observation.numerator &&
      (!isShare || observation.denominator === null || weights.all === observation.denominator));
  const lines: [string, string][] = [
    ['Cases in the list', formatAmount(numbers.all)],
    [weighted ? 'Weights in the numerator add up to' : 'In the numerator', formatAmount(weights.yes)],
  ];
  if (weighted && isShare) lines.push(['All weights add up to', formatAmount(weights.all)]);
  if (observation?.denominator != null && !isShare) lines.push(['Denominator', formatAmount(observation.denominator)]);
  lines.push(['Figure', figure === null ? (observation?.reason ?? 'none') : formatValue(figure, definition)]);
  return (
    <>
      <dl class="app-tiles app-tiles--wide">
        {lines.map(([name, text]) => (
          <div key={name} class="app-tile">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {!agrees && (
        <p class="app-warning">
          <strong>The list does not add up to the figure.</strong> Do not use either before it is known why.
        </p>
      )}
    </>
  );
}

function Filter({ choice, judgement, view }: Props): JSX.Element | null {
  const { numbers, shown } = view;
  if (numbers.yes === 0 || numbers.no === 0) return null;
  const ways: [Shown, string][] = [
    ['all', `All ${formatAmount(numbers.all)}`],
    ['yes', `In the numerator ${formatAmount(numbers.yes)}`],
    ['no', `Not in it ${formatAmount(numbers.no)}`],
  ];
  return (
    <nav class="app-filter" aria-label="Which cases">
      <ul>
        {ways.map(([way, text]) => (
          <li key={way}>
            <a
              href={casesAddress(judgement.indicator.id, choice, way)}
              aria-current={way === shown ? 'true' : undefined}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function cellText(value: Case['columns'][number]): string {
  if (value === null) return '–';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' && isDay(value) ? shortDayLabel(value) : String(value);
}

function CasesTable({ choice, judgement, view }: Props): JSX.Element {
  const { list, cases, weighted } = view;
  const names = new Map(choice.units.map(({ code, name }) => [code, name]));
  return (
    <Scroll labelledBy="cases-caption">
      <table class="app-table app-table--cases">
        <caption id="cases-caption">
          {judgement.definition.title}: {several(view.numbers.all, 'case', 'cases')}
          {view.pages > 1 && `, page ${view.page} of ${view.pages}`}
        </caption>
        <thead>
          <tr>
            <th scope="col">Case</th>
            <th scope="col">Unit</th>
            <th scope="col">Date</th>
            <th scope="col">In numerator</th>
            {weighted && (
              <th scope="col" class="app-number">
                Weight
              </th>
            )}
            {list.columns.map((column) => (
              <th key={column} scope="col">
                {columnInWords(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cases.map((one, index) => (
            <tr key={`${one.caseId} ${index < casesPerPage ? one.unit : ''} ${one.date}`}>
              <th scope="row">{one.caseId}</th>
              <td>{names.get(one.unit) ?? one.unit}</td>
              <td class="app-date">{shortDayLabel(one.date)}</td>
              <td>{one.inNumerator ? 'Yes' : 'No'}</td>
              {weighted && <td class="app-number">{formatAmount(one.weight)}</td>}
              {one.columns.map((value, column) => (
                <td key={list.columns[column]} class={typeof value === 'number' ? 'app-number' : undefined}>
                  {cellText(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

export function CasesPage(props: Props): JSX.Element {
  const { choice, judgement, view } = props;
  const { figures, month, chosen } = choice;
  const { indicator, definition } = judgement;
  return (
    <Layout
      title={`Cases: ${definition.title}, ${chosen.name}, ${monthLabel(month)}`}
      section="indicators"
      synthetic={figures.synthetic}
    >
      <Breadcrumbs
        crumbs={[
          { text: 'Scorecard', href: scorecardAddress(choice) },
          { text: definition.shortTitle ?? definition.title, href: indicatorAddress(indicator.id, choice) },
          { text: 'Cases' },
        ]}
      />
      <h1 class="app-h1">
        <span class="app-h1__above">Cases behind the figure</span> {definition.title}
      </h1>
      <p class="app-lead">
        {chosen.name} · {periodInWords(definition.basis, month, figures.pack.financialYearStart)} · data to{' '}
        {dayLabel(figures.asAt)}
      </p>
      <Totals {...props} />
      {view.numbers.all === 0 ? (
        <p class="app-empty">There are no cases behind this figure.</p>
      ) : (
        <>
          <div class="app-top">
            <Filter {...props} />
            <a class="govuk-button govuk-button--secondary" href={csvAddress(indicator.id, choice, view.shown)}>
              Download as CSV
            </a>
          </div>
          <CasesTable {...props} />
          <Pagination
            page={view.page}
            pages={view.pages}
            address={(page) => casesAddress(indicator.id, choice, view.shown, page)}
          />
        </>
      )}
      <p class="app-caption">This look was recorded: when, which list, and how many cases; not who is in it.</p>
    </Layout>
  );
}
