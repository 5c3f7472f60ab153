import type { JSX } from 'preact';
import { ActionForm, type TypedAction } from './action-form.tsx';
import type { Opened } from './open.ts';
import type { FieldError } from './typed.ts';

export interface NewActionProps {
  readonly opened: Opened;
  /** The indicator; null: the report as a whole. */
  readonly about: string | null;
  readonly typed: TypedAction;
  readonly errors: readonly FieldError[];
}

/** The form by which an action is raised. */
export function NewAction({ opened: { report, choice }, about, typed, errors }: NewActionProps): JSX.Element {
  const { month, unit } = choice;
  return (
    <ActionForm
      action="/commentary/actions"
      typed={typed}
      errors={errors}
      button="Add the action"
      hidden={{ report: report.id, month, unit, ...(about !== null && { indicator: about }) }}
    />
  );
}
