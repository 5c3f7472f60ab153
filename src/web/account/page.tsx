import type { ComponentChildren, JSX } from 'preact';
import type { Person } from '../../access/index.ts';
import { dayLabel } from '../../calendar/index.ts';
import type { Session, TokenVersion } from '../../store/index.ts';
import { roleInWords } from '../access/role-words.ts';
import { timeInWords } from '../access/times.ts';
import { Banner } from '../components/banner.tsx';
import { ChoiceField } from '../components/choice-field.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';
import { Scroll } from '../components/scroll.tsx';

export interface AccountView {
  readonly person: Person;
  readonly synthetic: boolean | null;
  /** Whether a password of theirs is kept here. */
  readonly hasPassword: boolean;
  readonly sessions: readonly Session[];
  /** The hash of the one that shows the page. */
  readonly here: string | null;
  readonly tokens: readonly TokenVersion[];
  readonly mayLook: boolean;
  readonly now: Date;
  /** A token that has just been made: shown once. */
  readonly made: string | null;
  readonly error: string | null;
  /** A unit's name as people know it. */
  readonly unitName: (code: string) => string;
}

const hows: Readonly<Record<Session['how'], string>> = {
  password: 'With a password',
  temporary: 'With a password to change',
  provider: 'With a work account',
};

function Section({ title, children }: { title: string; children: ComponentChildren }): JSX.Element {
  return (
    <section class="app-block">
      <h2 class="app-h2">{title}</h2>
      {children}
    </section>
  );
}

/** What somebody may do here, where they are signed in, and what asks in their name. */
export function AccountPage(view: AccountView): JSX.Element {
  const { person, synthetic, made, error, hasPassword, unitName } = view;
  return (
    <Layout title={error === null ? 'Your account' : 'Error: Your account'} section={null} synthetic={synthetic}>
      {error !== null && <ErrorSummary errors={[{ text: error, href: '#name' }]} />}
      {made !== null && (
        <Banner title="Your token" success>
          <p class="govuk-notification-banner__heading">Copy it now: it is shown this once and kept nowhere.</p>
          <p>
            <code class="app-secret">{made}</code>
          </p>
        </Banner>
      )}
      <h1 class="app-h1">{person.name}</h1>
      <p class="app-prose">
        {person.post}. In audits you are <code>{person.id}</code>.
      </p>
      <Section title="What you may do">
        {person.grants.length === 0 ? (
          <p class="app-prose">Nothing yet. Whoever looks after people in Outturn can give you a role.</p>
        ) : (
          <ul class="govuk-list govuk-list--bullet">
            {person.grants.map(({ role, unit, from, to }) => (
              <li key={`${role} ${unit} ${from}`}>
                {unitName(unit)}, from {dayLabel(from)}
                {to === null ? '' : ` to ${dayLabel(to)}`}. {roleInWords[role]}
              </li>
            ))}
          </ul>
        )}
        {view.mayLook && (
          <p>
            <a class="govuk-link" href="/openings">
              Cases of your units that others opened
            </a>
          </p>
        )}
        {hasPassword && (
          <p>
            <a class="govuk-link" href="/account/password">
              Change your password
            </a>
          </p>
        )}
      </Section>
      <Sessions {...view} />
      <Tokens {...view} />
    </Layout>
  );
}

function Sessions({ sessions, here }: AccountView): JSX.Element {
  return (
    <Section title="Where you are signed in">
      <Scroll labelledBy="sessions">
        <table class="app-table">
          <caption id="sessions" class="govuk-visually-hidden">
            Where you are signed in
          </caption>
          <thead>
            <tr>
              <th scope="col">How</th>
              <th scope="col">Since</th>
              <th scope="col">Last used</th>
              <th scope="col">Ends at the latest</th>
              <th scope="col">
                <span class="govuk-visually-hidden">End it</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.map(({ hash, how, begun, seen, ends }) => (
              <tr key={hash}>
                <th scope="row">
                  {hows[how]}
                  {hash === here ? ' (here)' : ''}
                </th>
                <td>{timeInWords(begun)}</td>
                <td>{timeInWords(seen)}</td>
                <td>{timeInWords(ends)}</td>
                <td>
                  {hash !== here && (
                    <form action="/account/sessions/end" method="post">
                      <CsrfField />
                      <input type="hidden" name="session" value={hash} />
                      <button type="submit" class="app-plain-button">
                        End<span class="govuk-visually-hidden"> the one begun {timeInWords(begun)}</span>
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Section>
  );
}

function Tokens({ tokens, mayLook, now }: AccountView): JSX.Element {
  return (
    <Section title="Tokens for tools">
      <p class="app-prose">
        Excel, Power BI or R ask for figures in your name with a token, and get what you may see and no more.
      </p>
      {tokens.length > 0 && (
        <ul class="govuk-list app-token-list">
          {tokens.map(({ number, name, rights, expires, state }) => {
            const over = state === 'revoked' ? 'taken back' : expires <= now ? `ended ${timeInWords(expires)}` : null;
            return (
              <li key={number}>
                <span>
                  <strong>{name}</strong>: {rights.includes('cases') ? 'figures and cases' : 'figures'},{' '}
                  {over ?? `until ${timeInWords(expires)}`}
                </span>
                {over === null && (
                  <form action={`/account/tokens/${number}/revoke`} method="post">
                    <CsrfField />
                    <button type="submit" class="app-plain-button">
                      Take back<span class="govuk-visually-hidden"> {name}</span>
                    </button>
                  </form>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <form action="/account/tokens" method="post" novalidate class="app-panel app-narrow">
        <CsrfField />
        <h3 class="app-h3">Make a token</h3>
        <Field name="name" label="What it is for" hint="Such as: Power BI on my desk" />
        <ChoiceField
          name="rights"
          label="What it may read"
          options={[
            { value: 'figures', text: 'Figures' },
            ...(mayLook ? [{ value: 'figures cases', text: 'Figures and cases' }] : []),
          ]}
        />
        <ChoiceField
          name="days"
          label="For how long"
          options={[
            { value: '30', text: '30 days' },
            { value: '90', text: '90 days' },
            { value: '365', text: 'A year' },
          ]}
        />
        <button type="submit" class="govuk-button govuk-button--secondary app-panel__last">
          Make a token
        </button>
      </form>
    </Section>
  );
}
