import type { JSX } from 'preact';
import { Words } from '../../output/index.ts';
import type { PlaceView } from './model.ts';
import { wordsFormId } from './words-form.tsx';

/** What the figures say, to be ticked and put into the words. The figures go in as tokens, so that they stay those of the tables. */
export function FactsPanel({ view: { facts, headings, typed } }: { readonly view: PlaceView }): JSX.Element {
  const open = headings.filter(({ isEditable }) => isEditable);
  return (
    <section class="app-facts-panel" aria-labelledby="facts">
      <h2 id="facts" class="app-h2">
        What the figures say
      </h2>
      <p class="app-caption">Tick sentences to begin from. Their figures follow the tables when data is corrected.</p>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">Sentences to insert</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
          {facts.map(({ fact, written }, index) => (
            <div key={index} class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={`fact-${index}`}
                name="facts"
                type="checkbox"
                value={written}
                form={wordsFormId}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`fact-${index}`}>
                <Words text={fact.text} />
              </label>
            </div>
          ))}
        </div>
      </fieldset>
      <div class="app-facts-panel__into">
        {open.length > 1 ? (
          <div class="govuk-form-group">
            <label class="govuk-label" for="into">
              Insert under
            </label>
            <select class="govuk-select" id="into" name="into" form={wordsFormId}>
              {open.map(({ heading, index }) => (
                <option key={heading} value={index} selected={index === typed.into}>
                  {heading}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <input type="hidden" name="into" value={open[0]?.index ?? 0} form={wordsFormId} />
        )}
        <button type="submit" class="govuk-button govuk-button--secondary" name="act" value="insert" form={wordsFormId}>
          Insert
        </button>
      </div>
    </section>
  );
}
