import type { JSX } from 'preact';
import type { GrantVersion, PersonVersion } from '../../store/index.ts';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { grantInWords } from './words.ts';

export interface Listed {
  readonly person: PersonVersion;
  /** Those that hold today. */
  readonly grants: readonly GrantVersion[];
}

interface Props {
  readonly people: readonly Listed[];
  readonly synthetic: boolean | null;
  readonly unitName: (code: string) => string;
}

/** Who may sign in, and what they may do today. */
export function PeoplePage({ people, synthetic, unitName }: Props): JSX.Element {
  return (
    <Layout title="People" section="people" synthetic={synthetic}>
      <div class="app-title-row">
        <h1 class="app-h1">People</h1>
        <a class="govuk-button govuk-button--secondary" href="/people/new">
          Add somebody
        </a>
      </div>
      <Scroll labelledBy="people">
        <table class="app-table app-table--text">
          <caption id="people" class="govuk-visually-hidden">
            People and what they may do today
          </caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Post</th>
              <th scope="col">Signs in</th>
              <th scope="col">May today</th>
            </tr>
          </thead>
          <tbody>
            {people.map(({ person: { id, name, post, email, subject, state }, grants }) => (
              <tr key={id}>
                <th scope="row">
                  <a class="govuk-link" href={`/people/${id}`}>
                    {name}
                  </a>
                </th>
                <td>{post}</td>
                <td>
                  {state === 'disabled' ? 'No: disabled' : subject === null ? (email ?? 'No way yet') : 'Work account'}
                </td>
                <td>
                  {grants.length === 0 ? (
                    <span class="app-quiet">Nothing</span>
                  ) : (
                    <ul class="app-plain-list">
                      {grants.map((grant) => (
                        <li key={grant.number}>{grantInWords(grant, unitName)}</li>
                      ))}
                    </ul>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Layout>
  );
}
