import type { JSX } from 'preact';
import { Details } from '../components/details.tsx';
import { newAction } from './action-form.tsx';
import { ActionsTable } from './actions-table.tsx';
import type { PlaceView } from './model.ts';
import { NewAction } from './new-action.tsx';
import type { Opened } from './open.ts';

interface Props {
  readonly opened: Opened;
  readonly view: PlaceView;
}

/** What is being done about the figure: carried from month to month until it is done or dropped. */
export function ActionsSection({ opened, view }: Props): JSX.Element | null {
  const { hand, choice } = opened;
  const { actions, place } = view;
  if (actions.length === 0 && !hand.comments) return null;
  return (
    <section class="app-actions" aria-labelledby="actions">
      <h2 class="app-h2 app-h2--ruled" id="actions">
        Actions
      </h2>
      {actions.length === 0 ? (
        <p class="app-quiet">None yet.</p>
      ) : (
        <ActionsTable
          id="actions-table"
          caption="Actions, carried until they are done or dropped"
          {...{ actions, choice }}
        />
      )}
      {hand.comments && (
        <Details summary="Add an action">
          <NewAction opened={opened} about={place.indicator} typed={newAction} errors={[]} />
        </Details>
      )}
    </section>
  );
}
