import type { JSX } from 'preact';
import type { Comment } from '../../store/index.ts';
import { CsrfField } from '../components/csrf-field.tsx';
import { Details } from '../components/details.tsx';
import { commentAddress } from './address.ts';
import type { PlaceView } from './model.ts';
import type { Opened } from './open.ts';
import { stateWords } from './states.ts';

interface Props {
  readonly opened: Opened;
  readonly view: PlaceView;
}

/** Lets words that are written once stand in several places: they are changed and approved where they were written. */
export function Share({ opened, view }: Props): JSX.Element | null {
  const { choice, report } = opened;
  const open = view.headings.filter(({ isEditable }) => isEditable);
  if (open.length === 0) return null;
  return (
    <Details summary="Let words from elsewhere stand here">
      <form method="post" action={commentAddress(report.id, choice, view.place.indicator)}>
        <CsrfField />
        {open.map(({ index, comment }) => (
          <input key={index} type="hidden" name={`seen-${index}`} value={comment?.version ?? 0} />
        ))}
        <p class="app-quiet">They are changed and approved where they were written.</p>
        <div class="govuk-form-group">
          <label class="govuk-label" for="share-from">
            Words to share
          </label>
          <select class="govuk-select" id="share-from" name="from">
            {view.sources.map(({ key, state }) => {
              const value = sourceValue(key);
              return (
                <option key={value} value={value}>
                  {`${titleOf(opened, key)}: ${key.heading} (${stateWords[state].toLowerCase()})`}
                </option>
              );
            })}
          </select>
        </div>
        <div class="govuk-form-group">
          <label class="govuk-label" for="share-to">
            Stand here under
          </label>
          <select class="govuk-select" id="share-to" name="headings">
            {open.map(({ heading, index }) => (
              <option key={heading} value={`${index} ${heading}`}>
                {heading}
              </option>
            ))}
          </select>
        </div>
        <button type="submit" class="govuk-button govuk-button--secondary" name="act" value="share">
          Share
        </button>
      </form>
    </Details>
  );
}

/** How a form names the comment that is shared, among those of the report and month. */
export const sourceValue = ({ indicator, unit, heading }: Comment['key']): string =>
  JSON.stringify([indicator, unit, heading]);

function titleOf({ desk, choice }: Opened, { indicator, unit }: Comment['key']): string {
  const title = desk.place(indicator)?.title ?? indicator ?? 'The report as a whole';
  if (unit === choice.unit) return title;
  return `${title}, ${choice.units.find(({ code }) => code === unit)?.name ?? unit}`;
}
