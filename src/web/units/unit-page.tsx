import type { JSX } from 'preact';
import { lineOf } from '../../access/index.ts';
import { dayLabel, monthLabel } from '../../calendar/index.ts';
import { unitWord } from '../../judgement/index.ts';
import { reportsAddress, scorecardAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Layout } from '../components/layout.tsx';
import { Tiles } from '../scorecard/tiles.tsx';
import { statusLabels } from '../status-labels.ts';
import { kindsOf } from '../unit-words.ts';
import { workAddress } from '../work/filter.ts';
import { compareAddress, unitAddress } from './address.ts';
import { judgementsOf, mostTelling, standingOf } from './telling.ts';
import { TellingCards } from './telling-cards.tsx';
import { UnitsCompared, unitsStanding } from './units-compared.tsx';

interface Props {
  readonly choice: Choice;
  /** Whether its list of work is open to who looks. */
  readonly mayWork: boolean;
}

/** One unit: where its figures stand, the most telling of them, and the units below it or beside it. */
export function UnitPage({ choice, mayWork }: Props): JSX.Element {
  const { figures, units, chosen, month } = choice;
  const labels = statusLabels(figures.pack);
  const judgements = judgementsOf(choice, chosen.code);
  const names = new Map(units.map(({ code, name }) => [code, name]));
  const above = lineOf(units, chosen.code).slice(1).toReversed();
  const below = units.filter(({ parent }) => parent === chosen.code);
  const beside = units.filter(({ parent }) => parent !== null && parent === chosen.parent);
  const shown = below.length > 0 ? below : beside;
  const words = kindsOf(shown).map((kind) => `${unitWord(figures.pack, kind)}s`);
  return (
    <Layout title={`${chosen.name}, ${monthLabel(month)}`} section="units" synthetic={figures.synthetic}>
      <Breadcrumbs
        crumbs={[
          { text: 'Units', href: `/units?${new URLSearchParams({ month })}` },
          ...above.map((code) => ({ text: names.get(code) ?? code, href: unitAddress({ unit: code, month }) })),
          { text: chosen.name },
        ]}
      />
      <h1 class="app-h1">{chosen.name}</h1>
      <p class="app-lead">
        {monthLabel(month)} · data to {dayLabel(figures.asAt)}
      </p>
      <div class="app-top">
        <Tiles counts={standingOf(judgements)} labels={labels} />
        <ul class="app-ways">
          <li>
            <a class="govuk-link" href={scorecardAddress(choice)}>
              Scorecard
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
                Compare its units
              </a>
            </li>
          )}
          {mayWork && (
            <li>
              <a class="govuk-link" href={workAddress({ unit: chosen.code })}>
                Work list
              </a>
            </li>
          )}
        </ul>
      </div>
      <TellingCards telling={mostTelling(judgements, 6)} labels={labels} />
      {shown.length > 1 && (
        <UnitsCompared
          choice={choice}
          rows={unitsStanding(choice, shown)}
          labels={labels}
          title={below.length > 0 ? `Its ${words.join(' and ')}` : `Beside the other ${words.join(' and ')}`}
        />
      )}
    </Layout>
  );
}
