import type { JSX } from 'preact';
import { isMonth, monthLabel } from '../../calendar/index.ts';
import type { AuditCheck, Look, Opening } from '../../store/index.ts';
import { timeInWords } from '../access/times.ts';
import { ChoiceField } from '../components/choice-field.tsx';
import { Field } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { AuditTabs, Pages } from './parts.tsx';

export interface LooksFilter {
  readonly who: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string;
  readonly opened: boolean;
}

export interface LooksView {
  readonly looks: readonly Look[];
  readonly count: number;
  readonly page: number;
  readonly pages: number;
  readonly filter: LooksFilter;
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly check: AuditCheck | null;
  readonly synthetic: boolean | null;
  readonly nameOf: (id: string) => string;
  readonly unitName: (code: string) => string;
  readonly indicatorName: (id: string) => string;
}

/** What a look was at, in words. */
function subject({ indicator, unit, month, list }: Look, { unitName, indicatorName }: LooksView): string {
  const parts = [
    indicator === null ? null : indicatorName(indicator),
    unit === null ? null : unitName(unit),
    month !== null && isMonth(month) ? monthLabel(month) : month,
    list === null ? null : list,
  ];
  return parts.filter((part) => part !== null).join(', ') || 'All';
}

/** Every look at cases, for the auditor. */
export function LooksPage(view: LooksView): JSX.Element {
  const { looks, count, filter, people, synthetic } = view;
  return (
    <Layout title="Audit: looks at cases" section="audit" synthetic={synthetic}>
      <h1 class="app-h1">Audit</h1>
      <AuditTabs at="looks" />
      <Check check={view.check} />
      <form action="/audit" method="get" class="app-panel app-filter">
        <ChoiceField
          name="who"
          label="Who"
          value={filter.who}
          options={[{ value: '', text: 'Anybody' }, ...people.map(({ id, name }) => ({ value: id, text: name }))]}
        />
        <Field name="unit" label="Code of the unit" value={filter.unit} width={10} />
        <Field name="from" label="From" type="date" value={filter.from} width={10} />
        <Field name="to" label="To" type="date" value={filter.to} width={10} />
        <ChoiceField
          name="opened"
          label="Which"
          value={filter.opened ? 'yes' : ''}
          options={[
            { value: '', text: 'All looks' },
            { value: 'yes', text: 'Outside their units' },
          ]}
        />
        <button type="submit" class="govuk-button govuk-button--secondary">
          Show
        </button>
      </form>
      <p class="app-quiet">
        {count === 0 ? 'No look fits.' : `${count} ${count === 1 ? 'look' : 'looks'}, the latest first.`}
      </p>
      {looks.length > 0 && (
        <Scroll labelledBy="looks">
          <table class="app-table app-table--text">
            <caption id="looks" class="govuk-visually-hidden">
              Looks at cases
            </caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">Of</th>
                <th scope="col" class="app-number">
                  Cases
                </th>
                <th scope="col">Why</th>
              </tr>
            </thead>
            <tbody>
              {looks.map((look) => (
                <tr key={look.number}>
                  <td class="app-when">{timeInWords(look.at)}</td>
                  <th scope="row">
                    {view.nameOf(look.who)} <span class="app-quiet">{look.role}</span>
                  </th>
                  <td>{look.what}</td>
                  <td>{subject(look, view)}</td>
                  <td class="app-number">{look.cases}</td>
                  <td>
                    {look.opening !== null && <strong>Outside their units. </strong>}
                    {look.why ?? ''}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages {...view} path="/audit" query={queryOf(filter)} />
    </Layout>
  );
}

function queryOf({ opened, ...filter }: LooksFilter): Record<string, string> {
  const given = Object.entries({ ...filter, opened: opened ? 'yes' : '' }).filter(([, value]) => value !== '');
  return Object.fromEntries(given);
}

function Check({ check }: { check: AuditCheck | null }): JSX.Element {
  if (check === null) {
    return (
      <p>
        <a class="govuk-link" href="/audit?check=yes">
          Check that nothing was changed or taken out
        </a>
      </p>
    );
  }
  const whole = check.broken === null && check.differing.length === 0;
  return (
    <div class={`app-panel${whole ? '' : ' app-panel--wrong'}`} role="status">
      <h2 class="app-h3">{whole ? '✓ The audit is whole' : '✗ The audit is not whole'}</h2>
      <p class="app-panel__last">
        {check.entries} entries were read against all they speak of.{' '}
        {check.broken !== null && `The chain is broken at entry ${check.broken}. `}
        {check.differing.length > 0 && `Not as they were written: ${check.differing.slice(0, 10).join('; ')}.`}
      </p>
    </div>
  );
}

/** Openings of cases by people from elsewhere, for who manages the units. */
export function OpeningsPage({
  openings,
  synthetic,
  nameOf,
  unitName,
  auditor,
}: {
  readonly openings: readonly { readonly opening: Opening; readonly looks: number }[];
  readonly synthetic: boolean | null;
  readonly nameOf: (id: string) => string;
  readonly unitName: (code: string) => string;
  /** Whether the auditor looks, who sees those of all units. */
  readonly auditor: boolean;
}): JSX.Element {
  return (
    <Layout title="Cases opened from outside" section={auditor ? 'audit' : null} synthetic={synthetic}>
      <h1 class="app-h1">{auditor ? 'Audit' : 'Cases opened from outside'}</h1>
      {auditor && <AuditTabs at="openings" />}
      <p class="app-prose">
        Who sees cases in one unit can open those of another for an hour, and says why.{' '}
        {auditor ? '' : 'These were opened in your units.'}
      </p>
      {openings.length === 0 ? (
        <p class="app-prose">Nobody has opened any.</p>
      ) : (
        <Scroll labelledBy="openings">
          <table class="app-table app-table--text">
            <caption id="openings" class="govuk-visually-hidden">
              Cases opened from outside
            </caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">Unit</th>
                <th scope="col">Why</th>
                <th scope="col" class="app-number">
                  Lists looked at
                </th>
              </tr>
            </thead>
            <tbody>
              {openings.map(({ opening, looks }) => (
                <tr key={opening.number}>
                  <td class="app-when">{timeInWords(opening.at)}</td>
                  <th scope="row">
                    {nameOf(opening.person)} <span class="app-quiet">{opening.role}</span>
                  </th>
                  <td>{unitName(opening.unit)}</td>
                  <td>{opening.why}</td>
                  <td class="app-number">{looks}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Layout>
  );
}
