import type { JSX } from 'preact';
import type { AuditEntry } from '../../store/index.ts';
import { timeInWords } from '../access/times.ts';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { AuditTabs, Pages } from './parts.tsx';

interface Props {
  readonly entries: readonly AuditEntry[];
  readonly page: number;
  readonly pages: number;
  readonly synthetic: boolean | null;
  readonly nameOf: (id: string) => string;
}

const concepts: Readonly<Record<AuditEntry['concept'], string>> = {
  commentary: 'Comment',
  actions: 'Action',
  approvals: 'Approval',
  editions: 'Edition',
  targets: 'Target',
  overrides: 'Status set by hand',
  collected: 'Collected figure',
  people: 'Person',
  grants: 'Role',
  tokens: 'Token',
  openings: 'Cases opened',
  looks: 'Look at cases',
};

/** Every change in the store, for the auditor: what, by whom and when; what it says stands where it was made. */
export function ChangesPage({ entries, page, pages, synthetic, nameOf }: Props): JSX.Element {
  return (
    <Layout title="Audit: changes" section="audit" synthetic={synthetic}>
      <h1 class="app-h1">Audit</h1>
      <AuditTabs at="changes" />
      {entries.length === 0 ? (
        <p class="app-prose">Nothing has been written yet.</p>
      ) : (
        <Scroll labelledBy="changes">
          <table class="app-table app-table--text">
            <caption id="changes" class="govuk-visually-hidden">
              Changes, the latest first
            </caption>
            <thead>
              <tr>
                <th scope="col" class="app-number">
                  Entry
                </th>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">Done</th>
                <th scope="col">Hash</th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ number, concept, thread, action, who, role, at, hash }) => (
                <tr key={number}>
                  <td class="app-number">{number}</td>
                  <td class="app-when">{timeInWords(at)}</td>
                  <th scope="row">
                    {nameOf(who)} <span class="app-quiet">{role}</span>
                  </th>
                  <td>
                    {concepts[concept]} <span class="app-quiet">{thread.replaceAll('/', ' ')}</span>
                  </td>
                  <td>{action}</td>
                  <td>
                    <code>{hash.slice(0, 12)}</code>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <Pages page={page} pages={pages} path="/audit/changes" query={{}} />
    </Layout>
  );
}
