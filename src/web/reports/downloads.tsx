import type { JSX } from 'preact';
import type { Document } from '../../document/index.ts';
import { type FileState, forms, type MadeFiles } from '../../output/index.ts';
import { fileAddress, type Place } from '../address.ts';

interface Props {
  readonly id: string;
  readonly place: Place;
  readonly document: Document;
  readonly files: MadeFiles;
}

/** @example sizeInWords(1_340_000) // '1.3 MB' */
export function sizeInWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function stateInWords(state: FileState): string {
  if (state.stage === 'kept') return sizeInWords(state.size);
  return state.stage === 'none' ? 'made when you ask for it' : 'being made';
}

/** The kinds of file there are of a report, with the size of those that are there already. */
export function Downloads({ id, place, document, files }: Props): JSX.Element {
  return (
    <section class="app-downloads" aria-labelledby="_downloads">
      <h2 id="_downloads" class="app-h3">
        Download
      </h2>
      <ul>
        {forms.map((form) => (
          <li key={form.ending}>
            <a class="govuk-link" href={fileAddress(id, form.ending, place)}>
              {form.label}
            </a>
            <span class="app-quiet">{stateInWords(files.state(document, form))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
