import type { JSX } from 'preact';
import { bytesInWords, type Job, uploadLimits } from '../../../loading/index.ts';
import { Banner } from '../../components/banner.tsx';
import { CsrfField } from '../../components/csrf-field.tsx';
import { Details } from '../../components/details.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { chooseAddress, jobAddress } from './address.ts';
import { Frame } from './frame.tsx';

interface Props {
  readonly synthetic: boolean | null;
  /** A job that is open already. */
  readonly current: Job | null;
  /** Why the files that were sent were not taken. */
  readonly error: string | null;
}

const limits = `At most ${uploadLimits.files} files, ${bytesInWords(uploadLimits.fileBytes)} each and ${bytesInWords(uploadLimits.totalBytes)} together; a workbook at most 200 MB.`;

function Open({ job }: { job: Job }): JSX.Element {
  const loading = job.state.stage !== 'waiting';
  return (
    <Banner title="Important">
      <p class="govuk-notification-banner__heading">
        {loading ? 'A load is under way. There can be only one at a time. ' : 'Files wait for you to confirm them. '}
        <a class="govuk-notification-banner__link" href={jobAddress(job.id)}>
          {loading ? 'See how far it is' : 'See what was understood'}
        </a>
      </p>
      {!loading && <p class="govuk-body">If you choose others here, those are put away.</p>}
    </Banner>
  );
}

function Form({ error }: Pick<Props, 'error'>): JSX.Element {
  return (
    <form action={chooseAddress} method="post" enctype="multipart/form-data" data-sending>
      <CsrfField />
      <div class={`govuk-form-group${error === null ? '' : ' govuk-form-group--error'}`}>
        <label class="govuk-label govuk-label--m" for="files">
          Files to load
        </label>
        <div id="files-hint" class="govuk-hint">
          {limits}
        </div>
        {error !== null && (
          <p id="files-error" class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {error}
          </p>
        )}
        <div class="govuk-file-upload-wrapper" data-module="govuk-file-upload">
          <input
            class={`govuk-file-upload${error === null ? '' : ' govuk-file-upload--error'}`}
            id="files"
            name="files"
            type="file"
            multiple
            aria-describedby={error === null ? 'files-hint' : 'files-hint files-error'}
          />
        </div>
      </div>
      <button type="submit" class="govuk-button">
        See what they are
      </button>
      <p class="app-quiet" role="status" data-status />
    </form>
  );
}

/** Where files are chosen or dropped. */
export function ChoosePage({ synthetic, current, error }: Props): JSX.Element {
  const loading = current !== null && current.state.stage !== 'waiting';
  return (
    <Frame title={error === null ? 'Load data' : 'Error: Load data'} synthetic={synthetic}>
      {error !== null && <ErrorSummary errors={[{ text: error, href: loading ? undefined : '#files' }]} />}
      {current && <Open job={current} />}
      <h1 class="app-h1">Load data</h1>
      <p class="app-lead">First you see what each file was taken for. Nothing is loaded before you say so.</p>
      {!loading && <Form error={error} />}
      <div class="app-prose">
        <h2 class="app-h2">What can be loaded</h2>
        <ul class="govuk-list govuk-list--bullet">
          <li>an extract of the Standard Safeguarding Dataset: CSV or Parquet files, or a workbook</li>
          <li>an SSDA903 return: CSV files, a workbook or XML</li>
          <li>a children in need census as XML</li>
          <li>Annex A: a workbook, or a CSV file for each list</li>
          <li>collected figures, in the template workbook or as CSV</li>
          <li>population, posts, supervisions, audits, and any file for which the pack has a mapping</li>
        </ul>
        <p>Files are known by what is in them, or by the standard names of tables.</p>
        <p>
          <strong>Choose all files of a source together.</strong> They take the place of what was loaded from it before:
          a table that is not among them is then not there.
        </p>
        <Details summary="What happens to the files">
          <p>
            They stay on this computer, in a private folder beside the data, and are removed after the load, if it
            fails, if you stop it, or after an hour in which nobody confirms. A load either succeeds as a whole or
            changes nothing. That a load was made is written in the audit; what is in the files and how they are called
            is not.
          </p>
        </Details>
      </div>
    </Frame>
  );
}
