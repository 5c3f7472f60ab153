import type { JSX } from 'preact';
import { dayLabel, financialYear, monthEnd, monthLabel, outturnMonth } from '../../calendar/index.ts';
import { reportAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Chooser } from '../components/chooser.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { isPrinted } from '../reports/printed.ts';
import { several } from '../words.ts';
import { Guidance } from './guidance.tsx';
import type { Scorecard } from './model.ts';
import { Row } from './row.tsx';
import { Tiles } from './tiles.tsx';

interface Props {
  readonly choice: Choice;
  readonly scorecard: Scorecard;
  /** How many findings the data page counts, those of the checks included; null where that is not known. */
  readonly findings: number | null;
  /** The indicators of which people have said something. */
  readonly said: ReadonlySet<string>;
}

export function ScorecardPage({ choice, scorecard, findings, said }: Props): JSX.Element {
  const { figures, month, chosen } = choice;
  const { financialYearStart } = figures.pack;
  const onReading = figures.sources.reduce((sum, source) => sum + source.findings, 0);
  const outturn = outturnMonth(month, financialYearStart);
  const end = monthEnd(month);
  const dates = figures.asAt === end ? [] : [`figures at ${dayLabel(end)}`];
  dates.push(`data to ${dayLabel(figures.asAt)}`);
  const { report, sections, labels, counts } = scorecard;
  return (
    <Layout
      title={`${scorecard.title}, ${chosen.name}, ${monthLabel(month)}`}
      section="scorecard"
      synthetic={figures.synthetic}
    >
      <h1 class="app-h1">{scorecard.title}</h1>
      <p class="app-lead">
        {[chosen.name, scorecard.scope, ...dates].filter((part) => part !== null).join(' · ')} ·{' '}
        <a class="govuk-link" href="/data">
          {several(findings ?? onReading, 'finding', 'findings')} on{' '}
          {findings === null ? 'reading the data' : 'the data'}
        </a>
        {report !== null && isPrinted(report) && (
          <>
            {' · '}
            <a class="govuk-link" href={reportAddress(report.id, choice)}>
              Report and downloads
            </a>
          </>
        )}
      </p>
      <div class="app-top">
        <Chooser action="/scorecard" choice={choice} keep={report === null ? {} : { report: report.id }} />
        <Tiles counts={counts} labels={labels} />
      </div>
      <Scroll labelledBy="scorecard-caption" class="app-scroll--scorecard">
        <table class="app-scorecard">
          <caption id="scorecard-caption" class="govuk-visually-hidden">
            {`Scorecard of ${chosen.name}, ${monthLabel(month)}`}
          </caption>
          <thead>
            <tr>
              <th scope="col" class="app-row__number">
                <span class="govuk-visually-hidden">Number</span>
              </th>
              <th scope="col">Indicator</th>
              <th scope="col" class="app-number">
                Latest
              </th>
              <th scope="col">Status</th>
              <th scope="col" class="app-number">
                Num
              </th>
              <th scope="col" class="app-number">
                Denom
              </th>
              <th scope="col" class="app-number">
                Target {financialYear(end, financialYearStart).label}
              </th>
              <th scope="col">24 months, target dashed</th>
              <th scope="col" class="app-number">
                Last month
              </th>
              <th scope="col">
                <span class="govuk-visually-hidden">Direction from last month</span>
              </th>
              <th scope="col" class="app-number">
                Outturn {monthLabel(outturn)}
              </th>
              <th scope="col">
                <span class="govuk-visually-hidden">Direction from the outturn</span>
              </th>
            </tr>
          </thead>
          {sections.map(({ id, title, rows }) => (
            <tbody key={id}>
              <tr class="app-section">
                <th scope="rowgroup" colspan={12}>
                  {title}
                </th>
              </tr>
              {rows.map((row) => (
                <Row key={row.number} row={row} labels={labels} isSaid={said.has(row.judgement.indicator.id)} />
              ))}
            </tbody>
          ))}
        </table>
      </Scroll>
      {sections.length === 0 && <p>The pack has no indicators.</p>}
      <Guidance choice={choice} scorecard={scorecard} />
    </Layout>
  );
}
