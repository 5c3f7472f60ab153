import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';

interface Props {
  readonly synthetic: boolean | null;
  /** Whether passwords are kept here. */
  readonly accounts: boolean;
  /** The provider's name, where there is one. */
  readonly provider: string | null;
  /** Where to go on to. */
  readonly to: string;
  readonly email?: string;
  readonly error?: string | null;
}

/** Where people sign in. */
export function SignInPage({ synthetic, accounts, provider, to, email, error = null }: Props): JSX.Element {
  return (
    <Layout title={error === null ? 'Sign in' : 'Error: Sign in'} section={null} synthetic={synthetic}>
      <div class="app-narrow">
        {error !== null && <ErrorSummary errors={[{ text: error, ...(accounts && { href: '#email' }) }]} />}
        <h1 class="app-h1">Sign in</h1>
        {provider !== null && (
          <p>
            <a class="govuk-button" href={`/sign-in/provider?${new URLSearchParams({ to })}`}>
              Sign in with {provider}
            </a>
          </p>
        )}
        {accounts && (
          <form action="/sign-in" method="post" novalidate class="app-panel">
            <CsrfField />
            {provider !== null && <h2 class="app-h2">Or with an account kept here</h2>}
            <input type="hidden" name="to" value={to} />
            <Field name="email" label="Email address" type="email" autocomplete="username" value={email ?? ''} />
            <Field name="password" label="Password" type="password" autocomplete="current-password" />
            <button type="submit" class="govuk-button app-panel__last">
              Sign in
            </button>
          </form>
        )}
        <p class="app-quiet">
          Whoever looks after people in Outturn gives accounts and new passwords. Nobody will ask you for yours.
        </p>
      </div>
    </Layout>
  );
}

/** Shown when somebody has signed out. */
export function SignedOutPage({
  synthetic,
  provider,
  leave,
}: {
  readonly synthetic: boolean | null;
  readonly provider: string | null;
  /** Where to sign out of the provider too. */
  readonly leave: string | null;
}): JSX.Element {
  return (
    <Layout title="You are signed out" section={null} synthetic={synthetic}>
      <div class="app-narrow">
        <h1 class="app-h1">You are signed out</h1>
        <p class="app-prose">Nothing of yours can be opened in this browser any more.</p>
        {leave !== null && (
          <p class="app-prose">
            You are still signed in with {provider}.{' '}
            <a class="govuk-link" href={leave}>
              Sign out there too
            </a>
          </p>
        )}
        <p>
          <a class="govuk-link" href="/sign-in">
            Sign in again
          </a>
        </p>
      </div>
    </Layout>
  );
}
