import type { JSX } from 'preact';
import type { Choice } from '../choice.ts';
import { choiceOfUnits } from '../unit-words.ts';
import { nobody } from './filter.ts';
import type { WorkView } from './model.ts';

interface Props {
  readonly choice: Choice;
  readonly view: WorkView;
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
}

function Select({ name, label, value, options }: SelectProps): JSX.Element {
  return (
    <div class="govuk-form-group">
      <label class="govuk-label" for={name}>
        {label}
      </label>
      <select class="govuk-select" id={name} name={name}>
        {options.map(([one, text]) => (
          <option key={one} value={one} selected={one === value}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Unit, indicator and worker of a work list, as a plain form. */
export function WorkForm({ choice, view }: Props): JSX.Element {
  const { filter, indicators, byWorker } = view;
  const kinds = [...indicators.values()]
    .map(({ id, definition }) => [id, definition.shortTitle ?? definition.title] as const)
    .toSorted(([, a], [, b]) => a.localeCompare(b, 'en-GB'));
  const workers = byWorker
    .map(({ code }) => [code ?? nobody, code ?? 'No worker known'] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return (
    <form class="app-chooser" action="/work" method="get">
      {filter.when !== 'due' && <input type="hidden" name="when" value={filter.when} />}
      <Select
        name="unit"
        label={choiceOfUnits(choice.figures.pack, choice.units)}
        value={choice.unit}
        options={choice.units.map(({ code, name }) => [code, name])}
      />
      <Select
        name="indicator"
        label="Indicator"
        value={filter.indicator ?? ''}
        options={[['', 'All indicators'], ...kinds]}
      />
      {workers.length <= 200 && (
        <Select
          name="worker"
          label="Worker"
          value={filter.worker === null ? '' : filter.worker || nobody}
          options={[['', 'All workers'], ...workers]}
        />
      )}
      <button type="submit" class="govuk-button">
        Show
      </button>
    </form>
  );
}
