import type { JSX } from 'preact';
import type { Figures, ListedFinding } from '../../measure/index.ts';
import { type FindingsChoice, findingsAddress, findingsCsvAddress } from '../address.ts';
import { csvText } from '../cases/csv.ts';
import { Pagination } from '../cases/pagination.tsx';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { several } from '../words.ts';
import { type FindingsView, titleOfCode, titleOfTable } from './model.ts';

/** What a list of findings is narrowed to, in words. */
function narrowedTo(figures: Figures, { authority, code, table, team }: FindingsChoice): string {
  const parts = [
    authority,
    code === undefined ? undefined : titleOfCode(figures.pack, code),
    table === undefined ? undefined : titleOfTable(figures.pack, table),
    team === undefined ? undefined : team === null ? 'no team is known' : `team ${team}`,
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? 'All of them' : parts.join(' · ');
}

/** Where a finding is: a line of a file as delivered, or a row by what identifies it. */
function place({ file, row, key }: ListedFinding): string {
  if (file !== null) return row === null ? file : `${file}, line ${row}`;
  return key ?? '';
}

export function FindingsPage({ figures, view }: { figures: Figures; view: FindingsView }): JSX.Element {
  const { choice, count, findings, page, pages } = view;
  const { pack } = figures;
  return (
    <Layout title="Findings" section="data" synthetic={figures.synthetic}>
      <Breadcrumbs crumbs={[{ text: 'Data', href: '/data' }, { text: 'Findings' }]} />
      <h1 class="app-h1">Findings to correct at source</h1>
      <p class="app-lead">
        {narrowedTo(figures, choice)} · {several(count, 'finding', 'findings')}
      </p>
      {count === 0 ? (
        <p class="app-empty">There is nothing on this list.</p>
      ) : (
        <>
          <p>
            <a class="govuk-button govuk-button--secondary" href={findingsCsvAddress(choice)}>
              Download as CSV
            </a>
          </p>
          <Scroll labelledBy="list">
            <table class="app-table">
              <caption id="list">
                {page === 1 && pages === 1 ? 'Findings' : `Findings, page ${page} of ${pages}`}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Where</th>
                  <th scope="col">Table</th>
                  <th scope="col">Column</th>
                  <th scope="col">Value</th>
                  <th scope="col">What is wrong</th>
                  <th scope="col">Team</th>
                </tr>
              </thead>
              <tbody>
                {findings.map((finding, index) => (
                  <tr key={`${place(finding)} ${finding.code} ${finding.column} ${index < findings.length}`}>
                    <th scope="row">{place(finding)}</th>
                    <td>{titleOfTable(pack, finding.dataset)}</td>
                    <td>
                      {pack.datasets.get(finding.dataset ?? '')?.columns[finding.column ?? '']?.title ??
                        finding.column ??
                        ''}
                    </td>
                    <td>{finding.value ?? ''}</td>
                    <td>{finding.message}</td>
                    <td>{finding.team ?? ''}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Scroll>
          <Pagination page={page} pages={pages} of="findings" address={(to) => findingsAddress(choice, to)} />
        </>
      )}
      <p class="app-caption">This look was recorded: when, which list, and how long it is; not who is in it.</p>
    </Layout>
  );
}

const columns = [
  'authority',
  'source',
  'code',
  'severity',
  'file',
  'row',
  'dataset',
  'column',
  'key',
  'team',
  'value',
  'message',
  'remedy',
] as const satisfies readonly (keyof ListedFinding)[];

/** The list as CSV, personal values masked, for whoever corrects it at its source. */
export function findingsCsv(findings: readonly ListedFinding[]): string {
  return csvText([columns, ...findings.map((finding) => columns.map((column) => finding[column]))]);
}
