import type { JSX } from 'preact';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Layout } from '../components/layout.tsx';
import { commentAddress, commentaryAddress } from './address.ts';
import { NewAction, type NewActionProps } from './new-action.tsx';

/** An action that could not be raised as it was typed: what is wrong, and all that was typed. */
export function NewActionPage(props: NewActionProps): JSX.Element {
  const { opened, about, errors } = props;
  const { choice, report, desk } = opened;
  return (
    <Layout title="Error: Add an action" section="commentary" synthetic={choice.figures.synthetic}>
      <Breadcrumbs
        crumbs={[
          { text: 'Commentary', href: commentaryAddress(choice, report.id) },
          { text: desk.place(about)?.title ?? report.title, href: commentAddress(report.id, choice, about) },
          { text: 'Add an action' },
        ]}
      />
      <ErrorSummary errors={errors.map(({ field, text }) => ({ text, href: `#${field}` }))} />
      <h1 class="app-h1">Add an action</h1>
      <NewAction {...props} />
    </Layout>
  );
}
