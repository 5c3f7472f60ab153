import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import type { BasisExtract } from '../../edition/index.ts';

/** What the figures under review are held to, and whether that is still what is in force. */
export interface Held {
  /** Null: they are not stored any more. */
  readonly extracts: readonly BasisExtract[] | null;
  /** Whether other extracts are in force now. */
  readonly newer: boolean;
  /** Whether the pack has changed since. */
  readonly redefined: boolean;
}

/** Says which figures are under review. */
export function HeldFigures({ held, address }: { readonly held: Held; readonly address: string }): JSX.Element {
  const { extracts, newer, redefined } = held;
  return (
    <div class="app-held">
      <h3 class="app-h3">The figures under review do not move</h3>
      {extracts === null ? (
        <p class="app-warning">
          The extracts that were submitted are not stored any more: have the report returned, and submit it again.
        </p>
      ) : (
        <>
          <p>They are those of {extracts.length === 1 ? 'this extract' : 'these extracts'}:</p>
          <Extracts extracts={extracts} />
          <p>
            <a class="govuk-link" href={address}>
              Read the report under review
            </a>
          </p>
        </>
      )}
      {newer && extracts !== null && (
        <p class="app-held__newer">
          <strong>Newer data has come since.</strong> Other pages show its figures; the report is published with those
          that were submitted. To take the newer ones, have it returned and submit it again.
        </p>
      )}
      {redefined && (
        <p class="app-warning">
          <strong>The pack has changed since.</strong> It cannot be published as it was submitted: have it returned, and
          submit it again.
        </p>
      )}
    </div>
  );
}

/** Extracts by name, with their dates. */
export function Extracts({ extracts }: { readonly extracts: readonly BasisExtract[] }): JSX.Element {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {extracts.map(({ authority, source, asAt, loadedAt }) => (
        <li key={`${authority} ${source}`}>
          <strong>{source}</strong> of {authority}, as at {dayLabel(asAt)}
          <span class="app-note">loaded on {dayLabel(loadedAt.slice(0, 10))}</span>
        </li>
      ))}
    </ul>
  );
}
