import type { JSX } from 'preact';
import type { Document } from '../../document/index.ts';
import type { OpenEdition } from '../../edition/index.ts';
import { frontOf, ReportParts } from '../../output/index.ts';
import type { Edition } from '../../store/index.ts';
import { Banner } from '../components/banner.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import { several } from '../words.ts';
import { Files, MadeFrom } from './about.tsx';
import { compareAddress, editionAddress, publishAddress, restatementsAddress, verifyAddress } from './address.ts';
import { Frame } from './frame.tsx';
import { EditionState, kindWords } from './state.tsx';
import { instantInWords } from './when.ts';

interface Props {
  readonly edition: OpenEdition;
  /** With the figures marked that are others today. */
  readonly document: Document;
  /** How many figures of its month are others today. */
  readonly restated: number;
  readonly correctedBy: Edition | null;
  readonly unit: string;
  readonly synthetic: boolean | null;
  readonly mayPublish: boolean;
  /** Whether they may see what is behind it. */
  readonly behind: boolean;
}

function Acts({ edition: { entry }, correctedBy, mayPublish, behind }: Props): JSX.Element | null {
  if (!behind) return null;
  const { number, report, month, unit, kind } = entry;
  return (
    <div class="app-edition-tools">
      <ul class="govuk-list app-edition-links">
        <li>
          <a class="govuk-link" href={restatementsAddress(number)}>
            What has been restated since
          </a>
        </li>
        <li>
          <a class="govuk-link" href={compareAddress(number, 'now')}>
            Compare with what is known now
          </a>
        </li>
        {entry.corrects !== null && (
          <li>
            <a class="govuk-link" href={compareAddress(entry.corrects, number)}>
              Compare with edition {entry.corrects}, which it corrects
            </a>
          </li>
        )}
      </ul>
      <div class="govuk-button-group app-edition-acts">
        <form action={verifyAddress(number)} method="post">
          <CsrfField />
          <button type="submit" class="govuk-button govuk-button--secondary">
            Verify it
          </button>
        </form>
        {mayPublish && correctedBy === null && (
          <a
            class="govuk-button govuk-button--secondary"
            href={publishAddress({ report, month, unit, kind, corrects: number })}
          >
            Correct it
          </a>
        )}
      </div>
    </div>
  );
}

/** An edition as it was published, with its files, and what has become of it. */
export function EditionPage(props: Props): JSX.Element {
  const { edition, document, restated, correctedBy, unit, synthetic } = props;
  const { entry } = edition;
  const { title } = frontOf(document);
  const name = `Edition ${entry.number}`;
  return (
    <Frame title={`${name}: ${title}, ${document.period}`} synthetic={synthetic} crumbs={[{ text: name }]} report>
      {correctedBy !== null && (
        <Banner title="Corrected">
          <p class="govuk-notification-banner__heading">
            <a class="govuk-notification-banner__link" href={editionAddress(correctedBy.number)}>
              Edition {correctedBy.number}
            </a>{' '}
            takes its place: {correctedBy.changed}.
          </p>
          <p class="govuk-body">{correctedBy.why}</p>
        </Banner>
      )}
      <h1 id="_title" class="app-h1">
        <span class="app-h1__above">
          {name} · {kindWords[entry.kind]}
        </span>
        {title}
      </h1>
      <p class="app-lead">
        {unit} · {document.period} · signed by {entry.role} on {instantInWords(entry.at)}{' '}
        <EditionState correctedBy={correctedBy?.number ?? null} />
      </p>
      {entry.corrects !== null && (
        <p class="app-corrects app-prose">
          It corrects <a class="govuk-link" href={editionAddress(entry.corrects)}>{`edition ${entry.corrects}`}</a>:{' '}
          {entry.changed}. <span class="app-quiet">{entry.why}</span>
        </p>
      )}
      <div class="app-edition-about">
        <Files manifest={edition.manifest} />
        <Acts {...props} />
      </div>
      <MadeFrom edition={edition} />
      {restated > 0 && (
        <p class="app-restated-note">
          <strong>{several(restated, 'figure of its month is', 'figures of its month are')} different today.</strong>{' '}
          Here they are marked “since restated”; the files are as they went out.{' '}
          <a class="govuk-link" href={restatementsAddress(entry.number)}>
            See why
          </a>
        </p>
      )}
      <ReportParts document={document} titleId="_title" />
    </Frame>
  );
}
