import type { JSX } from 'preact';
import { dayLabel } from '../../calendar/index.ts';
import type { Choice } from '../choice.ts';
import { several } from '../words.ts';
import { workAddress } from '../work/filter.ts';
import { GroupTable } from '../work/group-table.tsx';
import type { WorkView } from '../work/model.ts';
import { WorkTiles } from '../work/tiles.tsx';

interface Props {
  readonly work: WorkView;
  readonly choice: Choice;
}

/** What waits in a unit, in numbers, and what became of it since the extract before. */
export function WorkSection({ work, choice }: Props): JSX.Element {
  const { indicators, change } = work;
  const title = (code: string | null): string => {
    const definition = indicators.get(code ?? '')?.definition;
    return definition?.shortTitle ?? definition?.title ?? code ?? '';
  };
  return (
    <section aria-labelledby="due">
      <h2 id="due" class="app-h2 app-h2--ruled">
        What is due
      </h2>
      <WorkTiles total={work.total} unit={choice.unit} />
      {change && (
        <p>
          Since the extract of {dayLabel(change.from)}: {several(change.gone, 'case has', 'cases have')} left the list
          and {several(change.added, 'has', 'have')} come on to it.
        </p>
      )}
      <GroupTable
        caption="What is due, by indicator"
        first="Indicator"
        groups={work.byIndicator}
        name={title}
        address={(indicator, when) => workAddress({ unit: choice.unit, indicator, when })}
      />
      <p>
        <a class="govuk-link" href={workAddress({ unit: choice.unit })}>
          See the list, case by case
        </a>
      </p>
    </section>
  );
}
