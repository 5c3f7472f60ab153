import type { JSX } from 'preact';
import { frontOf, type MadeFiles, ReportParts } from '../../output/index.ts';
import type { Report } from '../../pack/index.ts';
import { reportAddress, reportsAddress } from '../address.ts';
import type { Choice } from '../choice.ts';
import { Breadcrumbs } from '../components/breadcrumbs.tsx';
import { Chooser } from '../components/chooser.tsx';
import { Layout } from '../components/layout.tsx';
import { Downloads } from './downloads.tsx';
import type { MadeReport } from './made-report.ts';
import { ToLookAt } from './to-look-at.tsx';

interface Props {
  readonly choice: Choice;
  readonly report: Report;
  readonly made: MadeReport;
  readonly files: MadeFiles;
}

const titleId = '_title';

/** A report to read, with its downloads; above it what to look at, which is no part of the report. */
export function ReportPage({ choice, report, made: { document, findings }, files }: Props): JSX.Element {
  const { title, lines } = frontOf(document);
  const head = <link rel="stylesheet" href="/assets/report.css" />;
  return (
    <Layout
      title={`${title}, ${choice.chosen.name}, ${document.period}`}
      section="reports"
      synthetic={choice.figures.synthetic}
      head={head}
    >
      <Breadcrumbs crumbs={[{ text: 'Reports', href: reportsAddress(choice) }, { text: title }]} />
      <h1 id={titleId} class="app-h1">
        {title}
      </h1>
      <p class="app-lead">{lines.join(' · ')}</p>
      <div class="app-report-tools">
        <Chooser action={reportAddress(report.id, choice).split('?')[0] ?? ''} choice={choice} />
        <Downloads id={report.id} place={choice} document={document} files={files} />
      </div>
      <ToLookAt findings={findings} printed={printsChecks(report)} />
      <ReportParts document={document} titleId={titleId} />
    </Layout>
  );
}

function printsChecks({ sections }: Report): boolean {
  const parts = sections.flatMap((section) => [section, ...section.sections].flatMap((one) => one.parts));
  return parts.some(({ part }) => part === 'checks');
}
