import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';

/** What was typed of a person. */
export interface TypedPerson {
  readonly name: string;
  readonly post: string;
  readonly email: string;
}

export function PersonFields({ typed }: { typed: TypedPerson }): JSX.Element {
  return (
    <>
      <Field name="name" label="Name" value={typed.name} autocomplete="off" />
      <Field name="post" label="Post" hint="As it may be printed under a comment: Head of service" value={typed.post} />
      <Field name="email" label="Email address" type="email" value={typed.email} autocomplete="off" />
    </>
  );
}

interface Props {
  readonly typed: TypedPerson;
  readonly synthetic: boolean | null;
  readonly error: string | null;
}

/** Where somebody is added. */
export function NewPersonPage({ typed, synthetic, error }: Props): JSX.Element {
  return (
    <Layout title={error === null ? 'Add somebody' : 'Error: Add somebody'} section="people" synthetic={synthetic}>
      <div class="app-narrow">
        {error !== null && <ErrorSummary errors={[{ text: error, href: '#name' }]} />}
        <h1 class="app-h1">Add somebody</h1>
        <p class="app-prose">They may do nothing until you give them a role on the next page.</p>
        <form action="/people" method="post" novalidate class="app-panel">
          <CsrfField />
          <PersonFields typed={typed} />
          <button type="submit" class="govuk-button app-panel__last">
            Add
          </button>
        </form>
      </div>
    </Layout>
  );
}
