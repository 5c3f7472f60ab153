import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';

/** What is wrong with what was typed, and where. */
export interface PasswordErrors {
  readonly present?: string;
  readonly password?: string;
}

interface Props {
  readonly synthetic: boolean | null;
  /** Whether somebody else chose the present one, so that nothing else can be opened. */
  readonly temporary: boolean;
  readonly email: string;
  readonly errors?: PasswordErrors;
}

/** Where somebody chooses a password. */
export function PasswordPage({ synthetic, temporary, email, errors = {} }: Props): JSX.Element {
  const listed = [
    ...(errors.present === undefined ? [] : [{ text: errors.present, href: '#present' }]),
    ...(errors.password === undefined ? [] : [{ text: errors.password, href: '#password' }]),
  ];
  const title = temporary ? 'Choose your password' : 'Change your password';
  return (
    <Layout title={listed.length > 0 ? `Error: ${title}` : title} section={null} synthetic={synthetic}>
      <div class="app-narrow">
        {listed.length > 0 && <ErrorSummary errors={listed} />}
        <h1 class="app-h1">{title}</h1>
        {temporary && <p class="app-prose">Somebody else chose the one you have now. Choose one that only you know.</p>}
        <form action="/account/password" method="post" novalidate class="app-panel">
          <CsrfField />
          <input type="hidden" name="email" value={email} autocomplete="username" />
          <Field
            name="present"
            label="The password you have now"
            type="password"
            autocomplete="current-password"
            error={errors.present ?? null}
          />
          <Field
            name="password"
            label="The new one"
            hint="At least 12 characters. Three random words are easy to remember and hard to guess. It does not run out."
            type="password"
            autocomplete="new-password"
            error={errors.password ?? null}
          />
          <button type="submit" class="govuk-button app-panel__last">
            {title}
          </button>
        </form>
        <p class="app-quiet">Everywhere else you are signed in ends with it.</p>
      </div>
    </Layout>
  );
}
