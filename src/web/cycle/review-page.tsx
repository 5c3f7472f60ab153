import type { JSX } from 'preact';
import type { BasisExtract } from '../../edition/index.ts';
import { frontOf, ReportParts } from '../../output/index.ts';
import type { Report } from '../../pack/index.ts';
import type { Choice } from '../choice.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Layout } from '../components/layout.tsx';
import type { MadeReport } from '../reports/made-report.ts';
import { cycleAddress, standingAddress } from './address.ts';
import { Extracts } from './held.tsx';

interface Props {
  readonly choice: Choice;
  readonly report: Report;
  readonly made: MadeReport;
  readonly extracts: readonly BasisExtract[];
}

const titleId = '_title';

/** The report that somebody is asked to approve: with the figures that were submitted, whatever has been loaded since. */
export function ReviewPage({ choice, report, made: { document }, extracts }: Props): JSX.Element {
  const { title, lines } = frontOf(document);
  const head = <link rel="stylesheet" href="/assets/report.css" />;
  return (
    <Layout
      title={`Under review: ${title}, ${choice.chosen.name}, ${document.period}`}
      section="cycle"
      synthetic={choice.figures.synthetic}
      head={head}
    >
      <Breadcrumbs
        crumbs={[
          { text: 'Cycle', href: cycleAddress(choice) },
          { text: report.title, href: standingAddress(report.id, choice) },
          { text: 'Under review' },
        ]}
      />
      <h1 id={titleId} class="app-h1">
        <span class="app-h1__above">Under review</span>
        {title}
      </h1>
      <p class="app-lead">{lines.join(' · ')}</p>
      <div class="app-held">
        <p>
          Its figures are those that were submitted. They are of{' '}
          {extracts.length === 1 ? 'this extract' : 'these extracts'}:
        </p>
        <Extracts extracts={extracts} />
      </div>
      <ReportParts document={document} titleId={titleId} />
    </Layout>
  );
}
