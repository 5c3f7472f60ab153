import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import { Words } from '../../output/index.ts';
import { Conflict } from './conflict.tsx';
import { Doubts } from './doubts.tsx';
import type { HeadingView } from './model.ts';
import { QuotedFields } from './quoted-fields.tsx';
import { StateTag } from './state-tag.tsx';
import { stateWords } from './states.ts';
import type { FieldError } from './typed.ts';
import { momentLabel } from './when.ts';

interface Props {
  readonly view: HeadingView;
  /** The causes that the report lists, by code. */
  readonly causes: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** One heading: its state, its words, what the checks tell of them, and how they will be printed. */
export function HeadingWords(props: Props): JSX.Element {
  const { heading, index, comment, isEditable, printed, doubts } = props.view;
  const state = comment?.state ?? 'none';
  const id = `heading-${index}`;
  return (
    <section class="app-words__part" aria-labelledby={id}>
      <div class="app-words__head">
        <h2 class="app-h2" id={id}>
          {heading}
        </h2>
        <StateTag state={state} word={stateWords[state]} />
        {comment !== null && (
          <span class="app-quiet">
            {comment.authorRole}, {momentLabel(comment.at)}
          </span>
        )}
      </div>
      {state === 'returned' && comment?.why && (
        <p class="app-returned">
          <strong>Returned by {comment.role}:</strong> {comment.why}
        </p>
      )}
      {comment?.shares && (
        <p class="app-quiet">
          These are the words written under {comment.shares.heading} elsewhere in {comment.shares.report}.
          {isEditable && ' Change them, and the words here become their own.'}
        </p>
      )}
      {isEditable ? <Fields {...props} /> : <Printed view={props.view} causes={props.causes} />}
      <Doubts doubts={doubts} />
      {isEditable && printed.length > 0 && (
        <div class="app-preview">
          <h3 class="app-h3">As the report will print it</h3>
          <Paragraphs printed={printed} />
        </div>
      )}
    </section>
  );
}

function Fields({ view, causes, errors }: Props): JSX.Element {
  const { heading, index, typed, conflict, comment, history } = view;
  const id = `text-${index}`;
  const error = errors.find(({ field }) => field === id);
  return (
    <>
      {conflict && comment !== null && <Conflict comment={comment} seen={typed.seen} history={history} />}
      <input type="hidden" name={`heading-${index}`} value={heading} />
      <input type="hidden" name={`seen-${index}`} value={comment?.version ?? 0} />
      <div class={`govuk-form-group${error ? ' govuk-form-group--error' : ''}`}>
        <label class="govuk-visually-hidden" for={id}>
          Words under {heading}
        </label>
        {error && (
          <p id={`${id}-error`} class="govuk-error-message">
            <span class="govuk-visually-hidden">Error:</span> {error.text}
          </p>
        )}
        <textarea
          class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
          id={id}
          name={id}
          rows={typed.text.length > 500 ? 10 : 5}
          maxlength={20_000}
          aria-describedby={error ? `${id}-error` : undefined}
        >
          {typed.text}
        </textarea>
      </div>
      <QuotedFields heading={heading} index={index} quoted={typed.quoted} errors={errors} />
      {Object.keys(causes).length > 0 && <Causes view={view} causes={causes} />}
    </>
  );
}

function Causes({ view: { heading, index, typed }, causes }: Omit<Props, 'errors'>): JSX.Element {
  return (
    <details class="govuk-details" open={typed.causes.length > 0}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">Causes: {heading}</span>
      </summary>
      <fieldset class="govuk-fieldset">
        <legend class="govuk-visually-hidden">Causes that the words under {heading} name</legend>
        <div class="govuk-checkboxes govuk-checkboxes--small">
          {Object.entries(causes).map(([code, words]) => (
            <div key={code} class="govuk-checkboxes__item">
              <input
                class="govuk-checkboxes__input"
                id={`causes-${index}-${code}`}
                name={`causes-${index}`}
                type="checkbox"
                value={code}
                checked={typed.causes.includes(code)}
              />
              <label class="govuk-label govuk-checkboxes__label" for={`causes-${index}-${code}`}>
                {words}
              </label>
            </div>
          ))}
        </div>
      </fieldset>
    </details>
  );
}

function Printed({ view: { printed, comment }, causes }: Omit<Props, 'errors'>): JSX.Element {
  if (comment === null) return <p class="app-quiet">Nothing has been written.</p>;
  if (printed.length === 0) return <p class="app-quiet">It can be read here once it is approved.</p>;
  const named = comment.causes.map((code) => causes[code] ?? code);
  return (
    <div class="app-printed">
      <Paragraphs printed={printed} />
      {named.length > 0 && <p class="app-quiet">Causes: {named.join('; ')}</p>}
      {comment.quoted.length > 0 && (
        <p class="app-quiet">
          Quoted from elsewhere: {comment.quoted.map(({ text, asAt }) => `${text} as at ${dayLabel(asAt)}`).join('; ')}
        </p>
      )}
    </div>
  );
}

const Paragraphs = ({ printed }: Pick<HeadingView, 'printed'>): JSX.Element => (
  <>
    {printed.map((text, index) => (
      <p key={index} class="app-prose">
        <Words text={text} />
      </p>
    ))}
  </>
);
