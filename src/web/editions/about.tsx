import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import type { EditionManifest, OpenEdition } from '../../edition/index.ts';
import { forms } from '../../output/index.ts';
import { Details } from '../components/details.tsx';
import { sizeInWords } from '../reports/downloads.tsx';
import { publishedFileAddress } from './address.ts';
import { instantInWords } from './when.ts';

const labelOf = (name: string): string =>
  forms.find(({ ending }) => name.endsWith(`.${ending}`))?.label ?? name.replace('report.', '').toUpperCase();

/** The files that went out, to be had as they were. */
export const publishedFiles = ({ files }: EditionManifest): EditionManifest['files'] =>
  files.filter(({ name }) => name.startsWith('report.'));

export function Files({ manifest }: { readonly manifest: EditionManifest }): JSX.Element {
  const files = publishedFiles(manifest);
  return (
    <section class="app-downloads" aria-labelledby="_files">
      <h2 id="_files" class="app-h3">
        Files as published
      </h2>
      {files.length === 0 ? (
        <p>No file was kept with it. The report below is what was published.</p>
      ) : (
        <ul>
          {files.map(({ name, bytes, sha256 }) => (
            <li key={name}>
              <a class="govuk-link" href={publishedFileAddress(manifest.number, name)}>
                {labelOf(name)}
              </a>
              <span class="app-quiet">
                {sizeInWords(bytes)}, SHA-256 {sha256.slice(0, 12)}…
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Who signed it, and what it was made from: enough to make it again, and to prove it. */
export function MadeFrom({ edition: { entry, manifest } }: { readonly edition: OpenEdition }): JSX.Element {
  const { signed, despite, definitions, extracts, product, asAt, previous } = manifest;
  const rows: readonly (readonly [string, string | readonly string[], 'hash'?])[] = [
    ['Signed by', `${signed.role}, ${instantInWords(new Date(signed.at))}`],
    ['Approval', signed.approved ? 'approved step by step before it was signed' : 'none was begun: signed alone'],
    ...(despite === null ? [] : [['Issued despite findings', despite] as const]),
    ['Data to', dayLabel(asAt)],
    [
      'Extracts',
      extracts.map(({ authority, source, asAt: at, id }) => `${authority}, ${source}, as at ${dayLabel(at)} (${id})`),
    ],
    ['Definitions', `${definitions.pack} ${definitions.version}`],
    ['Made by', `Outturn ${product}`],
    ['Hash of the edition', entry.contentHash, 'hash'],
    ['Hash of the edition before', previous, 'hash'],
    ['Hash of the definitions', definitions.hash, 'hash'],
    ['Hash of the extracts', manifest.extractHash, 'hash'],
    ...publishedFiles(manifest).map(({ name, sha256 }) => [`Hash of ${name}`, sha256, 'hash'] as const),
  ];
  return (
    <Details summary="Who signed it, and what it was made from">
      <dl class="app-made-from">
        {rows.map(([term, says, kind]) => (
          <div key={term}>
            <dt>{term}</dt>
            {(typeof says === 'string' ? [says] : says).map((one) => (
              <dd key={one} class={kind === 'hash' ? 'app-hash' : undefined}>
                {one}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Details>
  );
}
