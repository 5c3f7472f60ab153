import type { JSX } from 'preact';
import { periodName } from '../../document/index.ts';
import { reportAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Chooser } from '../components/chooser.tsx';
import { Layout } from '../components/layout.tsx';
import { printedReports, rhythmWords } from './printed.ts';

/** Every report of the pack, for a month and a unit. */
export function ReportsPage({ choice }: { readonly choice: Choice }): JSX.Element {
  const { figures, month, chosen } = choice;
  const reports = printedReports(figures.pack);
  return (
    <Layout title={`Reports, ${chosen.name}`} section="reports" synthetic={figures.synthetic}>
      <h1 class="app-h1">Reports</h1>
      <p class="app-lead">
        Each is made from the figures of {chosen.name} when you open it, to read here or to download.
      </p>
      <div class="app-top">
        <Chooser action="/reports" choice={choice} />
      </div>
      {reports.length === 0 ? (
        <p class="app-empty">The pack has no reports.</p>
      ) : (
        <ul class="app-reports">
          {reports.map((report) => (
            <li key={report.id}>
              <a class="govuk-link app-reports__title" href={reportAddress(report.id, choice)}>
                {report.title}
              </a>
              <dl>
                <div>
                  <dt>For</dt>
                  <dd>{report.audience ?? 'Not stated'}</dd>
                </div>
                <div>
                  <dt>Rhythm</dt>
                  <dd>{rhythmWords[report.rhythm]}</dd>
                </div>
                <div>
                  <dt>Period</dt>
                  <dd>{periodName(report, month, figures.pack.financialYearStart)}</dd>
                </div>
              </dl>
            </li>
          ))}
        </ul>
      )}
    </Layout>
  );
}
