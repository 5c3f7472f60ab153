import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import type { Figures, Quality } from '../../measure/index.ts';
import { indicatorAddress } from '../address.ts';
import { Details } from '../components/details.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { several } from '../words.ts';
import { Coverage } from './coverage.tsx';
import { Course, Groups } from './groups.tsx';
import { chooseAddress } from './load/address.ts';
import { qualityView, type Unavailable, unavailable } from './model.ts';

function Extracts({ figures: { sources } }: { readonly figures: Figures }): JSX.Element {
  return (
    <Scroll labelledBy="extracts">
      <table class="app-table">
        <caption id="extracts">Extracts that the figures come from</caption>
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col">Format</th>
            <th scope="col">As at</th>
            <th scope="col">Loaded</th>
            <th scope="col" class="app-number">
              Findings on reading
            </th>
          </tr>
        </thead>
        <tbody>
          {sources.map(({ source, format, asAt, loadedAt, findings, returns }) => (
            <tr key={`${source} ${loadedAt}`}>
              <th scope="row">{source}</th>
              <td>
                {format}
                {returns !== undefined && `, ${returns} returns made one`}
              </td>
              <td class="app-date">{dayLabel(asAt)}</td>
              <td class="app-date">{dayLabel(loadedAt.slice(0, 10))}</td>
              <td class="app-number">{findings.toLocaleString('en-GB')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** The indicators that this data cannot give at all, and why: no figure is better than a wrong one. */
function Missing({ figures, missing }: { figures: Figures; missing: readonly Unavailable[] }): JSX.Element | null {
  const latest = figures.months.at(-1);
  const unit = latest === undefined ? undefined : figures.units(latest)[0]?.code;
  if (missing.length === 0 || latest === undefined || unit === undefined) return null;
  const count = missing.reduce((sum, { indicators }) => sum + indicators.length, 0);
  return (
    <section aria-labelledby="missing">
      <h2 id="missing" class="app-h2">
        What this data cannot tell
      </h2>
      <p class="app-prose">
        {several(count, 'indicator has', 'indicators have')} no figure in any month, because something that the
        definition needs is not there.
      </p>
      <Details summary="Which, and why">
        <dl class="app-definition">
          {missing.map(({ reason, indicators }) => (
            <div key={reason}>
              <dt>{reason}</dt>
              <dd>
                <ul class="govuk-list">
                  {indicators.map(({ id, title }) => (
                    <li key={id}>
                      <a class="govuk-link" href={indicatorAddress(id, { month: latest, unit })}>
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          ))}
        </dl>
      </Details>
    </section>
  );
}

function Findings({ figures, quality, alone }: { figures: Figures; quality: Quality; alone: boolean }): JSX.Element {
  const view = qualityView(figures, quality, !alone);
  const { state } = view;
  const name = alone ? '' : `${state.authority}: `;
  const id = (part: string): string => (alone ? part : `${part}-${state.authority}`);
  const notRun = new Set(state.notChecked.map(({ check }) => check)).size;
  return (
    <section aria-labelledby={id('findings')}>
      <h2 id={id('findings')} class="app-h2">
        {name}What is wrong with the data
      </h2>
      <p class="app-prose">
        {several(view.total, 'finding', 'findings')} in {state.rows.toLocaleString('en-GB')} rows: values and rows that
        were refused or repaired when they were read, and rows that do not fit together. Each list is what to correct at
        its source; load again, and what was put right is gone from here.
      </p>
      {view.total > 0 && (
        <>
          <Groups
            id={id('by-code')}
            caption={`${name}Findings by kind`}
            column="What is wrong"
            note="What to do"
            groups={view.byCode}
          />
          <Groups
            id={id('by-table')}
            caption={`${name}Findings by table`}
            column="Table"
            note="Name"
            groups={view.byTable}
          />
          <Groups
            id={id('by-team')}
            caption={`${name}Findings by team`}
            column="Team"
            note="Code"
            groups={view.byTeam}
          />
        </>
      )}
      <Course id={id('course')} caption={`${name}Findings from load to load`} view={view} />
      {notRun > 0 && (
        <Details summary={`${name}${several(notRun, 'check looks', 'checks look')} at less than all`}>
          <ul class="govuk-list govuk-list--bullet">
            {[...new Set(state.notChecked.map(({ reason }) => reason))].map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </Details>
      )}
      <Coverage
        id={id('coverage')}
        caption={`${name}Tables, and the span in which each is complete`}
        figures={figures}
        state={state}
      />
    </section>
  );
}

interface Props {
  readonly figures: Figures;
  readonly qualities: readonly Quality[];
  /** Whether files can be loaded on a page. */
  readonly canLoad: boolean;
}

/** What the figures were made from: the extracts, what they cover, and what is wrong with them. */
export function DataPage({ figures, qualities, canLoad }: Props): JSX.Element {
  const { pack, months, sources } = figures;
  const [first, last] = [months[0], months.at(-1)];
  return (
    <Layout title="Data" section="data" synthetic={figures.synthetic}>
      <h1 class="app-h1">Data</h1>
      <p class="app-lead">
        Data to {dayLabel(figures.asAt)} · pack {pack.title}, version {pack.version} · {pack.indicators.size} indicators
        {first !== undefined && last !== undefined && ` · ${monthLabel(first)} to ${monthLabel(last)}`}
      </p>
      {canLoad && (
        <a class="govuk-button govuk-button--secondary" href={chooseAddress}>
          Load data
        </a>
      )}
      <Extracts figures={figures} />
      {sources.length === 0 && <p class="app-empty">Nothing is loaded.</p>}
      {qualities.map((quality) => (
        <Findings key={quality.current.authority} figures={figures} quality={quality} alone={qualities.length === 1} />
      ))}
      <Missing figures={figures} missing={unavailable(figures)} />
    </Layout>
  );
}
