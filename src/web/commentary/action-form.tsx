import type { JSX } from 'preact';
import { isDay } from '../../calendar/index.ts';
import type { ActionText, ActionVersion } from '../../store/index.ts';
import { CsrfField } from '../components/csrf-field.tsx';
import { type FieldError, type Fields, field } from './typed.ts';

/** An action as it was typed. */
export interface TypedAction {
  readonly text: string;
  readonly ownerRole: string;
  readonly due: string;
}

export const newAction: TypedAction = { text: '', ownerRole: '', due: '' };

export const typedAction = ({ text, ownerRole, due }: ActionVersion): TypedAction => ({
  text,
  ownerRole,
  due: due ?? '',
});

export const readAction = (fields: Fields): TypedAction => ({
  text: field(fields, 'text').trim(),
  ownerRole: field(fields, 'owner').trim(),
  due: field(fields, 'due').trim(),
});

export function actionErrors({ text, ownerRole, due }: TypedAction): readonly FieldError[] {
  return [
    ...(text === '' ? [{ field: 'text', text: 'Enter what is to be done' }] : []),
    ...(ownerRole === '' ? [{ field: 'owner', text: 'Enter the role that is to do it' }] : []),
    ...(due === '' || isDay(due) ? [] : [{ field: 'due', text: 'Enter a day, such as 2026-12-31' }]),
  ];
}

export const actionText = ({ text, ownerRole, due }: TypedAction): Omit<ActionText, 'causes'> => ({
  text,
  ownerRole,
  due: due === '' ? null : due,
});

interface Props {
  readonly action: string;
  readonly typed: TypedAction;
  readonly errors: readonly FieldError[];
  readonly button: string;
  readonly hidden: Readonly<Record<string, string>>;
}

/** What is to be done, by whom and until when. */
export function ActionForm({ action, typed, errors, button, hidden }: Props): JSX.Element {
  const error = (name: string): FieldError | undefined => errors.find((one) => one.field === name);
  const group = (name: string): string => `govuk-form-group${error(name) ? ' govuk-form-group--error' : ''}`;
  const message = (name: string): JSX.Element | null => {
    const found = error(name);
    if (found === undefined) return null;
    return (
      <p id={`${name}-error`} class="govuk-error-message">
        <span class="govuk-visually-hidden">Error:</span> {found.text}
      </p>
    );
  };
  const described = (name: string): string | undefined => (error(name) ? `${name}-error` : undefined);
  return (
    <form method="post" action={action}>
      <CsrfField />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div class={group('text')}>
        <label class="govuk-label govuk-label--s" for="text">
          What is to be done
        </label>
        {message('text')}
        <textarea
          class="govuk-textarea"
          id="text"
          name="text"
          rows={3}
          maxlength={2000}
          aria-describedby={described('text')}
        >
          {typed.text}
        </textarea>
      </div>
      <div class={group('owner')}>
        <label class="govuk-label govuk-label--s" for="owner">
          The role that is to do it
        </label>
        {message('owner')}
        <input
          class="govuk-input govuk-input--width-20"
          id="owner"
          name="owner"
          type="text"
          maxlength={100}
          value={typed.ownerRole}
          aria-describedby={described('owner')}
        />
      </div>
      <div class={group('due')}>
        <label class="govuk-label govuk-label--s" for="due">
          Due, where there is a day
        </label>
        {message('due')}
        <input
          class="govuk-input govuk-input--width-10"
          id="due"
          name="due"
          type="date"
          value={typed.due}
          aria-describedby={described('due')}
        />
      </div>
      <button type="submit" class="govuk-button" name="act" value="write">
        {button}
      </button>
    </form>
  );
}
