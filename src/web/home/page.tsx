import type { JSX } from 'preact';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import { asking } from '../access/asking.ts';
import { reportsAddress, scorecardAddress } from '../address.ts';
import { Layout } from '../components/layout.tsx';
import { standingAddress } from '../cycle/address.ts';
import { stepTitles } from '../cycle/words.ts';
import { Tiles } from '../scorecard/tiles.tsx';
import { statusLabels } from '../status-labels.ts';
import { compareAddress, unitAddress } from '../units/address.ts';
import { TellingCards } from '../units/telling-cards.tsx';
import { UnitsCompared, unitsStanding } from '../units/units-compared.tsx';
import { several } from '../words.ts';
import type { Home } from './model.ts';
import { SearchForm } from './search-page.tsx';
import { WorkSection } from './work-section.tsx';

interface Props {
  readonly home: Home;
}

function Reports({ home: { reports, choice } }: Props): JSX.Element | null {
  if (reports === null || reports.length === 0) return null;
  const ready = reports.filter(({ standing }) => standing.ready && standing.stage !== null);
  return (
    <section aria-labelledby="signing">
      <h2 id="signing" class="app-h2 app-h2--ruled">
        Reports of {monthLabel(choice.month)}
      </h2>
      <p>
        {ready.length === 0 ? 'None is ready to sign yet.' : `${several(ready.length, 'is', 'are')} ready to sign.`}
      </p>
      <ul class="app-reports">
        {reports.map(({ report, standing: { ready: isReady, stage, missing } }) => (
          <li key={report.id}>
            <a class="govuk-link app-reports__title" href={standingAddress(report.id, choice)}>
              {report.title}
            </a>
            <p class="app-quiet">
              {stage === null
                ? 'Published'
                : isReady
                  ? 'Ready to sign'
                  : `${stepTitles[stage]}: ${several(missing.length, 'thing is', 'things are')} missing`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Editions({ home: { editions, choice } }: Props): JSX.Element | null {
  if (editions.length === 0) return null;
  const titles = choice.figures.pack.reports;
  return (
    <section aria-labelledby="editions">
      <h2 id="editions" class="app-h2 app-h2--ruled">
        The latest editions
      </h2>
      <ul class="app-reports">
        {editions.map(({ number, report, month, unit, kind }) => (
          <li key={number}>
            <a class="govuk-link app-reports__title" href={`/editions/${number}`}>
              {titles.get(report)?.title ?? report}, {monthLabel(month)}
            </a>
            <p class="app-quiet">
              Edition {number} · {choice.units.find(({ code }) => code === unit)?.name ?? unit}
              {kind === 'public' && ' · public'}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Data({ home: { findings, choice } }: Props): JSX.Element | null {
  if (findings === null) return null;
  return (
    <section aria-labelledby="data">
      <h2 id="data" class="app-h2 app-h2--ruled">
        The data
      </h2>
      <p>
        It speaks to {dayLabel(choice.figures.asAt)}.{' '}
        <a class="govuk-link" href="/data">
          {several(findings, 'finding', 'findings')} on the data
        </a>
      </p>
      <ul class="govuk-list">
        {choice.figures.sources.map(({ source, asAt }) => (
          <li key={source}>
            {source}: to {dayLabel(asAt)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a person begins: what is theirs to see, the most pressing first. */
export function HomePage({ home }: Props): JSX.Element {
  const { choice, counts, telling, work } = home;
  const { figures, chosen, units, month } = choice;
  const labels = statusLabels(figures.pack);
  const below = units.filter(({ parent, kind }) => parent === chosen.code && kind !== 'not-attributed');
  const who = asking();
  const named = who?.signedIn ? `${who.person.name}, ${who.person.post}` : null;
  return (
    <Layout title={`Home, ${chosen.name}`} section="home" synthetic={figures.synthetic}>
      <h1 class="app-h1">
        {named !== null && <span class="app-h1__above">{named}</span>} {chosen.name}
      </h1>
      <p class="app-lead">
        {monthLabel(month)} · data to {dayLabel(figures.asAt)}
      </p>
      <SearchForm />
      <div class="app-top">
        <Tiles counts={counts} labels={labels} />
        <ul class="app-ways">
          <li>
            <a class="govuk-link" href={scorecardAddress(choice)}>
              Scorecard
            </a>
          </li>
          <li>
            <a class="govuk-link" href={unitAddress(choice)}>
              {chosen.name} in full
            </a>
          </li>
          <li>
            <a class="govuk-link" href={reportsAddress(choice)}>
              Reports
            </a>
          </li>
          {below.length > 1 && (
            <li>
              <a class="govuk-link" href={compareAddress(null, choice)}>
                Compare units
              </a>
            </li>
          )}
        </ul>
      </div>
      {work && <WorkSection work={work} choice={choice} />}
      <TellingCards telling={telling} labels={labels} />
      {below.length > 1 && (
        <UnitsCompared
          choice={choice}
          rows={unitsStanding(choice, below)}
          labels={labels}
          title="Where to look first"
        />
      )}
      <div class="app-home__columns">
        <Reports home={home} />
        <Editions home={home} />
        <Data home={home} />
      </div>
    </Layout>
  );
}
