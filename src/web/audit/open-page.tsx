import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Field } from '../components/field.tsx';
import { Layout } from '../components/layout.tsx';

interface Props {
  readonly unit: string;
  /** As people know it; null where it is not seen from here. */
  readonly unitName: string | null;
  readonly to: string;
  readonly synthetic: boolean | null;
  readonly reason?: string;
  readonly error?: string | null;
}

/** Where somebody opens the cases of a unit outside their own. */
export function OpenCasesPage({ unit, unitName, to, synthetic, reason = '', error = null }: Props): JSX.Element {
  const title = 'Open cases outside your units';
  return (
    <Layout title={error === null ? title : `Error: ${title}`} section={null} synthetic={synthetic}>
      <div class="app-narrow">
        {error !== null && <ErrorSummary errors={[{ text: error, href: '#reason' }]} />}
        <h1 class="app-h1">{title}</h1>
        <p class="app-prose">
          The cases of {unitName ?? 'the unit'} open to you for an hour, to look at and not to change. That you opened
          them, why, and each list you look at is shown to who manages the unit and to the auditor.
        </p>
        <form action="/open-cases" method="post" novalidate class="app-panel">
          <CsrfField />
          <input type="hidden" name="to" value={to} />
          <Field name="unit" label="Code of the unit" value={unit} width={20} />
          <Field name="reason" label="Why you need to see them" value={reason} error={error} />
          <button type="submit" class="govuk-button govuk-button--warning app-panel__last">
            Open them for an hour
          </button>
        </form>
      </div>
    </Layout>
  );
}
