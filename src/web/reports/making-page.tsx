import type { JSX } from 'preact';
import type { FileState, Form } from '../../output/index.ts';
import type { Report } from '../../pack/index.ts';
import { fileAddress, reportAddress, reportsAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Layout } from '../components/layout.tsx';
import { several } from '../words.ts';

interface Props {
  readonly choice: Choice;
  readonly report: Report;
  readonly form: Form;
  readonly state: FileState;
}

function standing(state: FileState): string {
  if (state.stage === 'waiting') {
    return `Only a few files are made at a time, and ${several(state.before, 'other comes', 'others come')} before it.`;
  }
  return 'It takes longer than usual: a long report, or much else to do on this computer.';
}

/** Stands in for a file that is not there yet. */
export function MakingPage({ choice, report, form, state }: Props): JSX.Element {
  const title = 'Your file is being made';
  return (
    <Layout title={title} section="reports" synthetic={choice.figures.synthetic}>
      <Breadcrumbs
        crumbs={[
          { text: 'Reports', href: reportsAddress(choice) },
          { text: report.title, href: reportAddress(report.id, choice) },
          { text: form.label },
        ]}
      />
      <h1 class="app-h1">{title}</h1>
      <p class="app-prose">
        {`${form.label} of ${report.title}. ${standing(state)}`} It goes on being made if you leave this page.
      </p>
      <div class="govuk-button-group">
        <a class="govuk-button" href={fileAddress(report.id, form.ending, choice)}>
          Get the file
        </a>
        <a class="govuk-link" href={reportAddress(report.id, choice)}>
          Back to the report
        </a>
      </div>
    </Layout>
  );
}
