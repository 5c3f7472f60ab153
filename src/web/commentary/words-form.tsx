import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { several } from '../words.ts';
import { commentAddress } from './address.ts';
import { HeadingWords } from './heading-words.tsx';
import type { PlaceView } from './model.ts';
import type { Opened } from './open.ts';

/** By which fields that stand elsewhere on the page belong to the form of words. */
export const wordsFormId = 'words';

interface Props {
  readonly opened: Opened;
  readonly view: PlaceView;
}

/** The words under each heading: to write where they may be written, to read elsewhere. */
export function WordsForm({ opened: { choice, report }, view }: Props): JSX.Element {
  const { headings, place, typed, errors } = view;
  const isWriting = headings.some(({ isEditable }) => isEditable);
  const parts = headings.map((one) => (
    <HeadingWords key={one.heading} view={one} causes={report.causes} errors={errors} />
  ));
  if (!isWriting) return <div class="app-words">{parts}</div>;
  const doubts = headings.reduce((sum, one) => sum + (one.isEditable ? one.doubts.length : 0), 0);
  const roleError = errors.find(({ field }) => field === 'role');
  return (
    <form id={wordsFormId} class="app-words" method="post" action={commentAddress(report.id, choice, place.indicator)}>
      <CsrfField />
      {parts}
      <div class={`govuk-form-group${roleError ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-label govuk-label--s" for="role">
          Written for
        </label>
        <div id="role-hint" class="govuk-hint">
          The role that is printed under the words: Head of service
        </div>
        <input
          class={`govuk-input govuk-input--width-20${roleError ? ' govuk-input--error' : ''}`}
          id="role"
          name="role"
          type="text"
          value={typed.role}
          maxlength={100}
          aria-describedby="role-hint"
        />
      </div>
      {doubts > 0 && (
        <div class="govuk-checkboxes govuk-checkboxes--small app-looked">
          <div class="govuk-checkboxes__item">
            <input class="govuk-checkboxes__input" id="looked" name="looked" type="checkbox" value="yes" />
            <label class="govuk-label govuk-checkboxes__label" for="looked">
              I have looked at {several(doubts, 'thing that the checks tell', 'things that the checks tell')}, and the
              words are right
            </label>
          </div>
        </div>
      )}
      <div class="govuk-button-group">
        <button type="submit" class="govuk-button" name="act" value="save">
          Save draft
        </button>
        <button type="submit" class="govuk-button govuk-button--secondary" name="act" value="check">
          Check and preview
        </button>
        <button type="submit" class="govuk-button govuk-button--secondary" name="act" value="submit">
          Save and submit
        </button>
      </div>
    </form>
  );
}
