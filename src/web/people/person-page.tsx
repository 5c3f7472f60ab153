import type { ComponentChildren, JSX } from 'preact';
import { roles } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';
import type { GrantVersion, PersonVersion, Session } from '../../store/index.ts';
import { roleInWords } from '../access/role-words.ts';
import { timeInWords } from '../access/times.ts';
import { Banner } from '../components/banner.tsx';
import { ChoiceField } from '../components/choice-field.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';
import { PersonFields, type TypedPerson } from './person-fields.tsx';
import { actionInWords, roleName } from './words.ts';

export interface PersonView {
  readonly person: PersonVersion;
  readonly typed: TypedPerson;
  readonly grants: readonly GrantVersion[];
  readonly history: readonly PersonVersion[];
  readonly sessions: readonly Session[];
  readonly hasPassword: boolean;
  /** Whether passwords are kept here at all. */
  readonly accounts: boolean;
  readonly units: readonly { readonly code: string; readonly name: string; readonly depth: number }[];
  readonly day: string;
  /** A password made for them just now: shown once. */
  readonly made: string | null;
  readonly error: string | null;
  readonly synthetic: boolean | null;
  readonly nameOf: (id: string) => string;
}

function Block({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="app-block">
      <h2 class="app-h2">{title}</h2>
      {children}
    </section>
  );
}

/** Somebody who may sign in: what they may do, and every change of it. */
export function PersonPage(view: PersonView): JSX.Element {
  const { person, made, error, synthetic } = view;
  return (
    <Layout title={error === null ? person.name : `Error: ${person.name}`} section="people" synthetic={synthetic}>
      {error !== null && <ErrorSummary errors={[{ text: error }]} />}
      {made !== null && (
        <Banner title="New password" success>
          <p class="govuk-notification-banner__heading">Tell it to {person.name} yourself. It is shown this once.</p>
          <p>
            <code class="app-secret">{made}</code>
          </p>
          <p>They choose their own when they sign in with it.</p>
        </Banner>
      )}
      <p class="app-quiet">
        <a class="govuk-link" href="/people">
          People
        </a>
      </p>
      <h1 class="app-h1">{person.name}</h1>
      <p class="app-prose">
        {person.post}.{' '}
        {person.state === 'disabled' ? <strong>Disabled: they cannot sign in.</strong> : 'They can sign in.'}
      </p>
      <Block title="What they may do">
        <Granted {...view} />
        <GrantForm {...view} />
      </Block>
      <Block title="Who they are">
        <form action={`/people/${person.id}/change`} method="post" novalidate class="app-panel app-narrow">
          <CsrfField />
          <input type="hidden" name="seen" value={person.version} />
          <PersonFields typed={view.typed} />
          <button type="submit" class="govuk-button govuk-button--secondary app-panel__last">
            Save
          </button>
        </form>
      </Block>
      <Block title="Signing in">
        <Ways {...view} />
      </Block>
      <Block title="What was changed">
        <ul class="govuk-list">
          {view.history.toReversed().map(({ version, action, who, at }) => (
            <li key={version}>
              {timeInWords(at)}: {actionInWords[action] ?? action} by {view.nameOf(who)}
            </li>
          ))}
        </ul>
      </Block>
    </Layout>
  );
}

function Granted({ grants, day, units, nameOf }: PersonView): JSX.Element {
  const names = new Map(units.map(({ code, name }) => [code, name]));
  if (grants.length === 0) return <p class="app-prose">Nothing yet.</p>;
  return (
    <Scroll labelledBy="grants">
      <table class="app-table app-table--text">
        <caption id="grants" class="govuk-visually-hidden">
          Roles
        </caption>
        <thead>
          <tr>
            <th scope="col">Role</th>
            <th scope="col">Unit</th>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col">Given by</th>
            <th scope="col">
              <span class="govuk-visually-hidden">End it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {grants.map(({ number, role, unit, from, to, who }) => (
            <tr key={number}>
              <th scope="row">{roleName(role)}</th>
              <td>{unit === '*' ? 'Whole installation' : (names.get(unit) ?? unit)}</td>
              <td>{dayLabel(from)}</td>
              <td>{to === null ? 'No end' : `${dayLabel(to)}${to < day ? ' (over)' : ''}`}</td>
              <td>{nameOf(who)}</td>
              <td>
                {(to === null || to > day) && (
                  <form action={`/people/grants/${number}/end`} method="post">
                    <CsrfField />
                    <button type="submit" class="app-plain-button">
                      End today
                      <span class="govuk-visually-hidden">
                        {' '}
                        {roleName(role)} {unit}
                      </span>
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function GrantForm({ person, units, day }: PersonView): JSX.Element {
  return (
    <form action={`/people/${person.id}/grants`} method="post" novalidate class="app-panel app-narrow">
      <CsrfField />
      <h3 class="app-h3">Give a role</h3>
      <ChoiceField name="role" label="Role" options={roles.map((role) => ({ value: role, text: roleInWords[role] }))} />
      <ChoiceField
        name="unit"
        label="Unit"
        hint="With all units below it"
        options={[
          { value: '*', text: 'The whole installation' },
          ...units.map(({ code, name, depth }) => ({ value: code, text: `${'\u2003'.repeat(depth)}${name}` })),
        ]}
      />
      <div class="app-pair">
        <Field name="from" label="First day" type="date" value={day} width={10} />
        <Field name="to" label="Last day, if there is one" type="date" width={10} />
      </div>
      <button type="submit" class="govuk-button govuk-button--secondary app-panel__last">
        Give the role
      </button>
    </form>
  );
}

function Ways({ person, sessions, hasPassword, accounts }: PersonView): JSX.Element {
  const disabled = person.state === 'disabled';
  const ways = [
    ...(person.subject === null ? [] : ['with their work account']),
    ...(hasPassword ? ['with a password kept here'] : []),
  ];
  return (
    <>
      <p class="app-prose">
        {ways.length === 0 ? 'They have no way to sign in yet.' : `They sign in ${ways.join(' or ')}.`}{' '}
        {sessions.length === 0
          ? 'They are not signed in.'
          : `They are signed in in ${sessions.length === 1 ? 'one place' : `${sessions.length} places`}.`}
      </p>
      <div class="govuk-button-group">
        {accounts && !disabled && <Button to={`/people/${person.id}/reset`} text="Make a new password" />}
        {sessions.length > 0 && <Button to={`/people/${person.id}/sign-out`} text="Sign them out everywhere" />}
        <form action={`/people/${person.id}/${disabled ? 'enable' : 'disable'}`} method="post">
          <CsrfField />
          <input type="hidden" name="seen" value={person.version} />
          <button type="submit" class={`govuk-button govuk-button--${disabled ? 'secondary' : 'warning'}`}>
            {disabled ? 'Enable' : 'Disable'}
          </button>
        </form>
      </div>
    </>
  );
}

function Button({ to, text }: { to: string; text: string }): JSX.Element {
  return (
    <form action={to} method="post">
      <CsrfField />
      <button type="submit" class="govuk-button govuk-button--secondary">
        {text}
      </button>
    </form>
  );
}
